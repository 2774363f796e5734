"""From documents as they are printed to records. Reading and saving are two steps."""
