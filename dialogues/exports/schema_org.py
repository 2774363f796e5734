"""Pages as linked data in the vocabulary of schema.org."""

from collections.abc import Iterable

from dialogues.citations.work import SITE, Work
from dialogues.models import Dialogue, Participant, Statement

CONTEXT = "https://schema.org"


def quotation(work: Work, statement: Statement) -> dict:
    """A statement: a Quotation if it has words, otherwise a CreativeWork with a summary."""
    speech = statement.participation
    return _without_empty(
        {
            "@context": CONTEXT,
            "@type": schema_type(statement),
            "name": work.title,
            "text": work.quotation,
            "abstract": work.summary,
            "inLanguage": work.language,
            "creator": _speaker(speech) if speech else None,
            "datePublished": work.issued,
            "isBasedOn": _document(work),
            "about": [{"@type": "Thing", "name": str(theme)} for theme in statement.themes.all()],
            "url": work.address,
            "identifier": statement.reference,
            "version": work.id.rpartition("-v")[2],
            "isPartOf": {"@type": "Dataset", "name": SITE},
        }
    )


def schema_type(statement: Statement) -> str:
    return "Quotation" if statement.text else "CreativeWork"


def event(dialogue: Dialogue, address: str) -> dict:
    """A dialogue that was held, as an Event."""
    days = dialogue.days
    return _without_empty(
        {
            "@context": CONTEXT,
            "@type": "Event",
            "name": dialogue.title,
            "description": dialogue.summary,
            "startDate": days[0].isoformat() if days else "",
            "endDate": days[-1].isoformat() if days else "",
            "location": {"@type": "Place", "name": dialogue.place} if dialogue.place else None,
            "url": address,
            "subjectOf": [
                {"@type": "CreativeWork", "name": source.title} for source in dialogue.sources.all()
            ],
        }
    )


def source_document(work: Work, path: str) -> dict:
    """A source document, at its own address if it has one, with its page on this site."""
    linked = {"@context": CONTEXT} | _document(work)
    return linked | {"inLanguage": work.language, "mainEntityOfPage": path}


def dataset(
    title: str,
    description: str,
    address: str,
    edition: str,
    files: Iterable[tuple[str, str]],
    licence: str = "",
    creator: str = "",
) -> dict:
    """A list of statements as a Dataset.

    `files` are (media type, address) pairs; `licence` is an address, `creator` a name.
    """
    return _without_empty(
        {
            "@context": CONTEXT,
            "@type": "Dataset",
            "name": title,
            "description": description,
            "url": address,
            "version": edition,
            "license": licence,
            "creator": {"@type": "Organization", "name": creator} if creator else None,
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": media, "contentUrl": url}
                for media, url in files
            ],
        }
    )


def _speaker(speech):
    if speech.participant is None:
        return {"@type": "Person" if speech.person else "Role", "name": speech.speaker_name}
    is_state = speech.participant.kind == Participant.Kind.STATE
    return {"@type": "Country" if is_state else "Organization", "name": speech.speaker_name}


def _document(work):
    document = work.document
    return _without_empty(
        {
            "@type": "CreativeWork",
            "name": document.title,
            "publisher": {"@type": "Organization", "name": document.publisher}
            if document.publisher
            else None,
            "identifier": document.symbols,
            "datePublished": document.issued,
            "url": document.url,
        }
    )


def _without_empty(values):
    return {key: value for key, value in values.items() if value}
