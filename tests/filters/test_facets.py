"""The counts in the sidebar of a list say what a click will show."""

from datetime import date

import pytest
from django.http import QueryDict

from dialogues.filters.empty_results import broader_lists, figures_on_themes
from dialogues.filters.facets import facet_of
from dialogues.filters.statement_list import StatementList
from dialogues.models import Edition, Statement
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


def statement_list(query):
    return StatementList(QueryDict(query), Edition.objects.current_stamp())


def facet(query, key):
    """(value, count, whether it is applied) of each value of one facet."""
    facet = next(facet for facet in statement_list(query).facets if facet.key == key)
    return [(value.value, value.count, value.is_chosen) for value in values_of(facet)]


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


@pytest.fixture(scope="module")
def collection(module_transaction):
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


def test_themes_are_a_tree_that_is_open_where_one_is_applied(collection):
    facets = {facet.key: facet for facet in statement_list("theme=code").facets}

    (top,) = facets["theme"].values
    (below,) = top.within
    assert (top.value, top.is_chosen, top.is_open) == ("veto", False, True)
    assert (below.value, below.is_chosen, below.within) == ("code", True, ())


def test_many_values_are_folded_and_very_many_counted(collection):
    for _ in range(12):
        speak(2017, make_state(), make_theme())
    statements = statement_list("")
    numbers = statements.results.numbers["state"]

    facets = [
        facet_of(statements.filterset, "state", numbers, max_folded=number) for number in (6, 5)
    ]

    shown = [(len(each.values), len(each.more), each.left, each.is_long) for each in facets]
    assert shown == [(8, 6, 0, False), (5, 0, 9, True)]


def test_a_statement_on_a_theme_and_one_below_counts_once(collection):
    statement = Statement.objects.filter(themes__slug="code").first()
    statement.themes.add(statement.themes.get().parent)

    assert facet("", "theme") == [("veto", 3, False), ("code", 2, False)]


def test_regional_groups_are_shown_at_zero(collection):
    assert facet("year=2016", "group") == [("african", 0, False), ("weog", 1, False)]


def test_an_applied_value_is_shown_at_zero(collection):
    assert ("ghana", 0, True) in facet("state=ghana&year=2016", "state")


@pytest.mark.parametrize("query", ["", "year=2017", "theme=veto&state=ghana", "stance=supports"])
def test_every_count_is_what_the_link_shows(collection, query):
    statements = statement_list(query)
    for facet in statements.facets:
        for value in values_of(facet):
            if not value.is_chosen and not statements.filterset.applied_values(facet.key):
                assert statement_list(value.url[1:]).count == value.count


def test_a_link_adds_a_value_and_takes_it_away_again(collection):
    facets = statement_list("year=2016&page=3").facets

    urls = {value.value: value.url for value in facets[0].values}

    assert urls == {"2016": "?", "2017": "?year=2016&year=2017"}


def test_applied_filters_are_removable_one_by_one(collection):
    applied = statement_list("year=2017&year=2016&state=ghana&q=code").applied

    assert [(filter_.label, filter_.value_label, filter_.url) for filter_ in applied] == [
        ("Year", "2017", "?year=2016&state=ghana&q=code"),
        ("Year", "2016", "?year=2017&state=ghana&q=code"),
        ("State", "Ghana", "?year=2017&year=2016&q=code"),
        ("Search", "code", "?year=2017&year=2016&state=ghana"),
    ]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "All statements"),
        ("year=2017&theme=code", "2017, Code"),
        ("year=abc", "All statements"),
        ("represented=france", "Spoken for by another France"),
    ],
)
def test_the_title_names_the_applied_filters(collection, query, title):
    assert statement_list(query).title == title


def test_an_empty_list_offers_the_lists_without_one_filter(collection):
    offers = broader_lists(statement_list("state=ghana&year=2016&theme=code"))

    labels = [(offer.removed.value_label, offer.count) for offer in offers]
    assert labels == [("2016", 1), ("Ghana", 1)]


def test_an_offer_counts_the_list_it_leads_to(collection):
    offers = broader_lists(statement_list("state=ghana&year=2016&year=2015"))

    for offer in offers:
        assert statement_list(offer.removed.url[1:]).count == offer.count


def test_an_empty_list_shows_what_sources_count_on_the_theme(collection):
    code = Statement.objects.filter(themes__slug="code").first().themes.get()
    other = make_dialogue(held_on=date(2010, 1, 1))
    shown = make_figure(theme=code, measure="position", dialogue=make_dialogue())
    make_figure(theme=code, measure="position", dialogue=other)
    make_figure(theme=make_theme(), measure="position", dialogue=make_dialogue())

    filterset = statement_list("theme=veto&year=2017").filterset
    assert list(figures_on_themes(filterset)) == [shown]
