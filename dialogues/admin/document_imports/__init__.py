"""The screens on which a document is brought in and what it says is reviewed."""
