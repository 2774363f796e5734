"""Middleware: the page cache, redirects and compression."""
