"""Public records as data: for each kind what its fields are, and how they are read."""
