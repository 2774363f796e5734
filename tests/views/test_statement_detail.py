"""One statement, as readers meet it."""

import html
import re
from datetime import date
from urllib.parse import parse_qs

import pytest

from dialogues import publishing
from dialogues.models import Statement
from dialogues.references import check_character
from tests.records import (
    make_dialogue,
    make_draft,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
)
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def test_a_statement_shows_who_for_whom_where_and_in_what_words(client):
    statement = make_statement(
        participation=make_participation(
            participant=make_state("Latvia"),
            capacity="on-behalf",
            on_behalf_of=make_group("Baltic Three"),
            on_behalf_of_as_printed="the “Baltic 3”",
        ),
        text="the veto has been abused\n\nleft the Council paralyzed",
        provenance="quoted-in-summary",
        section="Key themes",
        paragraph="2",
        source_word="reminded",
    )

    text = re.sub(r"\s+", " ", text_of(client.get(statement.get_absolute_url())))

    for shown in (
        "Latvia",
        "on behalf of Baltic Three",
        "printed as “on behalf of the “Baltic 3””",
        "It is not the opinion of each member.",
        "“the veto has been abused”",
        "“left the Council paralyzed”",
        "Quoted in a summary",
        "section “Key themes”, paragraph 2",
        "the source's word: “reminded”",
        f"http://testserver/statements/{statement.reference}/",
    ):
        assert shown in text


def test_words_in_another_language_say_so(client):
    arabic = {"text": "المسؤولية عن الحماية", "language": "ar"}
    statement = make_statement(provenance="quoted-in-summary", **arabic)

    text = text_of(client.get(statement.get_absolute_url()))

    assert '<blockquote lang="ar" dir="auto" id="p1">' in text


def test_a_position_of_nobody_named_says_so(client):
    statement = make_statement(attribution="some delegations")

    text = text_of(client.get(statement.get_absolute_url()))

    assert "The source does not name all of them. The statement is listed under no state." in text


def test_a_view_that_was_not_delivered_says_so(client):
    statement = make_statement(
        participation=make_participation(status="inscribed"), provenance="reflected-not-delivered"
    )

    text = text_of(client.get(statement.get_absolute_url()))

    assert "on the speakers’ list, did not take the floor" in text
    assert "Reflected in the report but not delivered" in text


def test_speakers_of_the_same_sentence_are_named(client):
    dialogue = make_dialogue()
    first = make_statement(dialogue, summary="Questioned it.", section="III")
    other = make_statement(
        dialogue,
        summary="Questioned it.",
        section="III",
        source=first.source,
        participation=make_participation(dialogue, make_state("Cuba")),
    )

    response = client.get(first.get_absolute_url())

    assert list(response.context["same_sentence"]) == [other]


def test_what_was_said_before_and_after_is_offered(client):
    peru, dialogue = make_state("Peru"), make_dialogue(held_on=date(2017, 9, 6))
    earlier = make_dialogue(held_on=date(2016, 9, 6))
    spoke = make_participation(dialogue, peru)
    first = make_statement(dialogue, position=1)
    own = make_statement(participation=spoke, position=2)
    last = make_statement(participation=spoke, position=3)
    before = make_statement(participation=make_participation(earlier, peru))
    make_statement(earlier)

    response = client.get(own.get_absolute_url())

    assert response.context["neighbours"] == [
        ("Before it in the source", first),
        ("After it in the source", last),
        ("Before it by the same speaker", before),
        ("After it by the same speaker", last),
    ]


def test_two_statements_in_one_place_link_to_each_other(client):
    dialogue = make_dialogue()
    first, second = (make_statement(dialogue, position=1) for _n in range(2))

    def neighbours(statement):
        return client.get(statement.get_absolute_url()).context["neighbours"]

    assert neighbours(first) == [("After it in the source", second)]
    assert neighbours(second) == [("Before it in the source", first)]


@pytest.mark.parametrize("fields", [{"person": True}, {"office": "The Chair"}, {}])
def test_only_the_same_person_is_the_same_speaker(client, fields):
    if "person" in fields:
        fields = {"person": make_person()}
    first, second = make_dialogue(held_on=date(2016, 1, 1)), make_dialogue()
    statements = [
        make_statement(participation=make_participation(dialogue, capacity="panel", **fields))
        if fields
        else make_statement(dialogue, attribution="some delegations")
        for dialogue in (first, second)
    ]

    neighbours = client.get(statements[1].get_absolute_url()).context["neighbours"]

    expected = [("Before it by the same speaker", statements[0])] if "person" in fields else []
    assert neighbours == expected


def test_a_statement_without_a_day_comes_after_all_others(client):
    peru = make_state("Peru")
    undated = make_dialogue(held_on=None, year=2020, format="not-held")
    first, second = (
        make_statement(participation=make_participation(dialogue, peru))
        for dialogue in (make_dialogue(held_on=date(2021, 1, 1)), undated)
    )

    def neighbours(statement):
        return client.get(statement.get_absolute_url()).context["neighbours"]

    assert neighbours(first) == [("After it by the same speaker", second)]
    assert neighbours(second) == [("Before it by the same speaker", first)]


def test_other_words_in_the_same_place_are_not_the_same_sentence(client):
    dialogue, source = make_dialogue(), make_source()
    first, _second = (
        make_statement(dialogue, text=text, summary="", source=source, position=1)
        for text in ("We agree.", "We do not agree.")
    )

    assert list(client.get(first.get_absolute_url()).context["same_sentence"]) == []


@pytest.mark.parametrize("provenance", Statement.Provenance)
def test_every_provenance_is_said_in_plain_words(client, provenance):
    statement = make_statement(provenance=provenance, text="Words.")

    text = html.unescape(text_of(client.get(statement.get_absolute_url())))

    assert str(Statement.PROVENANCE_DESCRIPTIONS[provenance]) in text


def test_a_teaser_says_for_whom_and_marks_what_is_left_out_outside_the_quotation(client):
    dialogue = make_dialogue()
    joint = make_participation(
        dialogue,
        make_state("Latvia"),
        capacity="on-behalf",
        on_behalf_of=make_group("Baltic Three"),
    )
    statement = make_statement(dialogue, position=1)
    make_statement(participation=joint, text="word " * 40 + "end.", position=2)

    text = re.sub(r"\s+", " ", text_of(client.get(statement.get_absolute_url())))

    teaser = re.search(r'<li class="teaser">.*?</li>', text)[0]
    assert '<p class="on-behalf">on behalf of Baltic Three</p>' in teaser
    assert "“" + "word " * 21 + "word” …" in teaser


def test_the_regional_group_is_that_of_the_day(client):
    state, dialogue = make_state(), make_dialogue(held_on=date(2017, 9, 6))
    before, after = make_group("Before"), make_group("After")
    make_membership(before, state, until=date(2017, 9, 5))
    make_membership(after, state, since=date(2017, 9, 6))
    make_membership(make_group("Network", group_kind="network"), state)
    statement = make_statement(participation=make_participation(dialogue, state))

    response = client.get(statement.get_absolute_url())

    assert list(map(str, response.context["groups"])) == ["After"]


def test_it_is_cited_with_its_version_and_digest(client):
    statement = make_statement()

    text = html.unescape(text_of(client.get(statement.get_absolute_url())))

    digest = statement.versions.get().short_digest
    address = f"http://testserver{statement.get_absolute_url()}?v=1&d={digest}"
    assert (
        f"statement {statement.reference}, version 1. Available at {address} (accessed on " in text
    )
    assert f'id="address" href="{address}"' in text


def test_each_quotation_has_an_address_that_shows(client):
    statement = make_statement(text="One.\n\nTwo.", provenance="quoted-in-summary")

    text = html.unescape(text_of(client.get(statement.get_absolute_url())))

    digest = statement.versions.get().short_digest
    for n in (1, 2):
        address = f"http://testserver{statement.get_absolute_url()}?v=1&d={digest}#p{n}"
        assert f'id="p{n}"' in text
        assert f'href="{address}" aria-label="Address of quotation {n}">¶</a>' in text


def test_a_reference_in_capitals_leads_to_the_statement(client):
    statement = make_statement(reference="abcdef" + check_character("abcdef"))

    response = client.get(f"/statements/{statement.reference.upper()}/")

    assert (response.status_code, response["Location"]) == (301, statement.get_absolute_url())


@pytest.mark.parametrize("reference", ["nope", "abcdefz", "%00%00", "x" * 300, "<b>"])
def test_an_invalid_reference_is_a_clear_404(client, reference):
    response = client.get(f"/statements/{reference}/")

    assert response.status_code == 404
    assert "is not a reference of a statement." in text_of(response)


def test_a_draft_is_not_found(client):
    draft = make_draft(summary="A secret draft")

    response = client.get(draft.get_absolute_url())

    assert response.status_code == 404
    assert "A secret draft" not in text_of(response)


def test_a_withdrawn_statement_is_gone_with_its_reason_and_without_its_words(client):
    statement = make_statement(summary="The wrong words.")
    publishing.withdraw([statement], "Attributed to the wrong state")

    response = client.get(statement.get_absolute_url())

    assert response.status_code == 410
    assert "Attributed to the wrong state" in text_of(response)
    assert "The wrong words." not in text_of(response)


SLIPS = [
    "w5qsg9c",  # another character
    "w5qs9gb",  # two swapped
    "w5qsgb",  # one missing
    "w5qssg9b",  # one too many
    "W5QSGOB",  # misread
]


@pytest.mark.parametrize("reference", SLIPS)
@pytest.mark.parametrize("rest", ["", "v1/", "cite/"])
def test_a_reference_with_a_slip_in_it_is_recognised(client, reference, rest):
    meant, _other = make_statement(reference="w5qsg9b"), make_statement()

    response = client.get(f"/statements/{reference}/{rest}")

    assert response.status_code == 404
    assert list(response.context["similar"]) == [meant]
    assert f'<a href="{meant.get_absolute_url()}">w5qsg9b</a>' in text_of(response)


def test_a_draft_is_not_offered(client):
    make_draft(reference="w5qsg9b")

    assert list(client.get("/statements/w5qsg9c/").context["similar"]) == []


def test_a_mail_has_the_words_and_the_citation(client):
    speech = make_participation(make_dialogue(), make_state("Peru"))
    statement = make_statement(
        participation=speech, text="We <must> act.", provenance="quoted-in-summary"
    )

    page = text_of(client.get(statement.get_absolute_url()))

    body = parse_qs(html.unescape(re.search(r'href="mailto:\?([^"]+)"', page)[1]))["body"][0]
    words, _blank, citation = body.partition("\n\n")
    assert words == "“We <must> act.”"
    assert citation.startswith("As printed, statement at the")
    assert f"/statements/{statement.reference}/?v=1&d=" in citation


def test_a_mail_of_a_long_text_is_cut(client):
    statement = make_statement(summary="word " * 900)

    page = text_of(client.get(statement.get_absolute_url()))

    body = parse_qs(html.unescape(re.search(r'href="mailto:\?([^"]+)"', page)[1]))["body"][0]
    assert len(body.partition("\n\n")[0]) == 1_000
