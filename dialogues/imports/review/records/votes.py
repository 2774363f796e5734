"""Votes from proposals."""

from dialogues.models import Vote
from dialogues.models.slugs import free_slug

COUNTS = ("in_favour", "against", "abstaining")


def existing(record, values):
    """The vote on the same resolution, or of the same body and day with the same counts."""
    symbols = set(values.get("symbols", "").split())
    counts = [values.get(name) for name in COUNTS]
    matches = [
        vote
        for vote in Vote.objects.filter(body=values["body"])
        if symbols & set(vote.symbols.split())
        or (
            str(vote.held_on) == values["held_on"]
            and [getattr(vote, name) for name in COUNTS] == counts
        )
    ]
    return matches[:1]


def make(record, proposal):
    values = proposal.values
    vote = Vote(
        slug=free_slug(Vote, values.get("symbols") or values["title"]),
        title=values["title"],
        body=values["body"],
        held_on=values["held_on"],
        symbols=values.get("symbols", ""),
        is_without_vote=values.get("is_without_vote", False),
        dialogue=record.dialogue,
        **{name: values.get(name) for name in COUNTS},
        **record.place_of(proposal),
    )
    return [record.add(vote)]
