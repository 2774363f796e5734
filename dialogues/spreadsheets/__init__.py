"""Records out as spreadsheets, and in again: read, shown, and saved all or none."""
