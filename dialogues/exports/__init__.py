"""Lists of statements as files to take away."""
