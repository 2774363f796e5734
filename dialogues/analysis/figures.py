"""What sources count, beside what the collection records of the same: the claims ledger."""

from dataclasses import dataclass, field

from django.db.models import F, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.analysis.coverage import build_ledger
from dialogues.analysis.figure_measures import (
    COUNTED,
    OF_A_DAY,
    Evidence,
    RecordedCount,
    not_recorded,
    states_on_themes,
)
from dialogues.analysis.figure_reasons import no_dialogue, other_day
from dialogues.analysis.participation_rows import participation_rows
from dialogues.models import Dialogue, Participant, ReportedFigure
from dialogues.snapshot.memberships import MembershipIndex

Qualifier = ReportedFigure.Qualifier
Measure = ReportedFigure.Measure
OVER_A_SERIES = (Measure.EVER, Measure.EVERY)
# Each of these is a question of its own.
ALONE = (Measure.OTHER, Measure.VOTE)


class CheckResult(TextChoices):
    """How the record stands to a printed number."""

    AGREES = "agrees", gettext_lazy("agrees")
    SHORT = "short", gettext_lazy("short")
    OVER = "over", gettext_lazy("over")
    UNCHECKED = "unchecked", gettext_lazy("cannot be checked")


@dataclass(frozen=True)
class FigureCheck:
    """One printed number, the names printed with it, and what is recorded of the same."""

    figure: ReportedFigure
    named: list[Participant]
    recorded: RecordedCount

    @property
    def verdict(self):
        """A part of a list can show that a number is too low, or that it is at least so many."""
        if self.recorded.number is None or self.figure.qualifier == Qualifier.ABOUT:
            return CheckResult.UNCHECKED
        if self.difference > 0:
            return CheckResult.OVER
        is_proved = self.figure.qualifier in (Qualifier.AT_LEAST, Qualifier.OVER)
        if not self.recorded.is_whole and not (is_proved and self.difference == 0):
            return CheckResult.UNCHECKED
        return CheckResult.SHORT if self.difference < 0 else CheckResult.AGREES

    @property
    def is_checked(self):
        """Whether the record says anything about it."""
        return self.verdict != CheckResult.UNCHECKED

    @property
    def difference(self):
        """How many more are recorded than printed; fewer, if negative."""
        return self.figure.difference_from(self.recorded.number)

    @property
    def verdict_in_words(self):
        """Agrees, short by 1, over by 1, cannot be checked."""
        if self.verdict == CheckResult.SHORT:
            return _("short by %s") % -self.difference
        if self.verdict == CheckResult.OVER:
            return _("over by %s") % self.difference
        return str(self.verdict.label)

    @property
    def why(self):
        """Why it cannot be checked; empty where it can."""
        if self.verdict != CheckResult.UNCHECKED:
            return ""
        if self.figure.qualifier == Qualifier.ABOUT:
            return _("The source prints a round number.")
        return self.recorded.why


@dataclass(frozen=True)
class Quantity:
    """One thing that is counted, and what each source prints for it."""

    checks: list[FigureCheck] = field(default_factory=list)

    @property
    def figure(self):
        """The first figure: what it is of, and what is counted."""
        return self.checks[0].figure

    @property
    def is_checked(self):
        """Whether the record says anything about one of its claims."""
        return any(one.is_checked for one in self.checks)

    @property
    def disagree(self):
        """Whether different sources print different numbers for it."""
        numbers = {(one.figure.value, one.figure.qualifier) for one in self.checks}
        return len(numbers) > 1 and len({one.figure.source_id for one in self.checks}) > 1


def figure_checks(figures):
    """A Quantity for each thing that these figures count, in their order. Five queries."""
    found, named = _with_names(figures.in_order())
    evidence = _evidence(found, named)
    said = [
        FigureCheck(figure, evidence.memberships.named(named[pk]), _recorded(figure, evidence))
        for pk, figure in found.items()
    ]
    together = {}
    for claim in said:
        together.setdefault(_what(claim.figure), []).append(claim)
    return [Quantity(one) for one in together.values()]


def _what(figure):
    """What a figure counts: two of the same answer one question."""
    measure = figure.measure
    if measure in ALONE or (measure == Measure.POSITION and not figure.theme_id):
        return figure.pk
    if measure == Measure.GROUP_SIZE:
        return measure, figure.day, figure.group_id, figure.unit_kind
    return measure, figure.dialogue_id or figure.day, figure.theme_id, figure.group_id


def _with_names(figures):
    """({key: figure}, {key: the keys of those it names}). One query."""
    figures = figures.select_related("source", "theme", "group", "dialogue")
    found, named = {}, {}
    for figure in figures.annotate(name=F("named")):
        found[figure.pk] = figure
        named.setdefault(figure.pk, []).extend([figure.name] if figure.name else [])
    return found, named


def _evidence(figures, named):
    """What the measures count in. Four queries."""
    dialogues = [
        one for one in Dialogue.objects.published().oldest_first() if _is_asked(one, figures)
    ]
    ledger = build_ledger(dialogues, participation_rows(dialogues), MembershipIndex())
    positions = [one for one in figures.values() if one.measure == Measure.POSITION]
    on_themes = states_on_themes(
        {one.dialogue_id for one in positions if one.dialogue_id},
        {one.theme_id for one in positions if one.theme_id},
    )
    return Evidence(ledger, on_themes, named)


def _is_asked(dialogue, figures):
    """Whether figures count something in a dialogue, or in the series it belongs to."""
    own = any(one.dialogue_id == dialogue.pk for one in figures.values())
    return own or any(
        dialogue.series and one.dialogue and one.dialogue.series == dialogue.series
        for one in figures.values()
        if one.measure in OVER_A_SERIES
    )


def _recorded(figure, evidence):
    count = COUNTED.get(figure.measure, not_recorded)
    if count is not not_recorded and figure.measure not in OF_A_DAY:
        if not figure.dialogue:
            return RecordedCount(why=no_dialogue())
        if figure.counted_on and figure.counted_on != figure.dialogue.held_on:
            return RecordedCount(why=other_day())
    return count(figure, evidence)
