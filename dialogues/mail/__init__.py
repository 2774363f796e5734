"""Mail to the people of the desk. An act never fails because its mail does."""
