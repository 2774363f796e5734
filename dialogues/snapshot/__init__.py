"""Records read once per edition and shared by everything that looks them up."""
