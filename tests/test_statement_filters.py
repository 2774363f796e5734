"""A filter key declared in the table filters, is counted, is indexed and has labels."""

from datetime import date

import pytest
from django.http import QueryDict

from dialogues.filters.filterset import StatementFilter
from dialogues.filters.results import FromDatabase
from dialogues.filters.statement_list import StatementList
from dialogues.index import schema
from dialogues.index.documents import entries
from dialogues.models import Edition, Statement
from dialogues.search.database_query import VALUES
from dialogues.search.query_parser import KEYS
from dialogues.search.search import search
from dialogues.snapshot.labels import labels_at
from dialogues.statement_filters import COUNTED_KEYS, FILTER_KEYS
from tests.records import (
    make_dialogue,
    make_group,
    make_membership,
    make_participation,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def values(module_transaction):
    """{key: a value} that only one of two statements has."""
    group, france, togo = make_group(slug="weog"), make_state("France"), make_state("Togo")
    make_membership(group, france)
    dialogue = make_dialogue(slug="first", held_on=date(2016, 3, 3), forum="hrc")
    joint = make_participation(
        dialogue, france, capacity="on-behalf", on_behalf_of=group, office="Minister"
    )
    make_participation(dialogue, togo, status="represented", represented_by=joint)
    make_statement(
        participation=joint,
        themes=[make_theme(slug="veto")],
        situations=[make_state("Yemen")],
        stance="supports",
        provenance="quoted-in-summary",
        text="In words.",
        language="fr",
        source=make_source(slug="first-source", kind="press"),
    )
    make_statement(
        make_dialogue(held_on=date(2017, 9, 6)),
        attribution="Some delegations",
        stance="opposes",
    )
    return {
        "year": "2016",
        "day": "2016-03-03",
        "group": "weog",
        "theme": "veto",
        "state": "france",
        "represented": "togo",
        "situation": "yemen",
        "speaker": "france",
        "kind": "state",
        "voice": "joint",
        "capacity": "on-behalf",
        "office": "Minister",
        "forum": "hrc",
        "dialogue": "first",
        "stance": "supports",
        "provenance": "quoted-in-summary",
        "source": "first-source",
        "source_kind": "press",
        "language": "fr",
        "quotation": "yes",
        "length": "short",
    }


@pytest.fixture
def edition(values):
    return Edition.objects.current_stamp()


def test_this_test_has_a_value_of_every_key(values):
    assert list(values) == list(FILTER_KEYS)


@pytest.mark.parametrize("name", FILTER_KEYS)
def test_a_key_has_labels(values, edition, name):
    assert values[name] in labels_at(edition)[name]


@pytest.mark.parametrize("name", FILTER_KEYS)
def test_a_key_has_a_field_in_the_index(values, name):
    (entry, _other) = entries(Statement.objects.order_by("pk").values_list("pk", flat=True))
    fields = dict(FILTER_KEYS[name].fields_by_clock).values() or [name]

    assert tuple(FILTER_KEYS) == schema.FILTER_KEYS
    assert [field for field in fields if field not in entry.filters] == []
    assert any(entry.filters[field] for field in fields)


@pytest.mark.parametrize("name", FILTER_KEYS)
def test_a_key_filters_by_index_and_database_alike(values, edition, name):
    filterset = StatementFilter(QueryDict(f"{name}={values[name]}"), edition)
    index, database = search(filterset.search_request, edition), FromDatabase(filterset)

    assert index.total == database.total == 1
    assert index.pks(0, 10) == database.pks(0, 10)


@pytest.mark.parametrize("name", COUNTED_KEYS)
def test_a_counted_key_is_counted_by_index_and_database_alike(values, edition, name):
    filterset = StatementFilter(QueryDict(), edition)
    index, database = search(filterset.search_request, edition), FromDatabase(filterset)

    assert index.numbers[name][values[name]] == database.numbers[name][values[name]] == 1


def test_the_sidebar_shows_the_counted_keys_in_their_order(values, edition):
    facets = StatementList.everything(edition).facets

    assert [facet.key for facet in facets] == list(COUNTED_KEYS)


@pytest.mark.parametrize("name", FILTER_KEYS)
def test_a_key_is_filtered_in_one_way(name):
    key = FILTER_KEYS[name]
    methods = [key.annotation, key.method, key.condition]

    assert key.column or key.method
    assert [method for method in methods if method and not hasattr(Statement.objects, method)] == []


def test_the_keys_that_readers_type_are_those_of_the_search_box():
    assert VALUES.keys() == set(KEYS)
