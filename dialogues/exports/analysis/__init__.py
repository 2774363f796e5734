"""What is computed from the record, as tables: the row of each, and how it is filled."""
