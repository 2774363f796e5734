"""Whether the text of a source contains a quotation."""

from dialogues.models import SourceDocument, Statement
from dialogues.text.normalise import join_lines, normalise

# Words of a summary; fewer may be those of its source by chance.
MIN_COPIED = 5


def searchable(text: str) -> str:
    """The text in which contains_quotation looks: normalised, with a space around each token.

    Compute it once per text: it takes longer than a search.
    """
    return f" {normalise(join_lines(text))} "


def contains_quotation(searchable_text: str, quotation: str) -> bool:
    """Whether a searchable text contains a quotation, apart from typography and line breaks."""
    words = normalise(join_lines(quotation))
    return bool(words) and f" {words} " in searchable_text


class SourceTexts:
    """The texts of sources, as far as their passages are stored; each is read once."""

    def __init__(self):
        self._by_source = {}

    def searchable_text(self, source: SourceDocument) -> str:
        """The searchable text of a source; "" if no passage is stored."""
        if source.pk not in self._by_source:
            text = source_text(source)
            self._by_source[source.pk] = searchable(text) if text else ""
        return self._by_source[source.pk]

    def missing_quotations(self, statement: Statement) -> list[str]:
        """The quotations of a statement that the text of its source does not contain."""
        if not statement.text:
            return []
        text = self.searchable_text(statement.source)
        return [
            quotation
            for quotation in statement.quotations
            if not contains_quotation(text, quotation)
        ]

    def has_copied_summary(self, statement: Statement) -> bool:
        """Whether the summary of a statement is a sentence of its source."""
        is_long = len(statement.summary.split()) >= MIN_COPIED
        if not is_long:
            return False
        return contains_quotation(self.searchable_text(statement.source), statement.summary)


def source_text(source: SourceDocument) -> str:
    """The text of a source, as far as its passages are stored; "" if none is."""
    return "\n".join(source.passages.values_list("text", flat=True))
