"""Values that several tables have in their cells."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from dialogues.models import Dialogue

YES, NO, NOT_KNOWN = "yes", "no", "not known"


class Named(Protocol):
    """A record with a name."""

    name: str


def dialogue_values(dialogue: Dialogue) -> tuple[str, str, int, str]:
    """The slug, day, year and forum of a dialogue."""
    return dialogue.slug, iso_day(dialogue.held_on), dialogue.year, dialogue.get_forum_display()


def yes_if(is_true: object) -> str:
    return YES if is_true else ""


def iso_day(day: date | None) -> str:
    return day.isoformat() if day else ""


def slug_of(dialogue: Dialogue | None) -> str:
    return dialogue.slug if dialogue else ""


def names_of(records: Iterable[Named]) -> list[str]:
    return [record.name for record in records]


def first_of(texts: Iterable[str]) -> str:
    """The first text that is not empty."""
    return next(filter(None, texts), "")


def stance_texts(stances: Mapping[str, int]) -> list[str]:
    """Each stance with its number: supports: 2."""
    return [f"{stance}: {number}" for stance, number in sorted(stances.items())]
