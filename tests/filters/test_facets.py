"""The counts beside a list say what a click will show."""

from datetime import date

import pytest
from django.http import QueryDict

from dialogues.filters.applied import applied_filters, list_title
from dialogues.filters.empty_results import counted_on_themes, wider_lists
from dialogues.filters.facets import facet_of, facets_of
from dialogues.filters.results import StatementResults
from dialogues.filters.statements import StatementFilter
from dialogues.models import Statement
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def filterset(query):
    return StatementFilter(QueryDict(query))


def facet(query, key):
    """(value, count, whether it is chosen) of each value of one facet."""
    one = next(one for one in facets_of_query(query) if one.key == key)
    return [(value.value, value.count, value.is_chosen) for value in values_of(one)]


def facets_of_query(query):
    asked = filterset(query)
    return facets_of(asked, StatementResults(asked))


def values_of(facet):
    """Each value of a facet, those below it in a tree after it."""
    values = [*facet.values, *facet.more]
    for at, value in enumerate(values):
        values[at + 1 : at + 1] = value.within
    return values


def speak(year, state, theme, **fields):
    dialogue = make_dialogue(held_on=date(year, 9, 6))
    return make_statement(
        participation=make_participation(dialogue, state), themes=[theme], **fields
    )


@pytest.fixture
def collection():
    weog, african = make_group("WEOG"), make_group("African")
    france, ghana = make_state("France"), make_state("Ghana")
    make_membership(weog, france)
    make_membership(african, ghana)
    veto = make_theme(slug="veto", label="Veto")
    code = make_theme(slug="code", label="Code", parent=veto)
    speak(2016, france, code)
    speak(2017, france, veto, stance="supports")
    speak(2017, ghana, code)


def test_counts_apply_every_other_filter_but_not_their_own(collection):
    query = "year=2017&state=france"

    assert facet(query, "year") == [("2017", 1, True), ("2016", 1, False)]
    assert facet(query, "state") == [("france", 1, True), ("ghana", 1, False)]
    assert facet(query, "stance") == [("supports", 1, False)]


def test_a_theme_counts_those_below_it(collection):
    assert facet("", "theme") == [("veto", 3, False), ("code", 2, False)]


def test_themes_are_a_tree_that_is_open_where_one_is_chosen(collection):
    facets = {one.key: one for one in facets_of_query("theme=code")}

    (top,) = facets["theme"].values
    (below,) = top.within
    assert (top.value, top.is_chosen, top.is_open) == ("veto", False, True)
    assert (below.value, below.is_chosen, below.within) == ("code", True, ())


def test_many_values_are_folded_and_very_many_counted(collection):
    for _ in range(12):
        speak(2017, make_state(), make_theme())
    asked = filterset("")
    numbers = StatementResults(asked).numbers["state"]

    facet = facet_of(asked, "state", numbers, most_shown=4)

    assert [len(facet.values), len(facet.more), facet.left] == [8, 4, 2]


def test_a_statement_on_a_theme_and_one_below_counts_once(collection):
    statement = Statement.objects.filter(themes__slug="code").first()
    statement.themes.add(statement.themes.get().parent)

    assert facet("", "theme") == [("veto", 3, False), ("code", 2, False)]


def test_regional_groups_are_shown_at_zero(collection):
    assert facet("year=2016", "group") == [("african", 0, False), ("weog", 1, False)]


def test_a_chosen_value_is_shown_at_zero(collection):
    assert ("ghana", 0, True) in facet("state=ghana&year=2016", "state")


@pytest.mark.parametrize("query", ["", "year=2017", "theme=veto&state=ghana", "stance=supports"])
def test_every_count_is_what_the_link_shows(collection, query):
    for one in facets_of_query(query):
        for value in values_of(one):
            if not value.is_chosen and not filterset(query).applied_values(one.key):
                assert len(StatementResults(filterset(value.url[1:]))) == value.count


def test_a_link_adds_a_value_and_takes_it_away_again(collection):
    added = next(one for one in facets_of_query("year=2016&page=3") if one.key == "year")

    urls = {value.value: value.url for value in added.values}

    assert urls == {"2016": "?", "2017": "?year=2016&year=2017"}


def test_chosen_filters_are_removable_one_by_one(collection):
    chosen = applied_filters(filterset("year=2017&year=2016&state=ghana&q=code"))

    assert [(one.label, one.value, one.url) for one in chosen] == [
        ("Year", "2017", "?year=2016&state=ghana&q=code"),
        ("Year", "2016", "?year=2017&state=ghana&q=code"),
        ("State", "Ghana", "?year=2017&year=2016&q=code"),
        ("Words", "code", "?year=2017&year=2016&state=ghana"),
    ]


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("", "All statements"),
        ("year=2017&theme=code", "2017, Code"),
        ("year=abc", "All statements"),
        ("represented=france", "Spoken for by another France"),
    ],
)
def test_the_heading_says_what_is_chosen(collection, query, heading):
    assert list_title(applied_filters(filterset(query))) == heading


def test_an_empty_list_offers_the_lists_without_one_filter(collection):
    wider = wider_lists(filterset("state=ghana&year=2016&theme=code"))

    assert [(one.chosen.value, one.count) for one in wider] == [("2016", 1), ("Ghana", 1)]


def test_an_offer_counts_the_list_it_leads_to(collection):
    wider = wider_lists(filterset("state=ghana&year=2016&year=2015"))

    for offer in wider:
        assert len(StatementResults(filterset(offer.chosen.url[1:]))) == offer.count


def test_an_empty_list_shows_what_sources_count_on_the_theme(collection):
    code = Statement.objects.filter(themes__slug="code").first().themes.get()
    other = make_dialogue(held_on=date(2010, 1, 1))
    shown = make_figure(theme=code, measure="position", dialogue=make_dialogue())
    make_figure(theme=code, measure="position", dialogue=other)
    make_figure(theme=make_theme(), measure="position", dialogue=make_dialogue())

    assert list(counted_on_themes(filterset("theme=veto&year=2017"))) == [shown]
