"""The tantivy index of statements: its schema and documents, its reader and writer."""
