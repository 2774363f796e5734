"""Reported figures from proposals."""

from decimal import Decimal

from dialogues.models import ReportedFigure
from dialogues.models.slugs import free_key
from dialogues.text.normalise import normalise


def existing(record, values):
    """The figure of the dialogue with the same value and unit, or with the same words."""
    words = normalise(values["as_printed"])
    matches = [
        each
        for each in record.figures()
        if each.value == Decimal(values["value"])
        and (
            normalise(each.unit) == normalise(values["unit"]) or normalise(each.as_printed) == words
        )
    ]
    return matches[:1]


def make(record, proposal):
    values = proposal.values
    group = record.participant(values["group"]) if values["group"] else None
    figure = ReportedFigure(
        dialogue=record.dialogue,
        key=free_key(ReportedFigure, f"{record.dialogue.slug}-{values['measure']}"),
        value=Decimal(values["value"]),
        qualifier=values["qualifier"],
        unit=values["unit"],
        measure=values["measure"],
        group=group,
        as_printed=values["as_printed"],
        names_are_all=values.get("names_are_all", False),
        editor_note=values.get("editor_note", ""),
        **record.place_of(proposal),
    )
    record.add(figure)
    if names := values.get("named"):
        figure.named.set([record.participant(slug) for slug in names])
    return [figure]
