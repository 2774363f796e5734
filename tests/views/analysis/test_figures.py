"""The claims ledger."""

import re

import pytest

from tests.records import make_figure
from tests.views.reading import rows_of, text_of

pytestmark = pytest.mark.django_db


def test_figures_are_narrowed_by_their_verdict(client, made):
    make_figure(dialogue=made.dialogues[2010], value=2, key="right")
    make_figure(dialogue=made.dialogues[2011], value=9, key="wrong")

    found = text_of(client.get("/figures/?verdict=short"))

    assert re.findall(r'data-figure="(\w+)"', found) == ["wrong"]
    assert re.findall(r'data-verdict="(\w+)" data-count="(\d+)"', found) == [
        ("agrees", "1"),
        ("short", "1"),
        ("over", "0"),
        ("unchecked", "0"),
    ]


def test_who_is_counted_is_one_click_away(client, made):
    make_figure(dialogue=made.dialogues[2011], value=4)

    found = text_of(client.get("/figures/"))

    assert "1 fewer here" in found
    (rows,) = re.findall(r"<summary>3 recorded: who</summary><p>(.*?)</p>", found, re.DOTALL)
    assert re.findall(r">([^<>]+)</a>", rows) == ["State B", "State C", "State F"]


def test_a_decimal_is_written_as_a_number(client, made):
    make_figure(dialogue=made.dialogues[2010], value="2.5")

    (row,) = rows_of(client.get("/figures.json"))["rows"]

    assert (row["printed"], row["difference"]) == ("2.5", -0.5)
