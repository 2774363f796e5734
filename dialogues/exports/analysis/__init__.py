"""The analyses as tables: one module for each page, with the row of its file."""
