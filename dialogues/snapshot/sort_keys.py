"""The order of the statements, as numbers that the index can sort and pages can be found by.

A place is the day of the dialogue, latest first, then the dialogue, then the statement in it. To
find page 1,000 the statements before it are counted by dialogue, not sorted.
"""

from datetime import date

DAY_BITS, DIALOGUE_BITS, POSITION_BITS = 16, 20, 28
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = 2**DAY_BITS - 1  # counted back from here; a dialogue without a day comes last
BELOW_DAY = DIALOGUE_BITS + POSITION_BITS
LAST = "\x7f"  # sorts after every slug: those who have none come last


def place_of(dialogue, position=0):
    """The place of a statement; of its dialogue, without the position."""
    day = LAST_DAY
    if dialogue.held_on:
        day = LAST_DAY - 1 - min((dialogue.held_on - FIRST_DAY).days, LAST_DAY - 1)
    return day << BELOW_DAY | dialogue.pk << POSITION_BITS | min(position, 2**POSITION_BITS - 1)


def newest(place):
    """What places are sorted by for the newest first."""
    return place


def oldest(place):
    """What places are sorted by for the oldest first; those without a day still come last."""
    day, rest = divmod(place, 1 << BELOW_DAY)
    return day if day == LAST_DAY else -day, rest


def who_of(participant, person):
    """What statements are sorted by in the order of speakers, from two slugs or None."""
    return f"{participant or LAST} {person or LAST}"


def on_page(values, numbers, start, stop):
    """Which of the values, in their order, have the statements from one place to another.

    Returns how many statements come before those values, and the values.
    """
    before, at, here = 0, 0, []
    for value in values:
        end = at + numbers[value]
        if end <= start:
            before = end
        elif at < stop:
            here.append(value)
        else:
            break
        at = end
    return before, here
