"""The collection as plain files that a curator can read and compare, loaded and exported."""
