"""Each key of the address, alone and together, on records that could have been found wrongly."""

from datetime import date

import pytest
from django.http import QueryDict

from dialogues.filters.filterset import StatementFilter
from dialogues.filters.results import FromDatabase
from dialogues.filters.statement_list import StatementList
from dialogues.models import Edition, Statement
from dialogues.search.search import search
from tests.records import (
    make_dialogue,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def matches(query):
    """The summaries that the index finds, which are those that the database finds."""
    filterset = StatementFilter(QueryDict(query if "sort" in query else query + "&sort=oldest"))
    summaries = dict(Statement.objects.values_list("pk", "summary"))
    answers = [search(filterset.search_request, filterset.edition), FromDatabase(filterset)]
    by_index, by_database = [[summaries[pk] for pk in answer.pks(0, 100)] for answer in answers]
    assert by_index == by_database
    return by_index


@pytest.fixture(scope="class")
def three(class_transaction):
    """Three statements that differ under every key."""
    group, other = make_group(slug="weog"), make_group(slug="african")
    top = make_theme(slug="veto")
    low = make_theme(slug="act-code-of-conduct", parent=top)
    france, ghana = make_state("France"), make_state("Ghana")
    make_membership(group, france)
    make_membership(other, ghana)
    first = make_dialogue(slug="first", held_on=date(2016, 3, 3), forum="hrc")
    second = make_dialogue(slug="second", held_on=date(2017, 9, 6))
    make_statement(
        summary="France on the code",
        participation=make_participation(first, france),
        themes=[low],
        stance="supports",
    )
    joint = make_participation(second, ghana, capacity="on-behalf", on_behalf_of=make_group("G"))
    make_participation(second, make_state("Togo"), status="represented", represented_by=joint)
    make_statement(
        summary="Ghana on the veto",
        participation=joint,
        themes=[top],
        stance="opposes",
        situations=[make_state("Yemen")],
    )
    make_statement(
        second,
        summary="The chair",
        participation=make_participation(
            second, person=make_person(slug="the-chair"), capacity="chair"
        ),
        provenance="quoted-in-summary",
        text="In words.",
    )


class TestThreeStatements:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("", ["France on the code", "Ghana on the veto", "The chair"]),
            ("year=2016", ["France on the code"]),
            ("year=2016&year=2017", ["France on the code", "Ghana on the veto", "The chair"]),
            ("group=weog", ["France on the code"]),
            ("theme=veto", ["France on the code", "Ghana on the veto"]),
            ("theme=act-code-of-conduct", ["France on the code"]),
            ("state=france&state=ghana", ["France on the code", "Ghana on the veto"]),
            ("state=togo", []),
            ("represented=togo", ["Ghana on the veto"]),
            ("situation=yemen", ["Ghana on the veto"]),
            ("state=yemen", []),
            ("speaker=the-chair", ["The chair"]),
            ("speaker=the-chair&speaker=france", ["France on the code", "The chair"]),
            ("kind=person", ["The chair"]),
            ("kind=state", ["France on the code", "Ghana on the veto"]),
            ("voice=joint", ["Ghana on the veto"]),
            ("voice=own", ["France on the code", "The chair"]),
            ("forum=hrc", ["France on the code"]),
            ("dialogue=second", ["Ghana on the veto", "The chair"]),
            ("stance=opposes", ["Ghana on the veto"]),
            ("provenance=quoted-in-summary", ["The chair"]),
            ("q=veto", ["Ghana on the veto"]),
            ("year=2017&theme=veto&voice=joint&state=ghana", ["Ghana on the veto"]),
            ("year=2016&state=ghana", []),
            (
                "year=2016&year=2017&sort=newest",
                ["Ghana on the veto", "The chair", "France on the code"],
            ),
            ("sort=speaker", ["France on the code", "Ghana on the veto", "The chair"]),
            ("year=+2016+&year=", ["France on the code"]),
            ("year=abc", ["France on the code", "Ghana on the veto", "The chair"]),
            ("year=abc&year=2016", ["France on the code"]),
        ],
    )
    def test_the_query_string_says_what_is_found(self, three, query, expected):
        assert matches(query) == expected


@pytest.mark.parametrize(
    ("make", "key"), [(make_theme, "theme"), (make_state, "state"), (make_dialogue, "dialogue")]
)
def test_a_slug_that_is_no_more_leads_to_the_one_that_is(client, make, key):
    record = make(slug="before")
    record.slug = "after"
    record.save()

    response = client.get(f"/statements/?{key}=before&year=2017")

    assert (response.status_code, response["Location"]) == (
        302,
        f"/statements/?{key}=after&year=2017",
    )


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("clock=today", "All statements"),
        ("clock=today&year=2017", "2017"),
        ("group=a-group&clock=today", "A group, today"),
    ],
)
def test_a_clock_is_named_where_it_says_which_statements_these_are(query, title):
    make_group("A group", slug="a-group")
    make_dialogue()

    assert StatementList(QueryDict(query), Edition.objects.current_stamp()).title == title


def test_any_group_can_be_chosen_by_a_clock():
    state, pact = make_state(), make_group("Pact", slug="pact", group_kind="network")
    make_membership(pact, state)
    statement = make_statement(participation=make_participation(make_dialogue(), state))
    make_statement()

    filterset = StatementFilter(QueryDict("group=pact&clock=date"))

    assert (list(filterset.qs), filterset.form.errors) == ([statement], {})


@pytest.mark.parametrize(("clock", "number"), [("date", 0), ("either", 0), ("today", 1)])
def test_without_a_day_nobody_was_a_member(clock, number):
    state, group = make_state(), make_group(slug="north")
    make_membership(group, state)
    report = make_dialogue(held_on=None, year=2020, format="not-held")
    make_statement(participation=make_participation(report, state))

    assert len(matches(f"group=north&clock={clock}")) == number
