"""The statements of a dialogue under headings: by whom they were made, or what they are on."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from dialogues.models import (
    Participant,
    Person,
    Statement,
    Theme,
)
from dialogues.text.names import name_key


@dataclass(frozen=True)
class StatementSection:
    """Statements under one heading; `record` is the one it names, None where it has no page."""

    heading: str
    record: Participant | Person | Theme | None
    statements: list[Statement]


def sections_by_speaker(statements):
    """A Section for each speaker, by name. Needs attributed statements, loaded with_speaker."""
    found = {}
    for one in statements:
        speaker = one.participation.speaker
        section = StatementSection(one.speaker_name, speaker, [])
        found.setdefault(speaker or one.speaker_name, section).statements.append(one)
    return sorted(found.values(), key=lambda section: name_key(section.heading))


def sections_by_theme(statements):
    """A Section for each theme in the order of the tree; what is on none comes last.

    A statement on two themes stands under both. Asks for the themes of all at once.
    """
    prefetch_related_objects(statements := list(statements), "themes")
    found = {}
    for one in statements:
        for theme in one.themes.all() or [None]:
            found.setdefault(theme, []).append(one)
    themes = sorted(filter(None, found), key=lambda theme: (theme.position, theme.slug))
    sections = [StatementSection(str(theme), theme, found[theme]) for theme in themes]
    return sections + ([StatementSection("", None, found[None])] if None in found else [])
