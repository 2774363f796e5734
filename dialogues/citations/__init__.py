"""How what is here is cited: a description of the work, styles for readers, files for programs."""
