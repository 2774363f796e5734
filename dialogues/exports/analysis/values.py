"""What several tables have in their cells."""

YES, NO, NOT_KNOWN = "yes", "no", "not known"


def of_dialogue(dialogue):
    """The slug, day, year and forum of a dialogue."""
    return [dialogue.slug, iso_day(dialogue.held_on), dialogue.year, dialogue.get_forum_display()]


def yes_if(is_so):
    return YES if is_so else ""


def iso_day(day):
    return day.isoformat() if day else ""


def slug_of(dialogue):
    return dialogue.slug if dialogue else ""


def names_of(records):
    return [one.name for one in records]


def first_of(texts):
    """The first that is not empty."""
    return next(filter(None, texts), "")


def numbers_of(stances):
    """Each stance with how many: supports: 2."""
    return [f"{stance}: {number}" for stance, number in sorted(stances.items())]
