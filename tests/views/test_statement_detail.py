"""One statement, as readers meet it."""

import re

import pytest

from dialogues import publishing
from dialogues.references import check_character
from tests.records import (
    make_dialogue,
    make_draft,
    make_group,
    make_participation,
    make_state,
    make_statement,
)

pytestmark = pytest.mark.django_db


def text_of(response):
    return response.content.decode()


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
    statement = make_statement(
        text="المسؤولية عن الحماية", language="ar", provenance="quoted-in-summary"
    )

    text = text_of(client.get(statement.get_absolute_url()))

    assert '<blockquote lang="ar" dir="auto">' in text


def test_a_position_of_nobody_named_says_so(client):
    statement = make_statement(attribution="some delegations")

    text = text_of(client.get(statement.get_absolute_url()))

    assert "The source does not say who all of them are. This stands under no state." in text


def test_a_view_that_was_not_delivered_says_so(client):
    statement = make_statement(
        participation=make_participation(status="inscribed"), provenance="reflected-not-delivered"
    )

    text = text_of(client.get(statement.get_absolute_url()))

    assert "inscribed, did not take the floor" in text
    assert "Reflected in the report although it was not delivered" in text


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


def test_a_reference_in_capitals_leads_to_the_statement(client):
    statement = make_statement(reference="abcdef" + check_character("abcdef"))

    response = client.get(f"/statements/{statement.reference.upper()}/")

    assert (response.status_code, response["Location"]) == (301, statement.get_absolute_url())


@pytest.mark.parametrize("typed", ["nope", "abcdefz", "%00%00", "x" * 300, "<b>"])
def test_what_is_no_reference_is_a_clear_404(client, typed):
    response = client.get(f"/statements/{typed}/")

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
