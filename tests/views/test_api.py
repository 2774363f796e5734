"""Records for programs: single ones as JSON, and the lists of /api/v1/."""

import json
from datetime import date

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialogues import publishing
from dialogues.exports.records.kinds import RECORD_KINDS
from dialogues.filters.record_pages import PageToken
from dialogues.models import Edition, State
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
    make_vote,
)

pytestmark = pytest.mark.django_db

NO_SUCH_EDITION = (
    "“changed_since” was left out: It is the number of an edition, 0 to 0, or a day such as "
    "2026-11-01."
)
LICENCE = {"licence": "CC BY 4.0", "licence_url": "https://creativecommons.org/licenses/by/4.0/"}


def pages_of(client, address):
    """The JSON of a list and of all pages after it."""
    pages = []
    while address:
        pages.append(client.get(address).json())
        address = pages[-1]["next"]
    return pages


def slugs(page):
    return [record["slug"] for record in page["records"]]


@pytest.fixture
def states():
    return [make_state(name, slug=name.lower()) for name in ("Chile", "Ghana", "Mali", "Peru")]


def test_the_index_lists_the_kinds_of_records(client):
    answer = client.get("/api/v1/").json()

    assert answer == {
        "edition": 0,
        **LICENCE,
        "schema": "http://testserver/api/v1/schema/",
        "records": {
            kind: f"http://testserver/api/v1/{kind}/" for kind in ("statements", *RECORD_KINDS)
        },
    }


def test_a_list_is_read_in_pages_without_gap_or_repetition(client, states):
    pages = pages_of(client, "/api/v1/states/?limit=3")

    assert [slugs(page) for page in pages] == [["chile", "ghana", "mali"], ["peru"]]
    assert [page["prev"] is None for page in pages] == [True, False]
    back = client.get(pages[1]["prev"]).json()
    assert (slugs(back), back["prev"]) == (["chile", "ghana", "mali"], None)


def test_the_pages_around_are_in_the_link_header(client, states):
    first = client.get("/api/v1/states/?limit=2")
    second = client.get(first.json()["next"])

    around = second.json()
    assert second["Link"].split(", ")[0] == f'<{around["prev"]}>; rel="prev"'
    assert f'<{first.json()["next"]}>; rel="next"' in first["Link"]
    assert around["next"] is None


def test_a_page_that_ends_with_the_list_has_no_next(client, states):
    assert client.get("/api/v1/states/?limit=4").json()["next"] is None


def test_an_empty_list_is_a_list(client):
    answer = client.get("/api/v1/votes/").json()

    assert (answer["records"], answer["prev"], answer["next"]) == ([], None, None)


def test_a_harvest_ends_when_the_edition_changes(client, states):
    address = client.get("/api/v1/states/?limit=2").json()["next"]
    make_statement()

    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (410, "application/problem+json")
    assert answer.json() == {
        "type": "http://testserver/api/v1/#edition-changed",
        "title": "Edition changed",
        "status": 410,
        "detail": "The record has a new edition. Read the list again from its first page.",
        "first": "http://testserver/api/v1/states/",
    }


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("limit=0", "limit is a number from 1 to 500."),
        ("limit=501", "limit is a number from 1 to 500."),
        ("limit=٣", "limit is a number from 1 to 500."),
        ("limit=", "limit is a number from 1 to 500."),
        ("limit=5&limit=6", "Give one limit."),
        ("colour=red", "There is no filter called “colour”."),
        ("group=nowhere", "“nowhere” is not a known regional group, so it was left out."),
        ("group=", "“group” has an empty value, or spaces around it. Leave it out."),
        ("changed_since=99", NO_SUCH_EDITION),
        ("changed_since=soon", NO_SUCH_EDITION),
        ("changed_since=2026-W01-1", NO_SUCH_EDITION),
        (
            "changed_since=",
            "“changed_since” has an empty value, or spaces around it. Leave it out.",
        ),
    ],
)
def test_a_wrong_parameter_is_a_problem(client, query, detail):
    answer = client.get(f"/api/v1/states/?{query}")

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["detail"] == detail


@pytest.mark.parametrize("page", ["", "zzz", "%00", "MHw"])
@pytest.mark.parametrize("kind", ["states", "statements"])
def test_a_page_that_no_list_gave_is_not_found(client, kind, page):
    answer = client.get(f"/api/v1/{kind}/?page={page}")

    assert (answer.status_code, answer.json()["detail"]) == (
        404,
        "There is no page with this token. Follow the links “next” and “prev”.",
    )


def test_an_unknown_kind_is_a_problem_that_names_the_kinds(client):
    answer = client.get("/api/v1/planets/")

    assert answer.status_code == 404
    assert answer.json()["detail"] == f"There are: statements, {', '.join(RECORD_KINDS)}."


@pytest.fixture
def one_of_each():
    """A published record of each kind."""
    peru, group, theme = make_state("Peru"), make_group(slug="group"), make_theme(slug="theme")
    make_state(slug="office", kind="un-entity")
    make_membership(group, peru, since=date(2010, 1, 1))
    dialogue, source = make_dialogue(slug="dialogue"), make_source(slug="source")
    make_participation(dialogue, peru, person=make_person(slug="person"), source=source)
    make_figure(dialogue=dialogue, source=source, theme=theme)
    make_vote(slug="vote")
    publishing.withdraw([make_statement()], "Wrong")
    make_statement()


@pytest.mark.parametrize("kind", [kind for kind in RECORD_KINDS if kind != "engagements"])
def test_each_kind_has_its_records(client, one_of_each, kind):
    (first, *_others) = client.get(f"/api/v1/{kind}/").json()["records"]

    assert msgspec.convert(first, RECORD_KINDS[kind].record)


def test_a_client_that_prefers_json_gets_an_etag(client, states):
    preferred = {"Accept": "application/json"}
    first = client.get("/api/v1/states/", headers=preferred)

    again = client.get("/api/v1/states/", headers=preferred | {"If-None-Match": first["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)


@pytest.mark.parametrize(
    "address",
    [
        "/states/peru",
        "/groups/group",
        "/organizations/office",
        "/people/person",
        "/themes/theme",
        "/dialogues/dialogue",
        "/sources/source",
    ],
)
def test_a_record_as_a_file_is_its_row_in_the_list(client, one_of_each, address):
    kind = address.split("/")[1]
    rows = client.get(f"/api/v1/{kind}/").json()["records"]
    page = f"http://testserver{address}/"

    answer = client.get(f"{address}.json").json()

    (row,) = (row for row in rows if row["address"] == page)
    assert answer == row | {"edition": Edition.objects.current_number(), **LICENCE}


@pytest.mark.parametrize(
    "address", ["/states/peru/", "/themes/theme/", "/dialogues/dialogue/", "/sources/source/"]
)
def test_a_client_that_prefers_json_is_led_to_it(client, one_of_each, address):
    file = f"{address.removesuffix('/')}.json"

    answer = client.get(address, headers={"Accept": "application/json"})

    assert (answer.status_code, answer["Location"]) == (303, file)
    page = client.get(address).content.decode()
    assert f'<link rel="alternate" type="application/json" href="{file}">' in page


def test_records_of_a_draft_are_in_no_list(client):
    draft = make_dialogue(slug="draft", status="draft", title="Not yet public")
    source = make_source(slug="source")
    source.dialogues.add(draft)
    make_participation(draft, make_state("Peru"), source=source)
    make_figure(dialogue=draft, source=source)

    answers = [client.get(f"/api/v1/{kind}/").content for kind in RECORD_KINDS]

    assert [b"Not yet public" in answer for answer in answers] == [False] * len(answers)
    assert client.get("/dialogues/draft.json").status_code == 404


def test_a_renamed_record_leads_to_the_new_address(client, states):
    peru = State.objects.get(slug="peru")
    peru.slug = "peru-renamed"
    peru.save()

    answer = client.get("/states/peru.json")

    assert (answer.status_code, answer["Location"]) == (301, "/states/peru-renamed.json")


def test_an_unknown_record_has_no_file(client):
    assert client.get("/states/nowhere.json").status_code == 404


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_the_number_of_queries_is_the_same_at_any_length(client, one_of_each, kind):
    def queries(limit):
        with CaptureQueriesContext(connection) as context:
            client.get(f"/api/v1/{kind}/?limit={limit}")
        return len(context)

    few = queries(1)
    for _ in range(2):
        peru = make_state()
        make_membership(make_group(), peru)
        dialogue = make_dialogue()
        make_participation(dialogue, peru, person=make_person())
        make_figure(dialogue=dialogue, theme=make_theme())
        make_vote()

    assert queries(500) == few


@pytest.fixture
def spoken():
    """Five statements of Peru in 2017, one of Chile in 2018."""
    peru = make_participation(make_dialogue(held_on=date(2017, 9, 6)), make_state("Peru"))
    chile = make_participation(make_dialogue(held_on=date(2018, 6, 25)), make_state("Chile"))
    return [make_statement(participation=speech) for speech in [peru] * 5 + [chile]]


def references(page):
    return [record["reference"] for record in page["records"]]


def test_statements_are_read_in_pages_with_the_filters_of_the_site(client, spoken):
    pages = pages_of(client, "/api/v1/statements/?state=peru&limit=2")
    page = json.loads(client.get("/statements.json?state=peru").getvalue())

    assert [len(each["records"]) for each in pages] == [2, 2, 1]
    assert {each["total"] for each in pages} == {5}
    assert [reference for each in pages for reference in references(each)] == [
        row["reference"] for row in page["statements"]
    ]
    assert references(client.get(pages[2]["prev"]).json()) == references(pages[1])


def test_a_statement_in_the_list_is_its_own_file(client, spoken):
    (row,) = client.get("/api/v1/statements/?state=chile").json()["records"]
    file = client.get(f"/statements/{row['reference']}.json").json()

    assert file == row | {"edition": Edition.objects.current_number(), **LICENCE}
    assert (row["version"], len(row["digest"])) == (1, 64)


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("colour=red", "There is no filter called “colour”."),
        ("state=nowhere", "“nowhere” is not a known state, so it was left out."),
        ("size=10", "There is no parameter “size”. Give a limit."),
        ("limit=x", "limit is a number from 1 to 500."),
    ],
)
def test_a_wrong_filter_of_statements_is_a_problem(client, query, detail):
    answer = client.get(f"/api/v1/statements/?{query}")

    assert (answer.status_code, answer.json()["detail"]) == (400, detail)


def test_words_that_cannot_be_searched_for_are_in_the_notes(client, spoken):
    answer = client.get("/api/v1/statements/?q=!!&sort=relevance").json()

    assert (answer["total"], answer["notes"]) == (
        6,
        [
            "“!!” has no letters or digits to search for.",
            "“Best match first” needs words to search for. The newest come first instead.",
        ],
    )


def test_a_harvest_of_statements_ends_when_the_edition_changes(client, spoken):
    address = client.get("/api/v1/statements/?limit=2").json()["next"]
    make_statement()

    answer = client.get(address)

    assert answer.status_code == 410
    assert answer.json()["first"] == "http://testserver/api/v1/statements/"


def test_a_place_after_the_end_is_an_empty_page(client, spoken):
    token = PageToken(Edition.objects.current_stamp(), ">", "999999999999999999")

    answer = client.get(f"/api/v1/statements/?page={token.encoded()}").json()

    assert (answer["records"], answer["next"]) == ([], None)


def queries_of(client, limit):
    with CaptureQueriesContext(connection) as context:
        client.get(f"/api/v1/statements/?limit={limit}")
    return len(context)


def test_a_list_of_statements_takes_as_many_queries_at_any_length(client, spoken):
    def queries_in_a_new_edition(limit):
        make_statement()
        return queries_of(client, limit)

    queries_in_a_new_edition(1)  # reads what is the same in all editions

    assert queries_in_a_new_edition(6) == queries_in_a_new_edition(2)


def test_rows_of_statements_are_read_once_in_an_edition(client, spoken):
    first = client.get("/api/v1/statements/?limit=3").json()
    more = queries_of(client, 4)
    less = queries_of(client, 3)

    assert less < more
    assert client.get("/api/v1/statements/?limit=3").json()["records"] == first["records"]
