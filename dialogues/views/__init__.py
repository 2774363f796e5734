"""One module per page. A view picks the records and the template; other floors do the work."""
