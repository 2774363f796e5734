"""Drafts of statements from proposals: one for each speaker of a sentence."""

from django.core.exceptions import ValidationError

from dialogues.imports.review.records.speakers import (
    new_participation,
    participation_of,
    speakers_of,
)
from dialogues.models import Statement
from dialogues.text.normalise import normalise

COLUMNS = (
    "text",
    "summary",
    "provenance",
    "stance",
    "act",
    "source_word",
    "editor_note",
    "attribution",
)


def existing(record, values):
    """The statements of all its speakers that say the same; none if one of them lacks it."""
    recorded = [_of_speaker(record, speaker, values) for speaker in speakers_of(values)]
    return recorded if all(recorded) else []


def _of_speaker(record, speaker, values):
    try:
        participation = participation_of(record, speaker, values)
    except ValidationError:
        return None
    if participation is None:
        return None
    return same_words(record, values, lambda each: each.participation_id == participation.pk)


def same_words(record, values, is_possible):
    """The recorded statement with these words, or None.

    It has the same quotation or, without a quotation, the same verb in the same place.
    `is_possible` is a function that chooses the statements to compare.
    """
    for each in record.statements():
        if is_possible(each) and _says_the_same(each, values):
            return each
    return None


def _says_the_same(statement, values):
    if values["text"]:
        words = normalise(values["text"])
        return bool(statement.text) and (
            words in normalise(statement.text) or normalise(statement.text) in words
        )
    place = (statement.section, statement.paragraph, statement.source_word)
    return bool(statement.source_word) and place == (
        values.get("section", ""),
        values.get("paragraph", ""),
        values.get("source_word", ""),
    )


def make(record, proposal):
    """Add a draft for each speaker, and the participation of a speaker that has none."""
    values, place = proposal.values, record.place_of(proposal)
    return [_draft(record, values, place, speaker) for speaker in speakers_of(values)]


def _draft(record, values, place, speaker):
    participation = participation_of(record, speaker, values)
    if participation is None:
        participation = record.add(new_participation(record, speaker, place))
    return add_draft(record, values, place, participation=participation)


def add_draft(record, values, place, **who):
    """Add a draft with the values of a proposal and its themes."""
    columns = {name: values[name] for name in COLUMNS if name in values}
    statement = record.add(
        Statement(
            dialogue=record.dialogue, language=record.source.language, **columns, **who, **place
        )
    )
    if themes := values.get("themes"):
        statement.themes.set(themes)
    return statement
