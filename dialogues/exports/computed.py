"""What is computed from the record, as tables: the row of each, and how it is filled."""

from typing import NamedTuple

from dialogues.analytics.coverage import RECORDED, Mark
from dialogues.analytics.series import Heard
from dialogues.belonging import FormerNames
from dialogues.clocks import Clock
from dialogues.exports.tables import Table
from dialogues.filters.links import statements_at

YES, NO, NOT_KNOWN = "yes", "no", "not known"


class CoverageRow(NamedTuple):
    """One state in one dialogue, with its name and groups by each of the clocks."""

    dialogue: str
    date: str
    year: int
    forum: str
    speaker_list: str
    state: str
    state_address: str
    name_at_the_date: str
    name_as_printed: str
    regional_groups_at_the_date: list[str]
    regional_groups_today: list[str]
    regional_group_as_printed: list[str]
    recorded: str
    recorded_in_words: str
    interventions: int
    inscribed: str
    named_by_the_source_as_spoken_for: str
    member_of_groups_spoken_for: list[str]
    whether_it_spoke_itself: str


def coverage_table(ledger):
    """A CoverageRow for each state in each dialogue it counts in. One query."""
    return Table(CoverageRow, _coverage_rows(ledger))


def _coverage_rows(ledger):
    names, memberships = FormerNames(), ledger.memberships
    for dialogue in ledger.dialogues:
        for state in ledger.states:
            mark, cell = ledger.mark(dialogue, state), ledger.cell(dialogue, state)
            if mark == Mark.OUTSIDE:
                continue
            speeches = cell.speeches if cell else []
            held, today = (
                memberships.regional_on(state.pk, clock.day(dialogue.held_on))
                for clock in (Clock.DATE, Clock.TODAY)
            )
            yield CoverageRow(
                *_when(dialogue),
                speaker_list=dialogue.get_speaker_list_display(),
                state=state.name,
                state_address=state.get_absolute_url(),
                name_at_the_date=names.on(state, dialogue.held_on),
                name_as_printed=_first(one.name_as_printed for one in speeches),
                regional_groups_at_the_date=_names(held),
                regional_groups_today=_names(today),
                regional_group_as_printed=_names(
                    memberships.named({one.printed_group for one in speeches} - {None})
                ),
                recorded=mark.value,
                recorded_in_words=str(mark.label),
                interventions=cell.interventions if cell else 0,
                inscribed=_yes(cell and cell.is_inscribed),
                named_by_the_source_as_spoken_for=_yes(cell and cell.through),
                member_of_groups_spoken_for=_names(memberships.named(cell.groups)) if cell else [],
                whether_it_spoke_itself=_spoke(dialogue, cell),
            )


class ClaimRow(NamedTuple):
    """One printed number, beside what is recorded of the same."""

    question: int
    dialogue: str
    date: str
    year: int | str
    forum: str
    counted_on: str
    measure: str
    theme: str
    group: str
    qualifier: str
    printed: str
    unit: str
    as_printed: str
    source: str
    source_address: str
    verdict: str
    recorded: int | None
    difference: int | None
    why_it_cannot_be_checked: str
    note: str
    more_than_spoke: str
    sources_disagree: str
    editor_note: str
    counted: list[str]
    names_printed: list[str]


def claims_table(quantities):
    """A ClaimRow for each claim; those of one quantity have the same number of the question."""
    rows = (
        _claim_row(number, quantity, claim)
        for number, quantity in enumerate(quantities, 1)
        for claim in quantity.claims
    )
    return Table(ClaimRow, rows)


def _claim_row(number, quantity, claim):
    figure, recorded = claim.figure, claim.recorded
    return ClaimRow(
        number,
        *(_when(figure.dialogue) if figure.dialogue else ("", "", "", "")),
        counted_on=_day(figure.counted_on),
        measure=figure.get_measure_display(),
        theme=str(figure.theme or ""),
        group=str(figure.group or ""),
        qualifier=figure.get_qualifier_display(),
        printed=str(figure.amount),
        unit=figure.unit,
        as_printed=figure.as_printed,
        source=str(figure.source),
        source_address=figure.source.get_absolute_url(),
        verdict=claim.verdict.value,
        recorded=recorded.number,
        difference=claim.difference if claim.is_checked else None,
        why_it_cannot_be_checked=claim.why,
        note=recorded.note,
        more_than_spoke=recorded.beyond,
        sources_disagree=_yes(quantity.disagree),
        editor_note=figure.editor_note,
        counted=_names(recorded.participants),
        names_printed=_names(claim.named),
    )


class SeriesRow(NamedTuple):
    """One state in a series. Runs are given as they are at least and may be at most."""

    state: str
    state_address: str
    recorded_in: int
    not_in_the_list_of: int
    not_known_for: int
    in_all: str
    longest_run_at_least: int
    longest_run_at_most: int
    current_run_at_least: int
    current_run_at_most: int
    first: str
    first_is_certain: str
    came_back_in: str
    after: str
    in_no_list_after: str
    dialogues: list[str]
    notes: list[str]


def series_table(series):
    """A SeriesRow for each state."""
    return Table(SeriesRow, map(_series_row, series.attendances))


def _series_row(one):
    back, before = one.first_since or (None, None)
    numbers = (one.number(heard) for heard in (Heard.YES, Heard.NO, Heard.UNKNOWN))
    in_all = {True: YES, False: NO, None: NOT_KNOWN}[one.in_all]
    return SeriesRow(
        one.state.name,
        one.state.get_absolute_url(),
        *numbers,
        in_all,
        *one.longest,
        *one.current,
        first=_slug(one.first),
        first_is_certain=_yes(one.is_first_certain),
        came_back_in=_slug(back),
        after=_slug(before),
        in_no_list_after=_slug(one.dropped_out_after),
        dialogues=[f"{dialogue.slug}: {heard.value}" for dialogue, heard in one.occasions],
        notes=one.notes,
    )


class PositionRow(NamedTuple):
    """One year of one state on one theme, or of one theme of one state."""

    of: str
    year: int
    statements: int
    in_own_voice: int
    for_a_group: int
    on_a_part_of_the_theme_only: int
    stances_in_own_voice: list[str]
    stances_for_a_group: list[str]
    first_mention: str
    changed: str
    not_mentioned_since: list[str]
    address: str


def positions_table(traces, links):
    """A PositionRow for each year of each trace. `links` makes the address of its statements."""
    rows = (_position_row(one, year, links) for one in traces.rows for year in sorted(one.years))
    return Table(PositionRow, rows)


def _position_row(trace, year, links):
    said = trace.years[year]
    last, later = trace.not_mentioned_since_support or (None, [])
    return PositionRow(
        of=str(trace.record),
        year=year,
        statements=said.total,
        in_own_voice=said.own.total(),
        for_a_group=said.joint.total(),
        on_a_part_of_the_theme_only=said.on_parts,
        stances_in_own_voice=_counted(said.own),
        stances_for_a_group=_counted(said.joint),
        first_mention=_yes(year == trace.first),
        changed=_yes(year in {one.year for one in trace.changes}),
        not_mentioned_since=list(map(str, later)) if year == last else [],
        address=links(trace, year),
    )


class ComparisonRow(NamedTuple):
    """One side of a comparison: in all, on a theme, or in a year."""

    side: str
    kind: str
    theme: str
    year: int | None
    statements: int
    stances: list[str]
    on_a_part_of_the_theme_only: int | None
    first: str
    last: str
    address: str


def comparison_table(compared, links):
    """A ComparisonRow for each side, and for each theme and year of it. `links` makes addresses."""
    rows = (row for side in compared.sides for row in _side_rows(side, compared, links))
    return Table(ComparisonRow, rows)


def _side_rows(side, compared, links):
    who = str(side), side.participant.get_kind_display()
    days = _day(side.first), _day(side.last)
    yield ComparisonRow(*who, "", None, side.total, [], None, *days, links(side))
    for theme in compared.themes:
        if said := side.themes.get(theme.pk):
            counted = said.total, _counted(said.stances), said.on_parts
            yield ComparisonRow(
                *who, str(theme), None, *counted, "", "", links(side, theme=theme.slug)
            )
    for year, number in sorted(side.years.items()):
        yield ComparisonRow(*who, "", year, number, [], None, "", "", links(side, year=year))


class CommitmentRow(NamedTuple):
    """One who is committed at the date of one dialogue."""

    dialogue: str
    date: str
    year: int
    forum: str
    state: str
    state_address: str
    said: str
    said_in_words: str
    statements_on_the_theme: int


def commitment_table(commitment):
    """A CommitmentRow for each dialogue and each one committed at its date."""
    return Table(CommitmentRow, _commitment_rows(commitment))


def _commitment_rows(commitment):
    for dialogue in commitment.ledger.dialogues:
        for state in commitment.states:
            word = commitment.word(dialogue, state)
            if word != word.OUTSIDE:
                who = state.name, state.get_absolute_url()
                number = commitment.mentioned[dialogue.pk, state.pk]
                yield CommitmentRow(*_when(dialogue), *who, word.value, str(word.label), number)


class BriefRow(NamedTuple):
    """One line of a brief: `part` says of what. `what` is a dialogue, group, theme or citation."""

    part: str
    date: str
    until: str
    what: str
    recorded: str
    on_behalf_of: str
    through: list[str]
    number: int | None
    note: str
    address: str


def brief_table(brief, cited):
    """A BriefRow for each line. `cited` has (Work, its citation) of each quotation."""
    return Table(BriefRow, [*_brief_record(brief), *_brief_rest(brief, cited)])


def _brief_record(brief):
    for one in brief.record:
        yield _brief_row(
            part="recorded" if one.mark in RECORDED else "not recorded",
            date=_day(one.dialogue.held_on),
            what=one.dialogue.title,
            recorded=str(one.mark.label),
            on_behalf_of="; ".join(_names(one.on_behalf_of)),
            through=_names(one.through),
            note="" if one.is_own_known else "whether it took the floor itself is not known",
            address=one.dialogue.get_absolute_url(),
        )


def _brief_rest(brief, cited):
    for one in brief.memberships:
        yield _brief_row(
            part="group",
            date=_day(one.since),
            until=_day(one.until),
            what=one.group.name,
            recorded=one.get_role_display(),
            note=one.dates_in_words or ("at least in this period" if one.is_minimum else ""),
            address=one.group.get_absolute_url(),
        )
    for label, slug, number in brief.themes:
        address = statements_at(state=brief.state.slug, theme=slug)
        yield _brief_row(part="theme", what=label, number=number, address=address)
    for work, citation in cited:
        yield _brief_row(
            part="quotation",
            date=work.issued,
            what=citation,
            on_behalf_of=work.on_behalf_of,
            address=work.address,
        )


def _brief_row(**said):
    empty = dict.fromkeys(BriefRow._fields, "") | {"through": [], "number": None}
    return BriefRow(**empty | said)


def _when(dialogue):
    return [dialogue.slug, _day(dialogue.held_on), dialogue.year, dialogue.get_forum_display()]


def _spoke(dialogue, cell):
    if cell and cell.interventions:
        return YES
    return NO if dialogue.has_full_list else NOT_KNOWN


def _yes(is_so):
    return YES if is_so else ""


def _day(day):
    return day.isoformat() if day else ""


def _slug(dialogue):
    return dialogue.slug if dialogue else ""


def _names(records):
    return [one.name for one in records]


def _first(texts):
    return next(filter(None, texts), "")


def _counted(stances):
    return [f"{stance}: {number}" for stance, number in sorted(stances.items())]
