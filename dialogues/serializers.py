"""What the public sees of a record, as plain values: what is frozen, and what is cited."""


def statement_record(statement):
    """All that the public sees of a statement, as plain values; needs with_record().

    Values are those of the database ("quoted-in-summary"), names are today's.
    """
    return {
        "reference": statement.reference,
        "dialogue": dialogue_record(statement.dialogue),
        "speaker": _speaker(statement.participation),
        "attribution_as_printed": statement.attribution,
        "text": statement.text,
        "language": statement.language,
        "translation": statement.translation,
        "summary": statement.summary,
        "themes": [{"slug": one.slug, "name": one.label} for one in statement.themes.all()],
        "stance": statement.stance,
        "act": statement.act,
        "source_word": statement.source_word,
        "among_others": statement.among_others,
        "situations": [_named(one) for one in statement.situations.all()],
        "provenance": statement.provenance,
        "source": source_record(statement.source),
        "section": statement.section,
        "paragraph": statement.paragraph,
        "editor_note": statement.editor_note,
    }


def dialogue_record(dialogue):
    """What a citation says of a dialogue, as plain values."""
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
    """Who said it and for whom; None where the source names nobody."""
    if speech is None:
        return None
    return {
        "participant": _named(speech.participant),
        "kind": speech.participant.kind if speech.participant else "",
        "person": _named(speech.person),
        "office": speech.office,
        "as_printed": speech.name_as_printed,
        "capacity": speech.capacity,
        "status": speech.status,
        "on_behalf_of": _named(speech.on_behalf_of),
        "on_behalf_of_as_printed": speech.on_behalf_of_as_printed,
        "represented": [_named(one.participant) for one in speech.represents.all()],
        "group_as_printed": speech.group_as_printed,
    }


def source_record(source):
    """What a citation says of a source document, as plain values."""
    return {
        "slug": source.slug,
        "name": source.title,
        "kind": source.kind,
        "publisher": source.publisher,
        "symbols": source.symbols,
        "published_on": source.published_on.isoformat() if source.published_on else "",
        "date_as_printed": source.date_as_printed,
        "url": source.url,
        "language": source.language,
    }


def _named(record):
    return {"slug": record.slug, "name": str(record)} if record else None


def speaker_name(record):
    """Who said it, by the name at the time of the record; the source's words of nobody named."""
    speaker = record["speaker"]
    if speaker is None:
        return record["attribution_as_printed"]
    named = speaker["participant"] or speaker["person"]
    return named["name"] if named else speaker["office"]
