"""The characters that a stored text may have: those that every file of the site can hold."""

import re

# Printers' and programs' ways to begin a line or page.
LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Not allowed in XML 1.0 (2.2 Characters), which feeds, sitemaps and workbooks are written in.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """The text with \\n for every line break, without characters that XML cannot hold."""
    if text.isascii() and text.isprintable():
        return text
    return NOT_IN_XML.sub("", LINE_BREAK.sub("\n", text))


def clean_line(text: str) -> str:
    """The same on one line."""
    return clean_text(text).replace("\n", " ")
