"""What is computed of nothing, and the pages that show it."""

import pytest

from dialogues.analysis.brief import brief_of
from dialogues.analysis.commitment import commitment_of_members, commitment_of_supporters
from dialogues.analysis.comparison import compare
from dialogues.analysis.coverage import coverage
from dialogues.analysis.figures import figure_checks
from dialogues.analysis.positions import positions_of, positions_on
from dialogues.analysis.series import series_attendance
from dialogues.models import Dialogue, ReportedFigure
from tests.records import make_group, make_state, make_theme

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    ["/analysis/", "/coverage/", "/figures/", "/series/", "/compare/", "/commitment/"],
)
def test_of_nothing_there_is_a_page(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["brief/", "positions/", "brief.csv", "positions.json"])
def test_of_a_state_with_nothing_recorded_there_is_a_page(client, address):
    state = make_state()

    assert client.get(state.get_absolute_url() + address).status_code == 200


def test_of_a_group_without_members_there_is_a_page(client):
    group = make_group()

    for address in (f"/coverage/?group={group.slug}", f"/commitment/?group={group.slug}"):
        assert client.get(address).status_code == 200


def test_a_ledger_of_nothing_is_empty():
    ledger = coverage(Dialogue.objects.all())

    assert (ledger.dialogues, ledger.states) == ([], [])


def test_a_series_of_nothing_is_empty():
    series = series_attendance("none")

    assert (series.dialogues, series.states, series.figures) == ([], [], [])


def test_no_figure_is_no_claim():
    assert figure_checks(ReportedFigure.objects.all()) == []


def test_traces_of_nothing_are_empty():
    assert (positions_of(make_state()).rows, positions_on(make_theme()).rows) == ([], [])


def test_sides_of_nothing_are_sides():
    compared = compare([make_state(), make_group()])

    assert [(side.total, side.first, side.last) for side in compared.parties] == [
        (0, None, None)
    ] * 2


def test_nobody_is_committed_where_nobody_is_named():
    nobody = commitment_of_members([], make_group()), commitment_of_supporters([], make_theme())

    assert [(one.states, one.is_whole) for one in nobody] == [([], False)] * 2


def test_a_state_of_which_nothing_is_recorded_has_a_brief():
    brief = brief_of(make_state())

    assert (brief.entries, brief.memberships, brief.statements) == ([], [], 0)
    assert (brief.themes, brief.quoted) == ([], [])
