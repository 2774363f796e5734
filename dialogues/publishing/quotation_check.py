"""Whether what is quoted stands in its source."""

import re

from dialogues.text.normalise import normalise

HYPHEN_AT_LINE_END = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-z])")
SPACE = re.compile(r"\s+")


def joined(text):
    """The text on one line: line and page breaks are spaces, words broken at a hyphen are whole."""
    return SPACE.sub(" ", HYPHEN_AT_LINE_END.sub("-", text)).strip()


def searchable(text):
    """A text with one space before and after each word and mark: quotations are looked up in it.

    Made once for each text: it takes longer than looking.
    """
    return f" {normalise(joined(text))} "


def contains_quotation(looked_up, quotation):
    """Whether a text, `searchable`, has the words of a quotation, whatever marks and line breaks
    it is set in."""
    words = normalise(joined(quotation))
    return bool(words) and f" {words} " in looked_up


class SourceTexts:
    """The texts of sources as far as their passages are kept, each read once."""

    def __init__(self):
        self._by_source = {}

    def searchable_text(self, source):
        """The text of a source, as it is looked up; empty when no passage is kept."""
        if source.pk not in self._by_source:
            text = source_text(source)
            self._by_source[source.pk] = searchable(text) if text else ""
        return self._by_source[source.pk]

    def missing_quotations(self, statement):
        """The quotations of a statement that the text of its source does not have: a list."""
        if not statement.text:
            return []
        text = self.searchable_text(statement.source)
        return [one for one in statement.quotations if not contains_quotation(text, one)]


def source_text(source):
    """The text of a source as far as its passages are kept; empty when none are."""
    return "\n".join(source.passages.values_list("text", flat=True))
