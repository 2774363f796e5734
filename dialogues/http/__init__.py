"""What a request says beyond its address: the format it prefers, and who sends it."""
