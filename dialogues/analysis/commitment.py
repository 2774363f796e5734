"""Do members speak? Members of a group or supporters of an initiative, and what each of them did.

Only states that a source names count. Most lists of members are not public, so membership of any
other state is unknown.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, DateField, F, IntegerField, Min, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from dialogues.analysis.coverage import Ledger, build_ledger, members_by_dialogue
from dialogues.analysis.coverage_status import CoverageStatus, DrawnChoices
from dialogues.analysis.participation_rows import participation_rows
from dialogues.choices import Capacity, Clock, Stance
from dialogues.models import Dialogue, Participant, ReportedFigure, Statement, Theme
from dialogues.snapshot.participants import Participants

SPEAKER, DAY = "participation__participant", "dialogue__held_on"


class CommitmentStatus(DrawnChoices):
    """What a member or supporter did in a dialogue; the first that applies."""

    MENTIONED = "mentioned", _("theme"), "series-4", 1.0, _("has a statement on the theme")
    SPOKE = "spoke", _("spoke"), "series-2", 1.0, _("took the floor")
    THROUGH = (
        "through",
        _("group"),
        "series-5",
        1.0,
        _("a group it belongs to spoke or was spoken for"),
    )
    OTHER = "other", _("other"), "series-1", 1.0, _("inscribed, aligned, or not associated")
    SILENT = "silent", "–", "series-0", 1.0, _("not listed as a speaker")
    UNKNOWN = "unknown", "?", "unknown", 1.0, _("not known: no full list of speakers")
    OUTSIDE = "outside", "·", _("not known to be a member or supporter on the day")


# Of states that are committed on the day, in the order of the legend.
COMMITTED = tuple(status for status in CommitmentStatus if status != CommitmentStatus.OUTSIDE)
# Any other CoverageStatus is OTHER.
STATUS_BY_COVERAGE = {
    CoverageStatus.OWN: CommitmentStatus.SPOKE,
    CoverageStatus.BOTH: CommitmentStatus.SPOKE,
    CoverageStatus.NAMED: CommitmentStatus.THROUGH,
    CoverageStatus.MEMBER: CommitmentStatus.THROUGH,
    CoverageStatus.NOTHING: CommitmentStatus.SILENT,
    CoverageStatus.UNKNOWN: CommitmentStatus.UNKNOWN,
    CoverageStatus.OUTSIDE: CommitmentStatus.OUTSIDE,
    CoverageStatus.NOT_MEMBER: CommitmentStatus.OUTSIDE,
}


@dataclass(frozen=True)
class Commitment:
    """Members or supporters in each dialogue.

    `mentioned` counts statements on the theme by (dialogue, state). `is_whole` says whether all
    members or supporters are known.
    """

    ledger: Ledger
    mentioned: Counter
    is_whole: bool

    @property
    def states(self) -> list[Participant]:
        return self.ledger.states

    def status(self, dialogue: Dialogue, state: Participant) -> CommitmentStatus:
        """The CommitmentStatus of a state in a dialogue."""
        coverage_status = self.ledger.status(dialogue, state)
        if coverage_status != CoverageStatus.OUTSIDE and self.mentioned[dialogue.pk, state.pk]:
            return CommitmentStatus.MENTIONED
        return STATUS_BY_COVERAGE.get(coverage_status, CommitmentStatus.OTHER)

    def totals(self, dialogue: Dialogue) -> Counter:
        """How many states that are committed on the day have each CommitmentStatus."""
        totals = Counter(self.status(dialogue, state) for state in self.states)
        del totals[CommitmentStatus.OUTSIDE]
        return totals


def commitment_of_members(
    dialogues: list[Dialogue],
    group: Participant,
    theme: Theme | None = None,
    clock: Clock = Clock.DATE,
) -> Commitment:
    """The Commitment of the members of a group in a list of dialogues. Two queries, or four."""
    memberships, rows = Participants().memberships, participation_rows(dialogues)
    counted = members_by_dialogue(group, clock, dialogues, memberships, rows)
    ledger = build_ledger(dialogues, rows, memberships, counted=counted)
    mentioned = _mentions(dialogues, _within(theme)) if theme else Counter()
    days = [clock.day(dialogue.held_on) for dialogue in dialogues]
    return Commitment(ledger, mentioned, memberships.is_whole(group.pk, *days))


def commitment_of_supporters(dialogues: list[Dialogue], theme: Theme) -> Commitment:
    """The Commitment of the supporters of an initiative in a list of dialogues. Five queries.

    Supporters are the initiators, the states a source names as supporters, and states with a
    statement of their own that supports it; each from the day of that on.
    """
    themes = _within(theme)
    support = _support(theme, themes)
    counted = {
        dialogue.pk: {
            state
            for state, since in support.items()
            if dialogue.held_on and since <= dialogue.held_on
        }
        for dialogue in dialogues
    }
    rows = participation_rows(dialogues)
    ledger = build_ledger(dialogues, rows, Participants().memberships, counted=counted)
    return Commitment(ledger, _mentions(dialogues, themes), is_whole=False)


def _within(theme):
    """The keys of a theme and of the themes below it. One query."""
    return list(Theme.objects.within([theme.slug]).values_list("pk", flat=True))


def _mentions(dialogues, themes):
    """{(dialogue, state): how many statements on the themes}. One query."""
    pks = [dialogue.pk for dialogue in dialogues]
    statements = _statements_on(themes).attributed().filter(dialogue__among=pks)
    counts = statements.values_list("dialogue", SPEAKER).annotate(n=Count("pk"))
    return Counter({(dialogue, state): number for dialogue, state, number in counts})


def _support(theme, themes):
    """{participant: the day since when it is known to support a theme}. One query.

    Support of a sub-theme is no support of the whole. Initiators support it from the first day on
    which a source or statement here mentions the theme.
    """
    nobody = Cast(Value(None), IntegerField())
    initiators = Participant.objects.filter(initiatives=theme).order_by()
    initiators = initiators.annotate(day=Cast(Value(None), DateField()))
    figures = ReportedFigure.objects.public().filter(theme=theme).order_by()
    figures = figures.annotate(day=Coalesce("counted_on", F("dialogue__held_on")), nobody=nobody)
    supporting = _statements_on([theme.pk]).attributed().filter(stance=Stance.SUPPORTS)
    supporting = supporting.exclude(participation__capacity=Capacity.ON_BEHALF)
    supporting = supporting.values(SPEAKER).annotate(day=Min(DAY))
    mentions = _statements_on(themes).values(nobody=nobody).annotate(day=Min(DAY))
    rows = initiators.values_list("pk", "day").union(
        figures.of_supporters().values_list("named", "day"),
        figures.values_list("nobody", "day"),
        supporting.values_list(SPEAKER, "day"),
        mentions.values_list("nobody", "day"),
    )
    return _earliest(list(rows))


def _earliest(rows: Iterable[tuple[int | None, date | None]]) -> dict[int, date]:
    """{participant: its first day}. Without a day of its own: the first day of all rows."""
    first = min((day for _participant, day in rows if day), default=None)
    earliest = {}
    for participant, day in rows:
        if participant and (day or first):
            earliest[participant] = min(day or first, earliest.get(participant, date.max))
    return earliest


def _statements_on(themes):
    """Published statements on these themes, in no order."""
    tagged = Statement.themes.through.objects.filter(theme__in=themes).values("statement")
    return Statement.objects.published().filter(pk__in=tagged).order_by()
