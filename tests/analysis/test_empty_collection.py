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
    [
        "/analysis/",
        "/coverage/",
        "/figures/",
        "/series/",
        "/compare/",
        "/commitment/",
        "/joint/",
        "/themes/years/",
        "/map/",
    ],
)
def test_a_page_works_without_records(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["brief/", "positions/", "brief.csv", "positions.json"])
def test_a_state_without_records_has_its_pages(client, address):
    state = make_state()

    assert client.get(state.get_absolute_url() + address).status_code == 200


def test_a_group_without_members_has_its_pages(client):
    group = make_group()

    for address in (f"/coverage/?group={group.slug}", f"/commitment/?group={group.slug}"):
        assert client.get(address).status_code == 200


def test_a_ledger_without_dialogues_is_empty():
    ledger = coverage(Dialogue.objects.all())

    assert (ledger.dialogues, ledger.states) == ([], [])


def test_a_series_without_dialogues_is_empty():
    series = series_attendance("none")

    assert (series.dialogues, series.states, series.figures) == ([], [], [])


def test_without_figures_there_are_no_checks():
    assert figure_checks(ReportedFigure.objects.all()) == []


def test_positions_without_statements_are_empty():
    assert (positions_of(make_state()).rows, positions_on(make_theme()).rows) == ([], [])


def test_parties_without_statements_are_compared():
    comparison = compare([make_state(), make_group()])

    assert [(party.total, party.first, party.last) for party in comparison.parties] == [
        (0, None, None)
    ] * 2


def test_without_names_there_are_no_members_or_supporters():
    commitments = (
        commitment_of_members([], make_group()),
        commitment_of_supporters([], make_theme()),
    )

    assert [(commitment.states, commitment.is_whole) for commitment in commitments] == [
        ([], False)
    ] * 2


def test_a_state_without_records_has_a_brief():
    brief = brief_of(make_state())

    assert (brief.entries, brief.memberships, brief.statements) == ([], [], 0)
    assert (brief.themes, brief.quoted) == ([], [])
