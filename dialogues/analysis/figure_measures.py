"""How the record counts what sources count: one function for each measure of a figure.

To add a measure, write a function that takes a figure of a dialogue and the Evidence and returns a
RecordedCount, and add it to COUNTERS.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from dialogues.analysis.coverage import Ledger
from dialogues.analysis.figure_reasons import (
    NO_RECORD,
    NOT_RECORDED,
    few_are_named,
    groups_not_known,
    list_not_full,
    lists_not_full,
    members_not_known,
    no_day,
    only_some,
    others_not_named,
)
from dialogues.analysis.participation_rows import ParticipationRow
from dialogues.choices import Capacity, FigureMeasure, ParticipantKind
from dialogues.models import Dialogue, Participant, ReportedFigure, Statement
from dialogues.querysets.themes import THEME_AND_ABOVE
from dialogues.snapshot.memberships import MembershipIndex
from dialogues.snapshot.speaker_counts import KIND_BY_MEASURE, distinct_speakers

SPEAKER = "participation__participant"
STATES = (ParticipantKind.STATE,)
KINDS_OF_UNIT = {"states": STATES, "organizations": (ParticipantKind.REGIONAL,)}
# Counted without a dialogue; every other measure needs one.
MEASURES_OF_A_DAY = (FigureMeasure.GROUP_SIZE,)


@dataclass(frozen=True)
class Evidence:
    """What is recorded: participations, statements by theme, and the states that figures name.

    `on_themes` has the keys of the states with a statement on a theme or a sub-theme, by
    (dialogue, theme); `names` the keys of the states that each figure names.
    """

    ledger: Ledger
    on_themes: dict[tuple[int, int], set[int]]
    names: dict[int, list[int]]

    @property
    def memberships(self) -> MembershipIndex:
        return self.ledger.memberships

    def took_the_floor(
        self, dialogue: Dialogue, kinds: Collection[str] = STATES
    ) -> list[ParticipationRow]:
        """Each time a participant of these kinds took the floor in a dialogue."""
        rows = self.ledger.rows_in(dialogue)
        return [row for row in rows if row.took_the_floor and row.kind in kinds]

    def speakers(self, dialogue: Dialogue, kinds: Collection[str] = STATES) -> set[int]:
        """The keys of the participants of these kinds that took the floor, each once."""
        rows = self.took_the_floor(dialogue, kinds)
        by_kind = distinct_speakers((row.kind, row.participant) for row in rows)
        return {pk for speakers in by_kind.values() for pk in speakers if pk}

    def series_until(self, dialogue: Dialogue) -> list[Dialogue]:
        """The held dialogues of the same series, up to and with this one, or its year."""
        if not dialogue.series:
            return []
        return [
            earlier
            for earlier in self.ledger.dialogues
            if earlier.was_held
            and earlier.series == dialogue.series
            and earlier.sort_key <= dialogue.sort_key
        ]


@dataclass(frozen=True)
class RecordedCount:
    """What the record has for a figure.

    `number` is None where the record cannot count it. It counts `participants`, each once.
    `missing` says what is not recorded; if nothing is missing, the number is final. `note` is
    further information. `excess` says that the figure is too high to be of the speakers.
    """

    number: int | None = None
    participants: list[Participant] = field(default_factory=list)
    missing: str = ""
    note: str = ""
    excess: str = ""

    @property
    def is_whole(self) -> bool:
        return not self.missing


CountFunction = Callable[[ReportedFigure, Evidence], RecordedCount]


def states_on_themes(dialogues: Iterable[int], themes: set[int]) -> dict[tuple[int, int], set[int]]:
    """{(dialogue, theme): the states with a statement on it, or on a sub-theme}. One query."""
    statements = Statement.objects.published().filter(dialogue__among=list(dialogues)).order_by()
    statements = statements.filter(participation__participant__kind=ParticipantKind.STATE)
    columns = ("dialogue", SPEAKER, *THEME_AND_ABOVE)
    states = defaultdict(set)
    for dialogue, state, *line in statements.values_list(*columns).distinct():
        for theme in themes.intersection(line):
            states[dialogue, theme].add(state)
    return states


def count_speakers(kind: str) -> CountFunction:
    """A function that counts the participants of a kind that took the floor."""

    def count(figure: ReportedFigure, evidence: Evidence) -> RecordedCount:
        if figure.theme_id or figure.group_id:
            return RecordedCount(missing=only_some())
        speakers = evidence.speakers(figure.dialogue, (kind,))
        interventions = len(evidence.took_the_floor(figure.dialogue, (kind,)))
        is_of_states = kind == ParticipantKind.STATE
        return RecordedCount(
            len(speakers),
            evidence.memberships.in_order(speakers),
            missing=list_not_full(figure.dialogue, len(speakers)),
            note=_repeated(interventions, len(speakers)) if is_of_states else "",
        )

    return count


def count_covered(figure: ReportedFigure, evidence: Evidence) -> RecordedCount:
    """States that took the floor or were spoken for, by name or as members on the day."""
    if figure.theme_id or figure.group_id:
        return RecordedCount(missing=only_some())
    dialogue, ledger = figure.dialogue, evidence.ledger
    entries = [(state, ledger.entry(dialogue, state)) for state in ledger.states]
    covered = [(state, entry) for state, entry in entries if entry and entry.is_covered]
    missing = [
        list_not_full(dialogue, len(covered)),
        groups_not_known(ledger.incomplete_groups(dialogue)),
        others_not_named(_spoke_for_unnamed(dialogue, evidence)),
    ]
    return RecordedCount(
        len(covered),
        [state for state, _entry in covered],
        missing=" ".join(filter(None, missing)),
        note=_how_covered([entry for _state, entry in covered]) if covered else "",
    )


def count_ever(figure: ReportedFigure, evidence: Evidence) -> RecordedCount:
    """States that took the floor in any dialogue of the series, up to this one."""
    series = evidence.series_until(figure.dialogue)
    states = set().union(*[evidence.speakers(dialogue) for dialogue in series])
    return RecordedCount(len(states), evidence.memberships.in_order(states), lists_not_full(series))


def count_every(figure: ReportedFigure, evidence: Evidence) -> RecordedCount:
    """States that took the floor in every dialogue of the series, up to this one.

    If a list is not full, no state is known to have spoken in every dialogue.
    """
    series = evidence.series_until(figure.dialogue)
    speakers = [evidence.speakers(dialogue) for dialogue in series if dialogue.has_full_list]
    in_all = set.intersection(*speakers) if speakers else set()
    names = set(evidence.names[figure.pk])
    if missing := lists_not_full(series):
        note = _("States it names: %(named)s; recorded in each list that is full: %(n)s.")
        note %= {"named": len(names), "n": len(in_all & names)}
        return RecordedCount(missing=missing, note=note if names and speakers else "")
    return RecordedCount(len(in_all), evidence.memberships.in_order(in_all))


def count_members(figure: ReportedFigure, evidence: Evidence) -> RecordedCount:
    """Members of a group on the day, of the kind that the unit of the figure says."""
    memberships, group = evidence.memberships, figure.group_id
    if not figure.day:
        return RecordedCount(missing=no_day())
    kinds = KINDS_OF_UNIT.get(figure.unit_kind)
    members = memberships.in_order(memberships.members_on(group, figure.day))
    members = [member for member in members if not kinds or member.kind in kinds]
    is_whole = memberships.is_whole(group, figure.day)
    missing = "" if is_whole else members_not_known(len(members))
    return RecordedCount(len(members), members, missing)


def count_members_speaking(figure: ReportedFigure, evidence: Evidence) -> RecordedCount:
    """Members of a group on the day that took the floor."""
    dialogue, memberships, group = figure.dialogue, evidence.memberships, figure.group_id
    members = memberships.members_on(group, figure.day)
    kinds = KINDS_OF_UNIT.get(figure.unit_kind, tuple(ParticipantKind))
    spoke = members & evidence.speakers(dialogue, kinds)
    missing = [
        "" if memberships.is_whole(group, figure.day) else members_not_known(len(members)),
        list_not_full(dialogue, len(spoke)),
    ]
    return RecordedCount(len(spoke), memberships.in_order(spoke), " ".join(filter(None, missing)))


def count_positions(figure: ReportedFigure, evidence: Evidence) -> RecordedCount:
    """States with a statement on the theme. A source that counts states seldom names them all."""
    dialogue = figure.dialogue
    if not figure.theme_id:
        return RecordedCount(missing=_("It is on no theme of this collection."))
    # A state with a statement on a theme need not have taken the position that is counted.
    states = evidence.on_themes.get((dialogue.pk, figure.theme_id), set())
    return RecordedCount(
        participants=evidence.memberships.in_order(states),
        missing=few_are_named(len(states)),
        excess=_excess(figure, dialogue, evidence),
    )


def not_recorded(figure: ReportedFigure, evidence: Evidence) -> RecordedCount:
    """What the collection has no record of."""
    return RecordedCount(missing=str(NOT_RECORDED.get(figure.measure, NO_RECORD)))


COUNTERS: dict[str, CountFunction] = {
    **{measure: count_speakers(kind) for measure, kind in KIND_BY_MEASURE.items()},
    FigureMeasure.COVERAGE: count_covered,
    FigureMeasure.EVER: count_ever,
    FigureMeasure.EVERY: count_every,
    FigureMeasure.GROUP_SIZE: count_members,
    FigureMeasure.MEMBERS: count_members_speaking,
    FigureMeasure.POSITION: count_positions,
}


def _repeated(interventions, states):
    """A note where some state took the floor more than once."""
    if interventions == states:
        return ""
    note = _("%(speeches)s interventions by %(states)s states.")
    return note % {"speeches": interventions, "states": states}


def _spoke_for_unnamed(dialogue, evidence):
    """The states that spoke for others which are neither a group here nor named."""
    rows = evidence.ledger.rows_in(dialogue)
    with_names = {row.represented_by for row in rows}
    unnamed = {
        row.participant
        for row in rows
        if row.took_the_floor
        and row.capacity == Capacity.ON_BEHALF
        and row.kind in Participant.STATE_KINDS
        and not row.on_behalf_of
        and row.pk not in with_names
    }
    return evidence.memberships.in_order(unnamed)


def _how_covered(entries):
    spoke = sum(bool(entry.interventions) for entry in entries)
    represented = sum(bool(entry.represented_by and not entry.interventions) for entry in entries)
    note = _("Took the floor: %(spoke)s; named as spoken for: %(named)s; as members: %(members)s.")
    return note % {
        "spoke": spoke,
        "named": represented,
        "members": len(entries) - spoke - represented,
    }


def _excess(figure, dialogue, evidence):
    """That the figure is higher than the number of speakers of a full list."""
    spoke = len(evidence.speakers(dialogue))
    if not dialogue.has_full_list or figure.value <= spoke:
        return ""
    note = _("%(value)s is more than the %(n)s states that took the floor.")
    return note % {"value": figure.amount, "n": spoke}
