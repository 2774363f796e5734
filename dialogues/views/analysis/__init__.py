"""The analysis pages and their files: one module for each page."""
