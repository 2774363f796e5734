"""Pure text: names, normalisation, paragraphs and comparison. Knows no database."""
