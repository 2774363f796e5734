"""What is proposed from pieces: one module for each kind of record or shape of document."""
