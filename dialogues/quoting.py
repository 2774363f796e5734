"""Whether what is quoted stands in its source."""

import re

from dialogues.wording import normalised

HYPHEN_AT_LINE_END = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-z])")
SPACE = re.compile(r"\s+")


def joined(text):
    """The text on one line: line and page breaks are spaces, words broken at a hyphen are whole."""
    return SPACE.sub(" ", HYPHEN_AT_LINE_END.sub("-", text)).strip()


def has(text, quotation):
    """Whether a text has the words of a quotation, whatever marks and line breaks it is set in."""
    words = normalised(joined(quotation))
    return bool(words) and f" {words} " in f" {normalised(joined(text))} "


def held_text(source):
    """The text of a source as far as its passages are kept; empty when none are."""
    return "\n".join(source.passages.values_list("text", flat=True))


def not_found(statement, text=None):
    """The quotations of a statement that the text of its source does not have: a list.

    `text` is asked for once by who has many statements of one source.
    """
    if not statement.text:
        return []
    text = held_text(statement.source) if text is None else text
    return [one for one in statement.quotations if not has(text, one)]
