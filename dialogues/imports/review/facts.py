"""What a document prints of itself and its meeting, for the form that sets an import up."""

from dialogues.choices import DocumentClass, SourceKind
from dialogues.imports.language.document_language import language_of
from dialogues.imports.pieces import Piece
from dialogues.imports.rules.dialogue import beginning_of
from dialogues.models import Dialogue, DocumentImport, SourceDocument

MAX_TITLE = SourceDocument._meta.get_field("title").max_length  # characters
MAX_MASTHEAD = 60  # characters
KINDS = {
    DocumentClass.SUMMARY: SourceKind.NGO_SUMMARY,
    DocumentClass.NUMBERED_REPORT: SourceKind.UN_REPORT,
    DocumentClass.PRESS_RELEASE: SourceKind.PRESS_RELEASE,
    DocumentClass.VERBATIM: SourceKind.UN_REPORT,
    DocumentClass.STATEMENT: SourceKind.DELIVERED_TEXT,
    DocumentClass.SPEAKERS_LIST: SourceKind.PROGRAMME,
    DocumentClass.BACKGROUND: SourceKind.BACKGROUND,
    DocumentClass.UNKNOWN: SourceKind.WEB_PAGE,
}


def facts_of(pieces: list[Piece]) -> dict[str, object]:
    """{field: value} as the beginning prints them, with `title` and `language`."""
    facts, evidence = beginning_of(pieces)
    facts["title"] = facts.get("title", "")[:MAX_TITLE]
    if not _is_own_symbol(evidence.get("symbols"), pieces):
        facts.pop("symbols", None)
    facts["language"] = language_of(piece.text for piece in pieces if piece.is_prose)
    return facts


def _is_own_symbol(place, pieces):
    """Whether the symbol is in a short line, as on a masthead: in prose it is that of a report."""
    return bool(place) and len(pieces[place.piece].text) <= MAX_MASTHEAD


def dialogue_of_facts(facts: dict[str, object]) -> Dialogue | None:
    """The recorded dialogue of this forum and day; None if there are none or several."""
    matches = Dialogue.objects.filter(held_on=facts.get("held_on"), forum=facts.get("forum", ""))
    return matches[0] if facts.get("held_on") and len(matches) == 1 else None


def earlier_source(
    document_import: DocumentImport, dialogue: Dialogue | None, facts: dict[str, object]
) -> SourceDocument | None:
    """The recorded source of this symbol, or of the same dialogue with this file name or title."""
    if source := _of_symbol(facts.get("symbols", "")):
        return source
    earlier = DocumentImport.objects.filter(
        file_name=document_import.file_name, dialogue=dialogue, source__isnull=False
    ).exclude(pk=document_import.pk)
    if again := earlier.select_related("source").first():
        return again.source
    sources = SourceDocument.objects.filter(title=facts["title"])
    return sources.filter(dialogues=dialogue).first() if dialogue else None


def _of_symbol(symbol):
    """The one source that has a symbol; None if none or several have it."""
    sources = SourceDocument.objects.filter(symbols__contains=symbol) if symbol else ()
    same = [source for source in sources if symbol in source.symbols.split()]
    return same[0] if len(same) == 1 else None
