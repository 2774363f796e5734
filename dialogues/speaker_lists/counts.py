"""How many a list names, beside the numbers that sources state."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from dialogues.models import Participant, Participation, ReportedFigure
from dialogues.snapshot.speaker_counts import KIND_BY_MEASURE, distinct_speakers


@dataclass(frozen=True)
class Count:
    """How many a list names of one kind, beside the numbers that sources state."""

    label: str
    number: int
    figures: tuple[ReportedFigure, ...] = ()

    @property
    def stated(self):
        """The numbers that sources state, in words: 73, at least 56."""
        return [one.display_value for one in self.figures]

    @property
    def agrees(self):
        """Whether some source states this number; None where none states any."""
        if not self.figures:
            return None
        return any(not one.is_contradicted_by(self.number) for one in self.figures)


PLURAL = {
    Participant.Kind.STATE: _("states"),
    Participant.Kind.OBSERVER: _("observers"),
    Participant.Kind.GROUP: _("groups"),
    Participant.Kind.REGIONAL: _("regional organizations"),
    Participant.Kind.UN_ENTITY: _("UN entities"),
    Participant.Kind.CIVIL_SOCIETY: _("civil society organizations"),
}


def counts(proposal, dialogue, status=Participation.Status.SPOKE, stated=None):
    """(by heading, by kind): how many different speakers the list names, each a list of Count.

    `stated`: the number of states that the list itself gives, where the collection has no figure.
    Figures count those who spoke, and are no measure of a list of others.
    """
    rows = [one for one in proposal.rows if one.standing != "left-out" and not one.is_twice]
    headings = dict.fromkeys(row.printed.heading for row in rows)
    of_heading = distinct_speakers((row.printed.heading, _speaker(row)) for row in rows)
    of_kind = distinct_speakers((row.kind, _speaker(row)) for row in rows)
    by_heading = [Count(heading, len(of_heading[heading])) for heading in headings]
    figures = _figures(dialogue, stated) if status == Participation.Status.SPOKE else {}
    by_kind = []
    for kind, label in PLURAL.items():
        count = Count(label, len(of_kind[kind]), tuple(figures.get(kind, ())))
        # A list of states need not name those of other kinds.
        if count.number or (count.figures and kind == Participant.Kind.STATE):
            by_kind.append(count)
    return by_heading, by_kind


def _figures(dialogue, stated):
    """{kind of participant: the figures that count those who spoke}."""
    found = {}
    for figure in dialogue.figures.filter(measure__in=KIND_BY_MEASURE):
        found.setdefault(KIND_BY_MEASURE[figure.measure], []).append(figure)
    if stated is not None:
        found.setdefault(Participant.Kind.STATE, []).append(ReportedFigure(value=stated))
    return found


def _speaker(row):
    """What tells the speakers of a list apart: the participant, or the printed name if unknown."""
    return row.participant.pk if row.participant else row.key
