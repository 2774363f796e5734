"""The statements of a dialogue under headings: by speaker, or by theme."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from dialogues.models import Participant, Person, Statement, Theme
from dialogues.text.names import name_key


@dataclass(frozen=True)
class StatementSection:
    """Statements under one heading; `record` is what it names, None where that has no page."""

    heading: str
    record: Participant | Person | Theme | None
    statements: list[Statement]


def sections_by_speaker(statements: Iterable[Statement]) -> list[StatementSection]:
    """A StatementSection for each speaker, by name.

    Needs attributed statements, loaded with_speaker.
    """
    sections = {}
    for statement in statements:
        speaker = statement.participation.speaker
        section = StatementSection(statement.speaker_name, speaker, [])
        key = speaker or statement.speaker_name
        sections.setdefault(key, section).statements.append(statement)
    return sorted(sections.values(), key=lambda section: name_key(section.heading))


def sections_by_theme(statements: Iterable[Statement]) -> list[StatementSection]:
    """A StatementSection for each theme in the order of the tree; statements without one come last.

    A statement on two themes is in both sections. One query, for the themes of all statements.
    """
    prefetch_related_objects(statements := list(statements), "themes")
    by_theme = defaultdict(list)
    for statement in statements:
        for theme in statement.themes.all() or [None]:
            by_theme[theme].append(statement)
    without_theme = by_theme.pop(None, [])
    themes = sorted(by_theme, key=lambda theme: (theme.position, theme.slug))
    sections = [StatementSection(str(theme), theme, by_theme[theme]) for theme in themes]
    return sections + ([StatementSection("", None, without_theme)] if without_theme else [])
