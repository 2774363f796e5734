"""The text of a source: stored in passages, with a ledger of what is done with each."""

from collections.abc import Sequence

from dialogues.models import SourceDocument, SourceParagraph, Statement
from dialogues.publishing.quotation_check import contains_quotation, searchable, source_text
from dialogues.text.paragraphs import Paragraph


def store_text(source: SourceDocument, paragraphs: Sequence[Paragraph], *, replace: bool) -> None:
    """Store paragraphs after the passages of a source, or in their place, and in its ledger.

    What is entered of a paragraph stays: only paragraphs that the old text lacked are new.
    """
    if not paragraphs:
        return
    if replace:
        source.passages.all().delete()
    _add_after(source.passages, paragraphs, with_text=True)
    known = len(_trimmed(source.ledger, len(paragraphs))) if replace else 0
    _add_after(source.ledger, paragraphs[known:])


def lost_quotations(source: SourceDocument, text: str) -> list[str]:
    """The quotations of a source's statements that its stored text has and a new text has not."""
    new, old = searchable(text), searchable(source_text(source))
    statements = source.statements.exclude(status=Statement.Status.WITHDRAWN)
    return [
        quotation
        for statement in statements.filter(words_checked="").exclude(text="")
        for quotation in statement.quotations
        if contains_quotation(old, quotation) and not contains_quotation(new, quotation)
    ]


def _trimmed(ledger, length):
    """The first rows of a ledger. Open rows after them are deleted: the text is shorter now."""
    rows = list(ledger.order_by("position"))
    for row in rows[length:]:
        if row.progress == SourceParagraph.Progress.OPEN:
            row.delete()
    return rows[:length]


def _add_after(rows, paragraphs, with_text=False):
    """Add a row for each paragraph after the last row of a source's passages or ledger."""
    last = rows.order_by("position").last()
    first = last.position + 1 if last else 1
    for position, paragraph in enumerate(paragraphs, first):
        text = {"text": paragraph.text} if with_text else {}
        rows.create(
            position=position, section=paragraph.section, paragraph=paragraph.paragraph, **text
        )
