"""What a request says beyond its address: the preferred format, and the client."""
