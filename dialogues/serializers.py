"""Public records as plain values, for versions and citations."""

from dialogues.models import Dialogue, SourceDocument, Statement


def statement_record(statement: Statement) -> dict:
    """All that the public sees of a statement; needs with_record().

    Choices are stored values ("quoted-in-summary"); names are today's. Keys that came later are
    there only with a value: a record without one stays the same as in its versions.
    """
    record = {
        "reference": statement.reference,
        "dialogue": dialogue_record(statement.dialogue),
        "speaker": _speaker(statement.participation),
        "attribution_as_printed": statement.attribution,
        "text": statement.text,
        "language": statement.language,
        "translation": statement.translation,
        "summary": statement.summary,
        "themes": [{"slug": theme.slug, "name": theme.label} for theme in statement.themes.all()],
        "stance": statement.stance,
        "act": statement.act,
        "source_word": statement.source_word,
        "among_others": statement.among_others,
        "situations": [_slug_and_name(situation) for situation in statement.situations.all()],
        "provenance": statement.provenance,
        "source": source_record(statement.source),
        "section": statement.section,
        "paragraph": statement.paragraph,
        "editor_note": statement.editor_note,
    }
    return record | _filled(
        page=statement.page, begins_with=statement.begins_with, ends_with=statement.ends_with
    )


def _filled(**values):
    return {key: value for key, value in values.items() if value}


def dialogue_record(dialogue: Dialogue) -> dict:
    """What a citation names of a dialogue."""
    return {
        "slug": dialogue.slug,
        "name": dialogue.title,
        "forum": dialogue.forum,
        "format": dialogue.format,
        "held_on": dialogue.held_on.isoformat() if dialogue.held_on else "",
        "year": dialogue.year,
        "place": dialogue.place,
    }


def _speaker(speech):
    """Who spoke and for whom; None if the source names no speaker."""
    if speech is None:
        return None
    speaker = {
        "participant": _slug_and_name(speech.participant),
        "kind": speech.participant.kind if speech.participant else "",
        "person": _slug_and_name(speech.person),
        "office": speech.office,
        "as_printed": speech.name_as_printed,
        "capacity": speech.capacity,
        "status": speech.status,
        "on_behalf_of": _slug_and_name(speech.on_behalf_of),
        "on_behalf_of_as_printed": speech.on_behalf_of_as_printed,
        "represented": [
            _slug_and_name(participation.participant)
            for participation in speech.represents.all()
            if participation.participant
        ],
        "group_as_printed": speech.group_as_printed,
    }
    return speaker | _filled(spoke_on=speech.spoke_on and speech.spoke_on.isoformat())


def source_record(source: SourceDocument) -> dict:
    """What a citation names of a source document."""
    record = {
        "slug": source.slug,
        "name": source.title,
        "kind": source.kind,
        "publisher": source.publisher_in_brackets,
        "symbols": source.symbols,
        "published_on": source.published_on.isoformat() if source.published_on else "",
        "date_as_printed": source.date_as_printed,
        "url": source.url,
        "language": source.language,
    }
    return record | _filled(published_in=source.published_in, read=source.read_extent)


def _slug_and_name(record):
    return {"slug": record.slug, "name": str(record)} if record else None


def speaker_name(record: dict) -> str:
    """The name of the speaker in a statement's record; the attribution if nobody is named."""
    speaker = record["speaker"]
    if speaker is None:
        return record["attribution_as_printed"]
    participant = speaker["participant"] or speaker["person"]
    return participant["name"] if participant else speaker["office"]
