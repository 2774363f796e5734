"""The figures that sources print, each checked against the record."""

from dataclasses import dataclass, field

from django.db.models import F, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.analysis.coverage import build_ledger
from dialogues.analysis.figure_measures import (
    COUNTERS,
    MEASURES_OF_A_DAY,
    Evidence,
    RecordedCount,
    not_recorded,
    states_on_themes,
)
from dialogues.analysis.figure_reasons import no_dialogue, other_day
from dialogues.analysis.participation_rows import participation_rows
from dialogues.choices import FigureMeasure, FigureQualifier
from dialogues.models import Dialogue, Participant, ReportedFigure
from dialogues.querysets.figures import ReportedFigureQuerySet
from dialogues.snapshot.participants import Participants

MEASURES_OF_A_SERIES = (FigureMeasure.EVER, FigureMeasure.EVERY)
# Two figures of such a measure never count the same.
INCOMPARABLE_MEASURES = (FigureMeasure.OTHER, FigureMeasure.VOTE)
MINIMUM_QUALIFIERS = (FigureQualifier.AT_LEAST, FigureQualifier.OVER)


class CheckResult(TextChoices):
    """Whether the record agrees with a printed number."""

    AGREES = "agrees", gettext_lazy("matches")
    SHORT = "short", gettext_lazy("fewer here")
    OVER = "over", gettext_lazy("more here")
    UNCHECKED = "unchecked", gettext_lazy("cannot be checked")


@dataclass(frozen=True)
class FigureCheck:
    """One printed number, the states the source names with it, and what is recorded."""

    figure: ReportedFigure
    names: list[Participant]
    recorded: RecordedCount

    @property
    def result(self) -> CheckResult:
        """The CheckResult. A partial list can only show that a figure is too low, or a minimum."""
        if self.recorded.number is None or self.figure.qualifier == FigureQualifier.ABOUT:
            return CheckResult.UNCHECKED
        if self.difference > 0:
            return CheckResult.OVER
        is_minimum_met = self.difference == 0 and self.figure.qualifier in MINIMUM_QUALIFIERS
        if not self.recorded.is_whole and not is_minimum_met:
            return CheckResult.UNCHECKED
        return CheckResult.SHORT if self.difference < 0 else CheckResult.AGREES

    @property
    def is_checked(self) -> bool:
        return self.result != CheckResult.UNCHECKED

    @property
    def difference(self):
        """How many more are recorded than printed; negative for fewer."""
        return self.figure.difference_from(self.recorded.number)

    @property
    def result_text(self) -> str:
        """Matches, 1 fewer here, 1 more here, cannot be checked."""
        if self.result == CheckResult.SHORT:
            return _("%s fewer here") % -self.difference
        if self.result == CheckResult.OVER:
            return _("%s more here") % self.difference
        return str(self.result.label)

    @property
    def reason(self) -> str:
        """Why it cannot be checked; empty where it can."""
        if self.is_checked:
            return ""
        if self.figure.qualifier == FigureQualifier.ABOUT:
            return _("The source prints a round number.")
        return self.recorded.missing


@dataclass(frozen=True)
class Quantity:
    """One thing that is counted, with a FigureCheck for each number that sources print for it."""

    checks: list[FigureCheck] = field(default_factory=list)

    @property
    def figure(self) -> ReportedFigure:
        """The first figure, which says what is counted."""
        return self.checks[0].figure

    @property
    def is_checked(self) -> bool:
        """Whether one of its figures can be checked."""
        return any(check.is_checked for check in self.checks)

    @property
    def sources_disagree(self) -> bool:
        """Whether different sources print different numbers for it."""
        figures = [check.figure for check in self.checks]
        numbers = {(figure.value, figure.qualifier) for figure in figures}
        return len(numbers) > 1 and len({figure.source_id for figure in figures}) > 1


def figure_checks(figures: ReportedFigureQuerySet) -> list[Quantity]:
    """A Quantity for each thing that these figures count, in their order. Five queries."""
    by_pk, names = _with_names(figures.in_order())
    evidence = _evidence(by_pk, names)
    quantities = {}
    for pk, figure in by_pk.items():
        named_states = evidence.memberships.in_order(names[pk])
        check = FigureCheck(figure, named_states, _recorded(figure, evidence))
        quantities.setdefault(_quantity_key(figure), Quantity()).checks.append(check)
    return list(quantities.values())


def _quantity_key(figure):
    """What a figure counts; the same for two figures that count the same."""
    measure = figure.measure
    is_position_without_theme = measure == FigureMeasure.POSITION and not figure.theme_id
    if measure in INCOMPARABLE_MEASURES or is_position_without_theme:
        return figure.pk
    if measure == FigureMeasure.GROUP_SIZE:
        return measure, figure.day, figure.group_id, figure.unit_kind
    return measure, figure.dialogue_id or figure.day, figure.theme_id, figure.group_id


def _with_names(figures):
    """({key: figure}, {key: the keys of the states it names}). One query."""
    figures = figures.select_related("source", "theme", "group", "dialogue")
    by_pk, names = {}, {}
    for figure in figures.annotate(name=F("named")):
        by_pk[figure.pk] = figure
        names.setdefault(figure.pk, []).extend([figure.name] if figure.name else [])
    return by_pk, names


def _evidence(figures, names):
    """The Evidence that these figures need. Four queries."""
    dialogues = [
        dialogue
        for dialogue in Dialogue.objects.published().oldest_first()
        if _is_needed(dialogue, figures.values())
    ]
    ledger = build_ledger(dialogues, participation_rows(dialogues), Participants().memberships)
    positions = [figure for figure in figures.values() if figure.measure == FigureMeasure.POSITION]
    on_themes = states_on_themes(
        {figure.dialogue_id for figure in positions if figure.dialogue_id},
        {figure.theme_id for figure in positions if figure.theme_id},
    )
    return Evidence(ledger, on_themes, names)


def _is_needed(dialogue, figures):
    """Whether a figure counts something in a dialogue, or in its series."""
    return any(
        figure.dialogue_id == dialogue.pk
        or (
            figure.measure in MEASURES_OF_A_SERIES
            and figure.dialogue
            and dialogue.series
            and figure.dialogue.series == dialogue.series
        )
        for figure in figures
    )


def _recorded(figure, evidence):
    """The RecordedCount of a figure."""
    count = COUNTERS.get(figure.measure, not_recorded)
    if count is not not_recorded and figure.measure not in MEASURES_OF_A_DAY:
        if not figure.dialogue:
            return RecordedCount(missing=no_dialogue())
        if figure.counted_on and figure.counted_on != figure.dialogue.held_on:
            return RecordedCount(missing=other_day())
    return count(figure, evidence)
