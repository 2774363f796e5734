"""Files of a list, as readers take them away."""

import csv
import json
from datetime import date
from io import StringIO

import pytest

from dialogues import publishing
from dialogues.exports.statement_rows import EditionChanged
from dialogues.index import store
from dialogues.snapshot.statement_rows import rows_of
from tests.records import (
    make_dialogue,
    make_draft,
    make_group,
    make_membership,
    make_participation,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def body(response):
    return b"".join(response.streaming_content).decode("utf-8-sig")


def references(response):
    return [row["reference"] for row in csv.DictReader(StringIO(body(response), newline=""))]


@pytest.mark.parametrize("extension", ["csv", "xlsx", "json", "csl.json", "ris", "bib", "txt"])
def test_no_letter_breaks_a_file(client, extension):
    """PDF viewers copy the hyphen of a divided word as U+FFFE, which XML cannot hold."""
    statement = make_statement(summary="Urged re\ufffestraint,\x0bearly\uffff.")
    statement.refresh_from_db()

    response = client.get(f"/statements.{extension}")

    assert statement.summary == "Urged restraint,\nearly."
    assert response.status_code == 200
    assert len(b"".join(response.streaming_content)) > 100


def test_a_file_is_exactly_the_filtered_list_in_its_order(client):
    old, new = (make_dialogue(held_on=date(year, 1, 1)) for year in (2016, 2017))
    first = make_statement(old, summary="On the veto.")
    second = make_statement(new, summary="The vetoes.")
    make_statement(new, summary="Something else.")
    make_draft(new, summary="A veto in a draft.")
    publishing.withdraw([make_statement(new, summary="A veto withdrawn.")], "Wrong")

    assert references(client.get("/statements.csv?q=veto&sort=newest")) == [
        second.reference,
        first.reference,
    ]
    assert references(client.get("/statements.csv?q=veto&sort=oldest&size=50")) == [
        first.reference,
        second.reference,
    ]


def test_a_file_has_every_page(client):
    dialogue = make_dialogue()
    statements = [make_statement(dialogue, position=n) for n in range(30)]

    response = client.get("/statements.csv?page=2")

    assert references(response) == [statement.reference for statement in statements]


def test_what_a_row_says(client):
    weog = make_group("WEOG")
    latvia, estonia = make_state("Latvia"), make_state("Estonia")
    make_membership(weog, latvia)
    dialogue = make_dialogue(title="A dialogue", held_on=date(2017, 9, 6))
    joint = make_participation(
        dialogue,
        latvia,
        capacity="on-behalf",
        on_behalf_of=make_group("Baltic Three", group_kind="sub-regional"),
        group_as_printed="Western Europe",
        name_as_printed="Latvia (for the Baltic 3)",
        spoke_on=date(2017, 9, 6),
    )
    make_participation(dialogue, estonia, status="represented", represented_by=joint)
    statement = make_statement(
        participation=joint,
        text="In words.",
        provenance="quoted-in-summary",
        themes=[make_theme("Veto"), make_theme("Prevention")],
        situations=[make_state("Yemen")],
        source=make_source(
            title="A summary",
            publisher="A publisher",
            symbols="A/1",
            url="https://example.org/a-summary",
            read_extent="whole",
        ),
        among_others=True,
        paragraph="27",
        page=4,
    )

    row = json.loads(body(client.get("/statements.jsonl")))

    assert row == {
        "reference": statement.reference,
        "address": f"http://testserver/statements/{statement.reference}/",
        "date": "2017-09-06",
        "year": 2017,
        "dialogue": "A dialogue",
        "forum": "General Assembly",
        "speaker": "Latvia",
        "speaker_kind": "State",
        "name_as_printed": "Latvia (for the Baltic 3)",
        "office": "",
        "capacity": "on behalf of others",
        "took_the_floor": "took the floor",
        "on_behalf_of": "Baltic Three",
        "represented": ["Estonia"],
        "regional_groups_at_the_date": ["WEOG"],
        "group_as_printed": "Western Europe",
        "attribution_as_printed": "",
        "text": "In words.",
        "language": "en",
        "translation": "",
        "summary": statement.summary,
        "themes": ["Veto", "Prevention"],
        "stance": "Not stated",
        "act": "states",
        "source_word": "",
        "among_others": "yes",
        "situations": ["Yemen"],
        "provenance": "Quoted in a summary",
        "source": "A summary",
        "source_publisher": "A publisher",
        "source_symbols": "A/1",
        "section": "Debate",
        "paragraph": "27",
        "editor_note": "",
        "name_at_the_date": "Latvia",
        "spoke_on": "2017-09-06",
        "source_link": "https://example.org/a-summary#page=4",
        "source_read": "whole",
        "regional_groups_today": ["WEOG"],
    }


def test_nobody_named_is_nobody_in_a_file(client):
    make_statement(attribution="some delegations")

    row = json.loads(body(client.get("/statements.jsonl")))

    assert (row["speaker"], row["attribution_as_printed"]) == ("", "some delegations")


def test_a_file_says_what_it_is(client):
    make_statement(themes=[make_theme(slug="veto")])

    response = client.get("/statements.csv?theme=veto&q=summary")

    assert response["R2P-Query"] == "http://testserver/statements/?theme=veto&q=summary"
    assert response["R2P-Count"] == "1"
    assert int(response["R2P-Edition"]) > 0
    assert response["R2P-Time"].endswith("+00:00")
    assert response["Content-Disposition"] == (
        f'attachment; filename="statements_veto_summary_edition-{response["R2P-Edition"]}.csv"'
    )
    assert response["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("year=abc", "“abc” is not a known year, so it was left out."),
        ("yaer=2017", "There is no filter called “yaer”."),
        ("q=%22veto", "A quotation mark is missing at the end of “veto”."),
    ],
)
def test_a_file_is_not_made_of_half_an_address(client, query, problem):
    response = client.get(f"/statements.csv?{query}")

    assert response.status_code == 400
    assert problem in response.content.decode()


def test_a_name_in_place_of_a_slug_leads_to_the_address_with_the_slug(client):
    make_state("Türkiye").names.create(name="Turkey", kind="former")

    response = client.get("/statements.csv?state=turkey")

    assert response["Location"] == "/statements.csv?state=turkiye"


def test_no_file_of_words_is_made_while_the_index_cannot_answer(client):
    make_statement()
    with store.write_lock():
        response = client.get("/statements.csv?q=summary")

    assert (response.status_code, response["Retry-After"]) == (503, "60")


def test_a_small_file_is_begun_again_when_somebody_saves_meanwhile(client, monkeypatch):
    statement = make_statement(summary="Before.")

    def saving_meanwhile(pks):
        monkeypatch.undo()
        yield from rows_of(pks)
        statement.summary = "After."
        statement.save()

    monkeypatch.setattr("dialogues.exports.statement_rows.rows_of", saving_meanwhile)

    first = client.get("/statements.jsonl?sort=oldest")
    second = client.get(first["Location"])

    assert (first.status_code, first["Location"]) == (302, "/statements.jsonl?sort=oldest")
    assert json.loads(body(second))["summary"] == "After."


def test_a_large_file_breaks_off_when_somebody_saves_while_it_is_written(client, monkeypatch):
    monkeypatch.setattr("dialogues.views.exports.SMALL_LIST", 0)
    statement = make_statement()
    response = client.get("/statements.jsonl")

    statement.summary = "Another."
    statement.save()

    with pytest.raises(EditionChanged):
        body(response)


def test_without_an_index_files_have_what_the_page_shows(client, settings):
    settings.SEARCH_INDEX = False
    shown = make_statement(summary="Vetoes.")
    make_statement(summary="The veto.")

    assert references(client.get("/statements.csv?q=vetoes")) == [shown.reference]


def test_files_are_offered_where_the_whole_address_was_understood(client):
    make_statement()

    right, wrong = (client.get(f"/statements/?{q}").content.decode() for q in ("q=summary", "x=1"))

    assert 'href="/statements.csv?q=summary" download' in right
    assert "/statements.csv" not in wrong


def test_the_header_alone_says_the_same_without_a_row(client):
    statement = make_statement()

    head, get = client.head("/statements.jsonl"), client.get("/statements.jsonl")

    assert (head["R2P-Count"], head["ETag"]) == (get["R2P-Count"], get["ETag"])
    assert body(head) == ""
    assert statement.reference in body(get)


def test_an_unknown_kind_of_file_is_not_found(client):
    assert client.get("/statements.doc").status_code == 404


@pytest.mark.parametrize("extension", ["csv", "xlsx", "json", "jsonl"])
def test_a_file_of_nothing_is_a_file(client, extension):
    response = client.get(f"/statements.{extension}")

    assert response.status_code == 200
    assert b"".join(response.streaming_content) or extension == "jsonl"
