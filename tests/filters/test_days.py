"""Statements from a day on, or up to a day."""

from datetime import date

import pytest
from django.http import QueryDict

from dialogues.filters.days import period_of
from dialogues.filters.statement_list import StatementList
from dialogues.models import Edition, Statement
from tests.records import make_dialogue, make_participation, make_state, make_statement


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2016-02-29", (date(2016, 2, 29), date(2016, 2, 29), "29 February 2016")),
        ("2016-02", (date(2016, 2, 1), date(2016, 2, 29), "February 2016")),
        ("2016", (date(2016, 1, 1), date(2016, 12, 31), "2016")),
        ("0001-12", (date(1, 12, 1), date(1, 12, 31), "December 0001")),
        ("2017-02-29", None),
        ("2016-13", None),
        ("0000", None),
        ("2016-2", None),
        ("٢٠١٦", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_of_an_address_is_a_period(text, period):
    assert period_of(text) == period


@pytest.fixture(scope="module")
def days(module_transaction):
    """Statements of three days, one after the first day of its dialogue, and one without a day."""
    for day in (date(2016, 3, 3), date(2017, 9, 6)):
        make_statement(make_dialogue(held_on=day), summary=str(day))
    make_statement(make_dialogue(held_on=None, year=2020, format="not-held"), summary="None")
    long = make_dialogue(held_on=date(2017, 9, 30))
    speaker = make_participation(long, make_state("Chile"), spoke_on=date(2017, 10, 1))
    make_statement(participation=speaker, summary="2017-10-01")
    return Edition.objects.current_stamp()


def statements(query, edition):
    """The list of a query string, and the summaries of its statements."""
    shown = StatementList(QueryDict(query), edition)
    summaries = Statement.objects.in_bulk(shown.page.object_list)
    return shown, sorted(each.summary for each in summaries.values())


@pytest.mark.django_db
@pytest.mark.parametrize("has_index", [True, False])
@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("from=2017", ["2017-09-06", "2017-10-01"]),
        ("to=2017-09", ["2016-03-03", "2017-09-06"]),
        ("from=2017-09-06&to=2017-09-06", ["2017-09-06"]),
        ("from=2018&to=2017", []),
        ("from=2016&day=2017-10-01", ["2017-10-01"]),
        ("from=soon", ["2016-03-03", "2017-09-06", "2017-10-01", "None"]),
    ],
)
def test_a_list_is_limited_by_days(days, settings, query, matches, has_index):
    settings.SEARCH_INDEX = settings.SEARCH_INDEX if has_index else ""

    shown, summaries = statements(query, days)

    assert (summaries, shown.results.is_from_index) == (matches, has_index)


@pytest.mark.django_db
def test_the_days_are_named_and_removed_one_by_one(days):
    shown, _summaries = statements("from=2016-03&to=2017", days)

    assert shown.title == "From March 2016, To 2017"
    assert [applied.url for applied in shown.applied] == ["?to=2017", "?from=2016-03"]
    assert (shown.first_day, shown.last_day) == (date(2016, 3, 1), date(2017, 12, 31))
    assert shown.fields_without_days == []


@pytest.mark.django_db
def test_what_is_no_date_is_named(days):
    assert statements("from=soon&to=2017&to=2018", days)[0].problems == [
        "“soon” is not a known date, such as 2017-09-06, 2017-09 or 2017, so it was left out.",
        "Only the first value of “To” was used.",
    ]
