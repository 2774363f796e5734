"""Checking that what is quoted really stands in its source."""

from dataclasses import dataclass

from dialogues.models import SourceDocument, Statement
from dialogues.publishing.quotation_check import contains_quotation, searchable, source_text


@dataclass(frozen=True)
class Checked:
    """One quotation and whether its source has it; None when no text is at hand."""

    statement: Statement
    quotation: str
    is_found: bool | None


def check_quotations(folder=None):
    """Look up every quotation in its source's text. Texts are `<slug>.txt` in the folder, or the
    passages kept of the source. Yields a Checked for each quotation."""
    statements = Statement.objects.exclude(text="").select_related("source").as_printed()
    texts = {}
    for statement in statements:
        source = statement.source
        if source.pk not in texts:
            text = text_of(source, folder)
            texts[source.pk] = searchable(text) if text else ""
        for quotation in statement.quotations:
            text = texts[source.pk]
            yield Checked(
                statement, quotation, contains_quotation(text, quotation) if text else None
            )


def text_of(source: SourceDocument, folder=None):
    """The source's text from its file or its passages; empty when neither is at hand."""
    for file in folder.glob("*.txt") if folder else ():
        if file.stem.casefold() == source.slug:
            return file.read_text(encoding="utf-8")
    return source_text(source)
