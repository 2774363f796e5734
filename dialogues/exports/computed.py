"""What is computed from the record, as tables: the columns of each, and its rows."""

from django.urls import reverse

from dialogues.analytics.coverage import RECORDED, Mark
from dialogues.analytics.series import Heard
from dialogues.belonging import FormerNames
from dialogues.exports.tables import Table

WHEN = ("dialogue", "date", "year", "forum")
STATE = ("state", "state_address")


def coverage_table(ledger):
    """A row for each state in each dialogue, with its name and groups by each of the clocks."""
    columns = (
        *WHEN,
        "speaker_list",
        *STATE,
        "name_at_the_date",
        "name_as_printed",
        "regional_groups_at_the_date",
        "regional_groups_today",
        "regional_group_as_printed",
        "recorded",
        "recorded_in_words",
        "interventions",
        "named_by_the_source_as_spoken_for",
        "member_of_groups_spoken_for",
    )
    return Table(columns, _coverage_rows(ledger))


def _coverage_rows(ledger):
    names, memberships = FormerNames(), ledger.memberships
    for dialogue in ledger.dialogues:
        for state in ledger.states:
            mark, cell = ledger.mark(dialogue, state), ledger.cell(dialogue, state)
            if mark == Mark.OUTSIDE:
                continue
            speeches = cell.speeches if cell else []
            yield [
                *_when(dialogue),
                dialogue.get_speaker_list_display(),
                *_state(state),
                names.on(state, dialogue.held_on),
                _first(one.name_as_printed for one in speeches),
                _names(memberships.regional_on(state.pk, dialogue.held_on)),
                _names(memberships.regional_today(state.pk)),
                _names(memberships.named({one.printed_group for one in speeches} - {None})),
                mark.value,
                str(mark.label),
                cell.interventions if cell else 0,
                "yes" if cell and cell.through else "",
                _names(memberships.named(cell.groups)) if cell else [],
            ]


def claims_table(asked):
    """A row for each printed number."""
    columns = (
        "question",
        *WHEN,
        "counted_on",
        "measure",
        "theme",
        "group",
        "qualifier",
        "printed",
        "unit",
        "as_printed",
        "source",
        "source_address",
        "verdict",
        "recorded",
        "difference",
        "why_it_cannot_be_checked",
        "note",
        "more_than_spoke",
        "sources_disagree",
        "editor_note",
        "states_counted",
        "names_printed",
    )
    return Table(columns, _claims_rows(asked))


def _claims_rows(asked):
    for number, question in enumerate(asked, 1):
        for claim in question.claims:
            figure, recorded = claim.figure, claim.recorded
            yield [
                number,
                *(_when(figure.dialogue) if figure.dialogue else ("", "", "", "")),
                _day(figure.counted_on),
                figure.get_measure_display(),
                str(figure.theme or ""),
                str(figure.group or ""),
                figure.get_qualifier_display(),
                str(figure.amount),
                figure.unit,
                figure.as_printed,
                str(figure.source),
                figure.source.get_absolute_url(),
                claim.verdict.value,
                recorded.number,
                claim.difference if claim.is_checked else None,
                claim.why,
                recorded.note,
                recorded.beyond,
                "yes" if question.disagree else "",
                figure.editor_note,
                _names(recorded.participants),
                _names(claim.named),
            ]


def series_table(series):
    """A row for each state. Runs are given as they are at least and may be at most."""
    columns = (
        *STATE,
        "recorded_in",
        "not_in_the_list_of",
        "not_known_for",
        "in_all",
        "longest_run_at_least",
        "longest_run_at_most",
        "current_run_at_least",
        "current_run_at_most",
        "first",
        "first_is_certain",
        "first_since",
        "dropped_out_after",
        "dialogues",
    )
    return Table(columns, map(_series_row, series.attendances))


def _series_row(one):
    since = one.first_since
    return [
        *_state(one.state),
        *(one.number(heard) for heard in (Heard.YES, Heard.NO, Heard.UNKNOWN)),
        {True: "yes", False: "no", None: "not known"}[one.in_all],
        *one.longest,
        *one.current,
        _slug(one.first),
        "yes" if one.is_first_certain else "",
        f"{since[0].slug} since {since[1].slug}" if since else "",
        _slug(one.dropped_out_after),
        [f"{dialogue.slug}: {heard.value}" for dialogue, heard in one.parts],
    ]


def positions_table(traces, what, links):
    """A row for each year of each trace. `what` says of what records the traces are; `links` makes
    the address of the statements of a record in a year."""
    columns = (
        what,
        "year",
        "statements",
        "in_own_voice",
        "for_a_group",
        "stances_in_own_voice",
        "stances_for_a_group",
        "first_mention",
        "changed",
        "silent_after_support_since",
        "address",
    )
    return Table(columns, _positions_rows(traces, links))


def _positions_rows(traces, links):
    for trace in traces.rows:
        changed = {one.year for one in trace.changes}
        for year, said in sorted(trace.years.items()):
            yield [
                str(trace.record),
                year,
                said.total,
                said.own.total(),
                said.joint.total(),
                _counted(said.own),
                _counted(said.joint),
                "yes" if year == trace.first else "",
                "yes" if year in changed else "",
                trace.silent_after_support or "",
                links(trace.record, year),
            ]


def comparison_table(compared, links):
    """A row for each theme and each year of each side. `links` makes the address of its list."""
    columns = ("side", "kind", "theme", "year", "statements", "stances", "first", "last", "address")
    return Table(columns, _comparison_rows(compared, links))


def _comparison_rows(compared, links):
    for side in compared.sides:
        who = [str(side.participant), side.participant.get_kind_display()]
        days = [_day(side.first), _day(side.last)]
        yield [*who, "", None, side.total, [], *days, links(side)]
        for theme in compared.themes:
            stances = side.themes[theme.pk]
            counted = [stances.total(), _counted(stances)]
            yield [*who, str(theme), None, *counted, "", "", links(side, theme=theme.slug)]
        for year in compared.years:
            yield [*who, "", year, side.years[year], [], "", "", links(side, year=year)]


def commitment_table(commitment):
    """A row for each dialogue and each one committed at its date."""
    columns = (*WHEN, *STATE, "said", "said_in_words", "statements_on_the_theme")
    return Table(columns, _commitment_rows(commitment))


def _commitment_rows(commitment):
    for dialogue in commitment.ledger.dialogues:
        for state in commitment.states:
            word = commitment.word(dialogue, state)
            if word != "outside":
                number = commitment.mentioned[dialogue.pk, state.pk]
                yield [*_when(dialogue), *_state(state), word.value, str(word.label), number]


def brief_table(brief, citations):
    """What a brief says, a line each: of which part, when, what, and where to read on."""
    return Table(("part", "date", "what", "address"), _brief_rows(brief, citations))


def _brief_rows(brief, citations):
    for dialogue, mark, _cell in brief.record:
        yield [
            "recorded" if mark in RECORDED else "not recorded",
            _day(dialogue.held_on),
            f"{dialogue.title}: {mark.label}",
            dialogue.get_absolute_url(),
        ]
    for one in brief.memberships:
        yield ["group", _day(one.since), _membership(one), one.group.get_absolute_url()]
    for label, slug, number in brief.themes:
        address = reverse("statement-list") + f"?state={brief.state.slug}&theme={slug}"
        yield ["theme", "", f"{label}: {number}", address]
    for day, citation, address in citations:
        yield ["quotation", day, citation, address]


def _membership(one):
    until = f" until {one.until}" if one.until else ""
    words = one.dates_in_words or (f"from {one.since}" if one.since else "") + until
    return f"{one.group} ({one.get_role_display()}) {words}".strip()


def _when(dialogue):
    return [dialogue.slug, _day(dialogue.held_on), dialogue.year, dialogue.get_forum_display()]


def _state(state):
    return [state.name, state.get_absolute_url()]


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
