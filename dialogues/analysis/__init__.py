"""What the record shows: plain functions that return plain rows."""
