"""Does it add up? Each check says what in the records contradicts a source or another record."""
