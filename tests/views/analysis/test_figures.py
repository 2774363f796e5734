"""The page of reported figures."""

import re

import pytest

from tests.records import make_figure
from tests.views.reading import rows_of, text_of

pytestmark = pytest.mark.django_db


def test_figures_are_filtered_by_result(client, made):
    make_figure(dialogue=made.dialogues[2010], value=2, key="right")
    make_figure(dialogue=made.dialogues[2011], value=9, key="wrong")

    page = text_of(client.get("/figures/?verdict=short"))

    assert re.findall(r'data-figure="(\w+)"', page) == ["wrong"]
    assert re.findall(r'data-verdict="(\w+)" data-count="(\d+)"', page) == [
        ("agrees", "1"),
        ("short", "1"),
        ("over", "0"),
        ("unchecked", "0"),
    ]


def test_counted_states_can_be_opened(client, made):
    make_figure(dialogue=made.dialogues[2011], value=4)

    page = text_of(client.get("/figures/"))

    assert "1 fewer here" in page
    (rows,) = re.findall(r"<summary>3 here: show</summary><p>(.*?)</p>", page, re.DOTALL)
    assert re.findall(r">([^<>]+)</a>", rows) == ["State B", "State C", "State F"]


def test_a_decimal_is_written_as_a_number(client, made):
    make_figure(dialogue=made.dialogues[2010], value="2.5")

    (row,) = rows_of(client.get("/figures.json"))["rows"]

    assert (row["printed"], row["difference"]) == ("2.5", -0.5)
