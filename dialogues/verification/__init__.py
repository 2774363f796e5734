"""Whether what somebody quotes or cites is what was said, and still stands."""
