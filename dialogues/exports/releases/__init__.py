"""Releases: an edition whole, as files that are kept for good."""
