"""What a document prints of itself and its meeting, for the form that sets an import up."""

from dialogues.choices import DocumentClass, SourceKind
from dialogues.imports.language.document_language import language_of
from dialogues.imports.pieces import Piece
from dialogues.imports.review.storing import PASTED
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
    """The one dialogue of this forum and day; None if the record has none or several."""
    matches = Dialogue.objects.filter(held_on=facts.get("held_on"), forum=facts.get("forum", ""))
    return matches[0] if facts.get("held_on") and len(matches) == 1 else None


def earlier_source(
    document_import: DocumentImport, dialogue: Dialogue | None, facts: dict[str, object]
) -> SourceDocument | None:
    """The source of which the document may be a new version, or None.

    It has this symbol; or it belongs to the same dialogue, and has the same title or came from a
    file of this name.
    """
    if source := _of_symbol(facts.get("symbols", "")):
        return source
    if dialogue is None:
        return None
    sources = dialogue.sources.all()
    same_title = sources.filter(title=facts["title"]).first()
    return same_title or sources.filter(imports__in=_of_this_file(document_import)).first()


def _of_this_file(document_import):
    """The other imports of a file of this name; none of a pasted text, which has no file."""
    if document_import.file_name == PASTED:
        return DocumentImport.objects.none()
    same_name = DocumentImport.objects.filter(file_name=document_import.file_name)
    return same_name.exclude(pk=document_import.pk)


def _of_symbol(symbol):
    """The only source with a symbol; None if several have it, or no source."""
    sources = SourceDocument.objects.filter(symbols__contains=symbol) if symbol else ()
    same = [source for source in sources if symbol in source.symbols.split()]
    return same[0] if len(same) == 1 else None
