"""The tantivy index of statements: its schema, its documents, and who reads and writes it."""
