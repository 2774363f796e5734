"""Finds statements by words and filters: a query is parsed, its names resolved, the index asked."""
