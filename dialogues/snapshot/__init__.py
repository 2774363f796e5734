"""Records read once per edition and shared by all code that looks them up."""
