"""Dates and numbers as people write them are refused in words, and never guessed."""

import pytest

from dialogues.spreadsheets.files import Sheet
from dialogues.spreadsheets.upload import Outcome, preview
from tests.records import make_figure

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    "column, cell",
    [
        ("value", "1,234"),
        ("value", "9,2"),
        ("value", "about 70"),
        ("counted_on", "6/9/2017"),
        ("counted_on", "May-16"),
        ("counted_on", "2017-02-30"),
    ],
)
def test_it_is_refused_with_the_name_of_its_column(column, cell):
    row = {"key": make_figure().key, column: cell}
    outcome = Outcome()

    list(preview("figures", Sheet(list(row), [(2, row)]), outcome))

    assert list(outcome.refused) == [2]
    assert outcome.refused[2].startswith(f"{column}: ")
