"""What contradicts itself, or the calendar, in a list of speakers."""

from dialogues.speaker_lists.parser import ListWarning


def contradictions(rows, dialogue, memberships):
    """ListWarnings: printed twice; represented by another speaker and listed as a speaker too; not
    yet a member state on the day of the dialogue."""
    for row in rows:
        if row.is_duplicate:
            yield ListWarning("twice", {"name": row.name, "line": row.parsed.line})
    speakers = {row.participant.pk for row in rows if row.participant}
    for row in rows:
        for name in row.represented:
            if name.participant and name.participant.pk in speakers:
                yield ListWarning("also-listed", {"name": name.name, "by": row.name})
    for participant in dict.fromkeys(each for row in rows for each in _participants(row)):
        if memberships.joined_later(participant, dialogue):
            values = {"name": participant, "year": participant.member_since}
            yield ListWarning("too-early", values)


def _participants(row):
    return [name.participant for name in (row, *row.represented) if name.participant]
