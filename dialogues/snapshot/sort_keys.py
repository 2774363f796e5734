"""Sort keys of statements, as numbers that the index can sort and count.

A date key is the day of the dialogue, latest first, then the dialogue, then the statement in it.
To find page 1,000, the statements before it are counted by dialogue, not sorted.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from dialogues.models import Dialogue

DAY_BITS, DIALOGUE_BITS, POSITION_BITS = 16, 20, 28
FIRST_DAY = date(2000, 1, 1)
NO_DAY = 2**DAY_BITS - 1  # sorts after every day
BELOW_DAY = DIALOGUE_BITS + POSITION_BITS
NO_SLUG = "\x7f"  # sorts after every slug


def date_key(dialogue: Dialogue, position: int = 0) -> int:
    """The date key of a statement; without a position, that of its dialogue."""
    day = NO_DAY
    if dialogue.held_on:
        day = NO_DAY - 1 - min((dialogue.held_on - FIRST_DAY).days, NO_DAY - 1)
    return day << BELOW_DAY | dialogue.pk << POSITION_BITS | min(position, 2**POSITION_BITS - 1)


def newest_first(key: int) -> int:
    """What to sort date keys by for the newest first."""
    return key


def oldest_first(key: int) -> tuple[int, int]:
    """What to sort date keys by for the oldest first; dialogues without a day still come last."""
    day, rest = divmod(key, 1 << BELOW_DAY)
    return day if day == NO_DAY else -day, rest


def speaker_key(participant: str | None, person: str | None) -> str:
    """What to sort statements by in the order of speakers, from two slugs."""
    return f"{participant or NO_SLUG} {person or NO_SLUG}"


def values_between(
    values: Iterable[str], counts: Mapping[str, int], start: int, stop: int
) -> tuple[int, list[str]]:
    """Which of the values, in their order, have the statements from `start` to `stop`.

    `counts` has the number of statements of each value. Returns how many statements come before
    those values, and the values.
    """
    before, at, within = 0, 0, []
    for value in values:
        end = at + counts[value]
        if end <= start:
            before = end
        elif at < stop:
            within.append(value)
        else:
            break
        at = end
    return before, within
