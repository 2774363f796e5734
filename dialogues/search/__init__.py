"""Finding statements by words and counting them by filter, from an index beside the database."""
