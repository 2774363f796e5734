"""A whole row of the table of each analysis."""

import pytest

from dialogues.analysis.brief import brief_of
from dialogues.analysis.commitment import commitment_of_members
from dialogues.analysis.comparison import compare
from dialogues.analysis.coverage import coverage
from dialogues.analysis.figures import figure_checks
from dialogues.analysis.positions import positions_on
from dialogues.analysis.series import series_attendance
from dialogues.exports.analysis.brief import brief_table
from dialogues.exports.analysis.commitment import commitment_table
from dialogues.exports.analysis.comparison import comparison_table
from dialogues.exports.analysis.coverage import coverage_table
from dialogues.exports.analysis.figures import figures_table
from dialogues.exports.analysis.positions import positions_table
from dialogues.exports.analysis.series import series_table
from dialogues.models import ReportedFigure
from tests.records import make_figure, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.once]

D_2010 = {
    "dialogue": "d-2010",
    "date": "2010-05-01",
    "year": 2010,
    "forum": "General Assembly",
}


def first(table):
    return next(iter(table.rows))._asdict()


def links(_record, *_year, **_keys):
    return "/address/"


def test_coverage(made):
    row = first(coverage_table(coverage(made.in_order)))

    assert row == D_2010 | {
        "speaker_list": "As the source prints it, complete",
        "state": "State A",
        "state_address": "/states/state-a/",
        "name_at_the_date": "State A",
        "name_as_printed": "The A",
        "regional_groups_at_the_date": ["North"],
        "regional_groups_today": ["South"],
        "regional_group_as_printed": ["North"],
        "recorded": "own",
        "recorded_in_words": "took the floor, and no group spoke for it",
        "interventions": 1,
        "inscribed": "",
        "named_by_the_source_as_spoken_for": "",
        "member_of_groups_spoken_for": [],
        "whether_it_spoke_itself": "yes",
    }


def test_figures(made):
    source = make_source(title="A source", slug="a-source")
    make_figure(dialogue=made.dialogues[2010], value=3, source=source, as_printed="three states")

    row = first(figures_table(figure_checks(ReportedFigure.objects.all())))

    assert row == D_2010 | {
        "question": 1,
        "counted_on": "",
        "measure": "States that spoke",
        "theme": "",
        "group": "",
        "qualifier": "exactly",
        "printed": "3",
        "unit": "states",
        "as_printed": "three states",
        "source": "A source",
        "source_address": "/sources/a-source/",
        "verdict": "short",
        "recorded": 2,
        "difference": -1,
        "why_it_cannot_be_checked": "",
        "note": "",
        "more_than_spoke": "",
        "sources_disagree": "",
        "editor_note": "",
        "counted": ["State A", "State B"],
        "names_printed": [],
    }


def test_series(made):
    rows = [row._asdict() for row in series_table(series_attendance("annual")).rows]

    assert next(row for row in rows if row["state"] == "State A") == {
        "state": "State A",
        "state_address": "/states/state-a/",
        "recorded_in": 2,
        "not_in_the_list_of": 2,
        "not_known_for": 0,
        "in_all": "no",
        "longest_run_at_least": 1,
        "longest_run_at_most": 1,
        "current_run_at_least": 0,
        "current_run_at_most": 0,
        "first": "d-2010",
        "first_is_certain": "yes",
        "came_back_in": "d-2012",
        "after": "d-2010",
        "in_no_list_after": "d-2012",
        "dialogues": ["d-2010: yes", "d-2011: no", "d-2012: yes", "d-2013: no"],
        "notes": [],
    }


def test_positions(made):
    row = first(positions_table(positions_on(made.veto), links))

    assert row == {
        "of": "State B",
        "year": 2010,
        "statements": 1,
        "in_own_voice": 0,
        "for_a_group": 1,
        "on_a_part_of_the_theme_only": 0,
        "stances_in_own_voice": [],
        "stances_for_a_group": ["supports: 1"],
        "first_mention": "yes",
        "changed": "",
        "not_mentioned_since": [],
        "address": "/address/",
    }


def test_comparison(made):
    rows = comparison_table(compare([made.A, made.B]), links).rows

    assert [tuple(row) for row in rows if row.side == "State A"] == [
        ("State A", "State", "", None, 2, [], None, "2010-05-01", "2012-05-01", "/address/"),
        ("State A", "State", "Prevention", None, 2, ["supports: 1"], 1, "", "", "/address/"),
        ("State A", "State", "Warning", None, 1, ["opposes: 1"], 0, "", "", "/address/"),
        ("State A", "State", "", 2010, 1, [], None, "", "", "/address/"),
        ("State A", "State", "", 2012, 1, [], None, "", "", "/address/"),
    ]


def test_commitment(made):
    row = first(commitment_table(commitment_of_members(made.in_order, made.pact, made.veto)))

    assert row == D_2010 | {
        "state": "State B",
        "state_address": "/states/state-b/",
        "said": "mentioned",
        "said_in_words": "has a statement on the theme",
        "statements_on_the_theme": 1,
    }


def test_brief(made):
    rows = list(brief_table(brief_of(made.C), []).rows)

    assert [row.part for row in rows] == [
        "recorded",
        "recorded",
        "not recorded",
        "not recorded",
        "group",
        "group",
        "theme",
        "theme",
    ]
    assert rows[0]._asdict() == {
        "part": "recorded",
        "date": "2010-05-01",
        "until": "",
        "what": made.dialogues[2010].title,
        "recorded": "spoken for, named by the source",
        "on_behalf_of": "",
        "through": ["Pact", "State B"],
        "number": None,
        "note": "",
        "address": "/dialogues/d-2010/",
    }
