"""Works that are not statements: pages of this site, dialogues and source documents."""

from dataclasses import replace

from dialogues.citations.work import Document, Work, date_in_words, document_of, event_of
from dialogues.models import Dialogue, SourceDocument
from dialogues.serializers import dialogue_record, source_record


def page_work(key, title, address, edition, today, **fields):
    """The Work of a page that changes with the editions, such as a dialogue or a list."""
    return Work(
        id=key,
        title=title,
        address=address,
        accessed=today.isoformat(),
        place_here=f"edition {edition}",
        **fields,
    )


def dialogue_document(dialogue):
    """A dialogue as a citation names it: forum, session, title, numbers as printed, days.

    The days are in the title, because most styles print only the year of a document.
    """
    session = f"{dialogue.session} session" if dialogue.session else ""
    forum = Dialogue.Forum(dialogue.forum).label
    days = [date_in_words(day.isoformat()) for day in dialogue.days]
    numbers = f" ({'; '.join(dialogue.ordinals)})" if dialogue.ordinals else ""
    return Document(
        title=", ".join([event_of(dialogue_record(dialogue)) + numbers, *days]),
        publisher=", ".join(part for part in ("United Nations", str(forum), session) if part),
        issued=dialogue.held_on.isoformat() if dialogue.held_on else str(dialogue.year),
        type="event",
    )


def source_work(source: SourceDocument, address, edition, today):
    """The Work of a source: at its own address if it has one, else at its page on this site."""
    document = document_of(source_record(source))
    work = page_work(
        source.slug,
        source.title,
        address,
        edition,
        today,
        issued=document.issued,
        document=document,
        language=source.language,
    )
    if not document.url:
        return work
    accessed = source.checked_on or source.retrieved_on or today
    return replace(work, address=document.url, accessed=accessed.isoformat(), place_here="")
