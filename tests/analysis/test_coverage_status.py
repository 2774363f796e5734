"""The vocabulary of what a state did in a dialogue."""

import pytest

from dialogues.analysis.commitment import COMMITTED, STATUS_BY_COVERAGE, CommitmentStatus
from dialogues.analysis.coverage_entry import STATUS_WITHOUT_FLOOR
from dialogues.analysis.coverage_status import (
    IN_YEAR_GRID,
    RECORDED,
    STATUS_OF_PARTICIPATION,
    CoverageStatus,
)
from dialogues.choices import ParticipationStatus
from dialogues.templatetags.coverage_marks import cells, legend_mark

pytestmark = pytest.mark.once
WITHOUT_DRAWING = ("not-a-member", "not-held", "outside")


@pytest.mark.parametrize("status", [*CoverageStatus, *CommitmentStatus])
def test_each_status_has_its_words_and_its_drawing(status):
    assert str(status.label) and str(status.short_label)
    assert bool(status.style) == bool(status.height) == (status.value not in WITHOUT_DRAWING)


@pytest.mark.parametrize("status", [*CoverageStatus, *CommitmentStatus])
def test_each_status_is_a_cell_and_a_legend_in_the_same_words(status):
    assert legend_mark(status) == f'<span class="m-{status.value}">{status.short_label}</span>'
    assert cells([status]) == f'<td class="m-{status.value}">{status.short_label}</td>'


def test_every_status_of_the_year_grid_is_drawn_in_its_own_way():
    drawings = [(status.style, status.height) for status in IN_YEAR_GRID if status.style]

    assert len(drawings) == len(set(drawings))


def test_every_status_is_in_the_ledger_or_in_the_year_grid():
    in_ledger = {*RECORDED, CoverageStatus.OUTSIDE}

    assert in_ledger | {*IN_YEAR_GRID} == {*CoverageStatus}


def test_every_status_of_a_participation_has_a_place_in_both():
    assert {*STATUS_OF_PARTICIPATION} == {*ParticipationStatus}
    assert {*STATUS_OF_PARTICIPATION.values()} <= {*IN_YEAR_GRID}
    # A represented state is NAMED, or UNHEARD.
    assert {*ParticipationStatus} - {*STATUS_WITHOUT_FLOOR} == {ParticipationStatus.REPRESENTED}
    assert {*STATUS_WITHOUT_FLOOR.values()} <= {*RECORDED}


def test_every_commitment_status_comes_from_coverage_or_is_said_to():
    from_coverage = {*STATUS_BY_COVERAGE.values()}

    assert {*CommitmentStatus} - from_coverage == {
        CommitmentStatus.MENTIONED,
        CommitmentStatus.OTHER,
    }
    assert {*COMMITTED} == {*CommitmentStatus} - {CommitmentStatus.OUTSIDE}
