"""Fills of charts: each style means one thing in a chart, in colour and in grey."""

from itertools import combinations

import pytest

from dialogues.analysis.commitment import COMMITTED
from dialogues.analysis.coverage_status import IN_YEAR_GRID, RECORDED
from dialogues.charts.fills import COLUMN_FILLS, FILLS, MAP_FILLS, PATTERNS, light_colours

pytestmark = pytest.mark.once


def brightness(colour):
    """The share of light of a colour, as a grey page shows it (ITU-R BT.709)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize("statuses", [RECORDED, IN_YEAR_GRID, COMMITTED])
def test_two_statuses_of_a_chart_have_two_styles(statuses):
    styles = [status.style for status in statuses if status.style]

    assert len(set(styles)) == len(styles)


@pytest.mark.parametrize("fills", [COLUMN_FILLS, MAP_FILLS])
def test_two_styles_differ_in_grey(fills):
    alike = [
        (name, other)
        for (name, fill), (other, other_fill) in combinations(fills.items(), 2)
        if (fill.pattern, fill.outline, fill.dashes)
        == (other_fill.pattern, other_fill.outline, other_fill.dashes)
        and abs(brightness(fill.colour_value) - brightness(other_fill.colour_value)) < 0.1
    ]

    assert alike == []


def test_colours_and_patterns_exist():
    colours = light_colours()

    assert {fill.colour for fill in FILLS.values()} - {""} <= colours.keys()
    assert {fill.pattern for fill in FILLS.values()} - {""} == PATTERNS.keys()
