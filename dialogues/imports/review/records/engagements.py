"""Engagements from proposals."""

from dialogues.models import Engagement
from dialogues.models.slugs import free_key, slug_of


def existing(record, values):
    """The engagement of the source with the same kind and dates."""
    matches = [
        each
        for each in record.source.engagements.all()
        if each.kind == values["kind"]
        and (each.begins_on and str(each.begins_on)) == values.get("begins_on")
        and each.date_as_printed in ("", values["date_as_printed"])
    ]
    return matches[:1]


def make(record, proposal):
    values = proposal.values
    engagement = Engagement(
        key=free_key(Engagement, slug_of(values["title"])),
        title=values["title"],
        kind=values["kind"],
        date_as_printed=values["date_as_printed"],
        begins_on=values.get("begins_on"),
        ends_on=values.get("ends_on"),
        summary=values["summary"],
        **record.place_of(proposal),
    )
    return [record.add(engagement)]
