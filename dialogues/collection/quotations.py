"""Check that every quotation is in the text of its source."""

from dataclasses import dataclass

from dialogues.models import SourceDocument, Statement
from dialogues.publishing.quotation_check import contains_quotation, searchable, source_text


@dataclass(frozen=True)
class QuotationResult:
    """A quotation, and whether its source contains it: None without the source's text."""

    statement: Statement
    quotation: str
    is_found: bool | None


def check_quotations(folder=None):
    """Yields a QuotationResult for each quotation of the collection.

    The text of a source is `<slug>.txt` in the folder, or the passages stored with it.
    """
    statements = Statement.objects.exclude(text="").select_related("source").in_source_order()
    texts = {}
    for statement in statements:
        source = statement.source
        if source.pk not in texts:
            text = text_of(source, folder)
            texts[source.pk] = searchable(text) if text else ""
        for quotation in statement.quotations:
            text = texts[source.pk]
            is_found = contains_quotation(text, quotation) if text else None
            yield QuotationResult(statement, quotation, is_found)


def text_of(source: SourceDocument, folder=None):
    """The text of a source from its file or its passages; "" if there is neither."""
    for file in folder.glob("*.txt") if folder else ():
        if file.stem.casefold() == source.slug:
            return file.read_text(encoding="utf-8")
    return source_text(source)
