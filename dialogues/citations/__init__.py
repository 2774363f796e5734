"""Citations of statements, dialogues, sources and pages, in several styles and file formats.

Citations are English on every page: they are copied into other texts and must read the same for
all readers. So this package translates nothing.
"""
