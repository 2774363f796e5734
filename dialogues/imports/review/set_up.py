"""The source and the dialogue of a document, found or made from what its beginning prints."""

from django.utils.translation import gettext as _

from dialogues.choices import Forum
from dialogues.imports.review import storing
from dialogues.imports.review.facts import KINDS, dialogue_of_facts, earlier_source, facts_of
from dialogues.models import Dialogue, DocumentImport, SourceDocument, open_edition
from dialogues.models.slugs import free_slug

NEEDED = ("title", "forum", "format", "held_on")


class NoDialogueError(ValueError):
    """The document does not print enough for a new dialogue."""


def set_up(
    document_import: DocumentImport,
    dialogue: Dialogue | None = None,
    source: SourceDocument | None = None,
) -> None:
    """Set source and dialogue of an import: the given, else recorded, else new ones.

    Raises NoDialogueError where a dialogue is needed and not known.
    """
    facts = facts_of(storing.pieces_in(document_import))
    needs_dialogue = document_import.document_class not in storing.WITHOUT_DIALOGUE
    with open_edition(_("Brought in from a document")):
        dialogue = dialogue or dialogue_of_facts(facts)
        if dialogue is None and needs_dialogue:
            dialogue = new_dialogue(facts)
        document_import.dialogue = dialogue
        document_import.source = (
            source
            or earlier_source(document_import, dialogue, facts)
            or new_source({**facts, "kind": KINDS[document_import.document_class]})
        )
        document_import.save()


def new_dialogue(facts: dict) -> Dialogue:
    """Save a new dialogue, a draft. Raises NoDialogueError if a fact is missing."""
    missing = [name for name in NEEDED if not facts.get(name)]
    if missing or facts["forum"] not in Forum.values:
        message = _("The document does not print the dialogue's %s: choose a dialogue.")
        raise NoDialogueError(message % ", ".join(missing or ["forum"]).replace("_", " "))
    columns = {name: facts[name] for name in NEEDED}
    slug = free_slug(Dialogue, f"{facts['forum']}-{facts['held_on']}")
    return _saved(Dialogue(slug=slug, **columns))


def new_source(facts: dict) -> SourceDocument:
    """Save a new source document."""
    names = ("title", "kind", "publisher", "symbols", "published_on", "language")
    columns = {name: facts[name] for name in names if facts.get(name)}
    return _saved(SourceDocument(slug=free_slug(SourceDocument, facts["title"]), **columns))


def _saved(record):
    record.fill_derived_fields()
    record.full_clean()
    record.save()
    return record
