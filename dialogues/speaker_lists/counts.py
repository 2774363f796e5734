"""How many speakers a list names, compared with the numbers that sources state."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from dialogues.models import Participant, Participation, ReportedFigure
from dialogues.snapshot.speaker_counts import KIND_BY_MEASURE, distinct_speakers


@dataclass(frozen=True)
class Count:
    """How many speakers a list names of one kind or under one heading, and the reported figures."""

    label: str
    number: int
    figures: tuple[ReportedFigure, ...] = ()

    @property
    def stated(self):
        """The figures in words: 73, at least 56."""
        return [figure.display_value for figure in self.figures]

    @property
    def agrees(self):
        """Whether at least one figure matches this number; None without a figure."""
        if not self.figures:
            return None
        return any(not figure.is_contradicted_by(self.number) for figure in self.figures)


PLURAL = {
    Participant.Kind.STATE: _("states"),
    Participant.Kind.OBSERVER: _("observers"),
    Participant.Kind.GROUP: _("groups"),
    Participant.Kind.REGIONAL: _("regional organizations"),
    Participant.Kind.UN_ENTITY: _("UN entities"),
    Participant.Kind.CIVIL_SOCIETY: _("civil society organizations"),
}


def speaker_counts(proposal, dialogue, status=Participation.Status.SPOKE, stated=None):
    """(by heading, by kind): how many different speakers the list names, each a list of Count.

    `stated` is the number of states that the list itself gives. Figures count participants who took
    the floor, so a list of other participants is not compared with them.
    """
    rows = [row for row in proposal.rows if row.status != "left-out" and not row.is_duplicate]
    headings = dict.fromkeys(row.parsed.heading for row in rows)
    of_heading = distinct_speakers((row.parsed.heading, _speaker(row)) for row in rows)
    of_kind = distinct_speakers((row.kind, _speaker(row)) for row in rows)
    stated_by_heading = proposal.parsed.stated
    by_heading = [
        Count(heading, len(of_heading[heading]), _as_figures(stated_by_heading.get(heading)))
        for heading in headings
    ]
    figures = _figures(dialogue, stated) if status == Participation.Status.SPOKE else {}
    by_kind = []
    for kind, label in PLURAL.items():
        count = Count(label, len(of_kind[kind]), tuple(figures.get(kind, ())))
        # A list of states need not name participants of other kinds.
        if count.number or (count.figures and kind == Participant.Kind.STATE):
            by_kind.append(count)
    return by_heading, by_kind


def _figures(dialogue, stated):
    """{kind of participant: the figures that count speakers of this kind}."""
    figures = {}
    for figure in dialogue.figures.filter(measure__in=KIND_BY_MEASURE):
        figures.setdefault(KIND_BY_MEASURE[figure.measure], []).append(figure)
    if stated is not None:
        figures.setdefault(Participant.Kind.STATE, []).append(ReportedFigure(value=stated))
    return figures


def _as_figures(stated):
    return () if stated is None else (ReportedFigure(value=stated),)


def _speaker(row):
    """The identity of a speaker: the participant, or the printed name if unknown."""
    return row.participant.pk if row.participant else row.key
