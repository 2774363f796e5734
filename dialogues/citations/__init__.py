"""Citations of statements, dialogues, sources and pages, in eight styles and four file formats.

Citations are English on every page: they are copied into other texts and must read the same for
all readers. So this package translates nothing.
"""
