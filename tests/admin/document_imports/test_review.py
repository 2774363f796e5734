"""The review screen: decisions are posted one by one, and answered with what changed."""

import re

import pytest

from dialogues.imports.review.decisions import reject
from dialogues.models import ImportProposal, Statement
from tests.imports.review.imported import import_text, make_names, proposal_of, states_of
from tests.records import make_dialogue, make_draft, make_theme

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def document():
    make_names()
    return import_text()


def address(document, part="change"):
    return f"/admin/dialogues/documentimport/{document.pk}/{part}/"


def decide(client, document, act, proposal=None, **fields):
    """Post a decision as the script of the page does; returns the JSON of the answer."""
    values = {"act": act, "proposal": proposal.pk if proposal else ""} | fields
    response = client.post(address(document, "decide"), values, **JSON)
    assert response.status_code == 200, response.content
    return response.json()


def text_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_each_proposal_is_shown_with_its_rule_and_words(curator_client, document):
    page = curator_client.get(address(document))

    titles = [(item.proposal.kind, item.title) for item in page.context["items"]]
    assert titles == [
        ("official", "Ann Example"),
        ("figure", "3 states"),
        ("statement", "Peru"),
        ("unnamed-position", "“Many delegations”"),
        ("statement", "Mexico"),
        ("statement", "Chile; Peru"),
        ("statement", "Chile"),
        ("statement", "Chile"),
        ("participation", "Chile"),
        ("participation", "Mexico"),
        ("participation", "Peru"),
    ]
    mexico = page.context["items"][4]
    assert (mexico.rule, mexico.place, mexico.words) == (
        "subject and verb",
        "Debate, 1st",
        "Mexico stressed that “rain is no excuse”.",
    )


def test_the_words_of_each_proposal_are_marked_in_the_text(curator_client, document):
    page = curator_client.get(address(document))

    peru, mexico = (proposal_of(document, "statement", words).pk for words in ("rained", "excuse"))
    pieces = {piece.number: piece.markup for piece in page.context["text"]}
    assert (
        f'<mark class="statement" data-proposals="{peru}">Peru said that it rained.</mark>'
        in (pieces[3])
    )
    assert (
        f'<mark class="quotation statement" data-proposals="{mexico} {mexico}">rain is no excuse'
        in pieces[3]
    )


def test_markup_in_a_document_is_shown_as_text(curator_client):
    make_names()
    text = "Summary of the dialogue\n\nPeru said that <script>alert(1)</script> it rained."
    document = import_text(f"{text} Many delegations noted it.", document_class="summary")

    page = curator_client.get(address(document)).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_accepting_is_answered_with_the_changed_items_and_counts(curator_client, document):
    proposal = proposal_of(document, "statement", "rained")

    answer = decide(curator_client, document, "accept", proposal)

    speaker = proposal_of(document, "participation", "peru")
    assert {str(proposal.pk), str(speaker.pk)} <= set(answer["items"])
    assert "Peru accepted" in text_of(answer["items"][str(proposal.pk)])
    assert "Statement: 4 of 5 open, 1 accepted" in text_of(answer["counts"])
    assert (answer["message"], answer["focus"]) == ("", proposal.pk)
    assert Statement.objects.get().status == "draft"


def test_a_refusal_is_said_at_the_proposal(curator_client, document):
    decide(curator_client, document, "accept", proposal_of(document, "participation", "chile"))
    proposal = proposal_of(document, "statement", "umbrella")

    answer = decide(curator_client, document, "accept", proposal)

    assert answer["message"].startswith("Chile may have spoken in several capacities")
    assert answer["message"] in answer["items"][str(proposal.pk)].replace("&quot;", '"')


def test_a_candidate_is_chosen_by_its_number(curator_client, document):
    decide(curator_client, document, "accept", proposal_of(document, "participation", "chile"))

    decide(
        curator_client,
        document,
        "choose",
        proposal_of(document, "statement", "umbrella"),
        candidate=2,
    )

    assert Statement.objects.get().participation.capacity == "national"


def test_a_number_without_a_candidate_changes_nothing(curator_client, document):
    proposal = proposal_of(document, "statement", "rained")

    answer = decide(curator_client, document, "choose", proposal, candidate=9)

    assert answer["message"] == "There is no candidate of this number."
    assert not Statement.objects.exists()


def test_the_rest_of_a_list_is_accepted_in_one_step(curator_client, document):
    decide(curator_client, document, "rest", proposal_of(document, "participation", "chile"))

    assert [state for _kind, state, _about in states_of(document, "participation")] == (
        ["accepted"] * 3
    )


def test_statements_are_never_accepted_as_a_list(curator_client, document):
    answer = decide(curator_client, document, "rest", proposal_of(document, "statement", "rained"))

    assert answer["message"] == "It is not in a list: accept each statement on its own."


def test_a_proposal_is_rejected_with_a_reason(curator_client, document):
    proposal = proposal_of(document, "statement", "rained")

    decide(curator_client, document, "reject", proposal, reason="No\0 statement")

    proposal.refresh_from_db()
    assert (proposal.state, proposal.reason) == ("rejected", "No statement")


def test_the_themes_that_the_words_mention_are_added_and_taken_away(curator_client, document):
    theme = make_theme("rain")
    proposal = proposal_of(document, "statement", "no excuse")

    themes = []
    for _press in range(2):
        decide(curator_client, document, "themes", proposal)
        proposal.refresh_from_db()
        themes.append(proposal.values["themes"])

    assert themes == [[theme.pk], []]


def test_parts_of_a_split_proposal_are_in_the_answer(curator_client, document):
    proposal = proposal_of(document, "statement", "we agree")

    answer = decide(curator_client, document, "split", proposal)

    assert answer["items"].pop(str(proposal.pk)) is None
    assert ["we agree" in html or "we insist" in html for html in answer["items"].values()] == [
        True,
        True,
    ]


def test_a_statement_is_merged_with_the_open_one_above(curator_client, document):
    decide(curator_client, document, "merge", proposal_of(document, "statement", "umbrella"))

    merged = proposal_of(document, "statement", "we agree")
    assert merged.values["summary"] == "It asked for an umbrella."


def test_a_decision_is_undone(curator_client, document):
    proposal = proposal_of(document, "statement", "rained")
    decide(curator_client, document, "accept", proposal)

    decide(curator_client, document, "undo")

    assert proposal_of(document, "statement", "rained").state == "open"
    assert not Statement.objects.exists()


def test_a_rejected_proposal_is_opened_again(curator_client, document):
    proposal = proposal_of(document, "statement", "rained")
    decide(curator_client, document, "reject", proposal)

    decide(curator_client, document, "reopen", proposal)

    assert proposal_of(document, "statement", "rained").state == "open"


def test_without_scripts_a_decision_leads_back_to_the_page(curator_client, document):
    proposal = proposal_of(document, "statement", "rained")
    values = {"act": "accept", "proposal": proposal.pk}

    page = curator_client.post(address(document, "decide"), values, follow=True)

    assert page.redirect_chain == [(f"{address(document)}?at={proposal.pk}", 302)]
    assert Statement.objects.count() == 1


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"act": "accept"},
        {"act": "accept", "proposal": "x"},
        {"act": "accept", "proposal": "999999999"},
        {"act": "nonsense", "proposal": "1"},
    ],
)
def test_a_decision_about_nothing_is_refused(curator_client, document, values):
    response = curator_client.post(address(document, "decide"), values)

    assert response.status_code == 400


def test_the_proposals_of_another_document_are_not_decided_here(curator_client, document):
    other = import_text(
        "Summary\n\nPeru said so. Many delegations noted it.",
        dialogue=make_dialogue(),
        document_class="summary",
    )
    values = {"act": "accept", "proposal": proposal_of(other, "statement", "said so").pk}

    assert curator_client.post(address(document, "decide"), values).status_code == 400


@pytest.mark.parametrize(
    ("show", "number"), [("all", 11), ("open", 10), ("check", 3), ("rejected", 1), ("nonsense", 11)]
)
def test_the_proposals_are_filtered(curator_client, curator, document, show, number):
    reject(document, [proposal_of(document, "participation", "peru")], curator)

    page = curator_client.get(address(document), {"show": show})

    assert len(page.context["items"]) == number


def test_a_proposal_is_changed_in_its_form_and_accepted(curator_client, document):
    proposal = proposal_of(document, "statement", "rained")
    form = curator_client.get(address(document, f"edit/{proposal.pk}")).context["form"]
    values = form.initial | {"summary": "Peru noted rain.", "accept": "1"}

    curator_client.post(address(document, f"edit/{proposal.pk}"), values)

    draft = Statement.objects.get()
    assert (draft.summary, draft.speaker_name) == ("Peru noted rain.", "Peru")


def test_a_changed_speaker_is_typed_by_name(curator_client, document):
    proposal = proposal_of(document, "statement", "rained")
    form = curator_client.get(address(document, f"edit/{proposal.pk}")).context["form"]
    values = form.initial | {"speakers": "Mexico; Peru"}

    curator_client.post(address(document, f"edit/{proposal.pk}"), values)

    proposal.refresh_from_db()
    assert (proposal.values["speakers"], proposal.state) == (["mexico", "peru"], "open")


def test_an_unknown_speaker_is_refused_and_nothing_is_changed(curator_client, document):
    proposal = proposal_of(document, "statement", "rained")
    form = curator_client.get(address(document, f"edit/{proposal.pk}")).context["form"]

    page = curator_client.post(
        address(document, f"edit/{proposal.pk}"), form.initial | {"speakers": "Atlantis"}
    )

    assert "“Atlantis” is not a known name." in page.context["form"].errors["speakers"][0]
    assert proposal_of(document, "statement", "rained").values == proposal.values


def test_every_kind_of_proposal_has_a_form_that_keeps_what_is_not_changed(curator_client, document):
    for proposal in document.proposals.all():
        page = address(document, f"edit/{proposal.pk}")
        form = curator_client.get(page, {"part": 1}).context["form"]
        values = {name: form.initial.get(name, "") for name in form.fields}

        response = curator_client.post(page, values)

        assert response.status_code == 302, (proposal.kind, response.context["form"].errors)
        stored = ImportProposal.objects.get(pk=proposal.pk).values
        assert {name: stored[name] for name in proposal.values if stored[name]} == {
            name: value for name, value in proposal.values.items() if value
        }


def test_the_document_is_read_again_as_another_class(curator_client, document):
    page = curator_client.post(
        address(document, "class"), {"document_class": "unknown"}, follow=True
    )

    assert list(page.context["items"]) == []
    assert {state for _kind, state, _about in states_of(document)} == {"obsolete"}


def test_what_waits_is_listed_before_it_is_added(curator_client):
    make_names()
    document = import_text(dialogue=make_dialogue())
    decide(curator_client, document, "accept", proposal_of(document, "participation", "peru"))

    page = curator_client.get(address(document, "add-accepted"))
    assert [item.title for item in page.context["items"]] == ["Peru"]
    curator_client.post(address(document, "add-accepted"))

    assert document.dialogue.participations.count() == 1


def test_a_long_document_is_paged_with_the_text_of_each_page(curator_client):
    make_names()
    sentences = [f"Peru said that it rained {number} times." for number in range(201)]
    text = "\n\n".join(["Summary of the interactive dialogue", *sentences])
    document = import_text(text, document_class="summary")

    first = curator_client.get(address(document))
    last = curator_client.get(address(document), {"at": document.proposals.last().pk})

    assert [len(page.context["items"]) for page in (first, last)] == [200, 2]
    pieces = [piece.number for piece in last.context["text"]]
    assert (pieces[0], pieces[-1]) == (197, 201)


def test_the_number_of_queries_does_not_grow_with_the_proposals(
    curator_client, document, django_assert_num_queries
):
    curator_client.get(address(document))

    with django_assert_num_queries(15):
        curator_client.get(address(document))


def test_a_paragraph_that_is_too_long_to_be_read_is_counted(curator_client):
    make_names()
    text = "Summary of the dialogue\n\n" + "Peru said that it rained. " * 2_000
    document = import_text(text, document_class="summary")

    page = curator_client.get(address(document)).content.decode()

    assert "1 paragraph is too long to be read" in page


def test_the_form_of_a_draft_shows_the_words_that_it_was_read_from(curator_client, document):
    decide(curator_client, document, "accept", proposal_of(document, "statement", "rained"))
    draft = Statement.objects.get()

    page = curator_client.get(f"/admin/dialogues/statement/{draft.pk}/change/")

    assert page.context["origin"] == (
        "summary.txt",
        "subject and verb",
        "Peru said that it rained.",
        f"{address(document)}?at={proposal_of(document, 'statement', 'rained').pk}",
    )


def test_a_draft_that_was_entered_by_hand_has_no_origin(curator_client):
    page = curator_client.get(f"/admin/dialogues/statement/{make_draft().pk}/change/")

    assert page.context["origin"] is None


def test_a_background_page_is_reviewed_without_a_dialogue(curator_client):
    text = "Work of the Office\n\nOn 3 May 2012, the Office held a workshop in Lima."
    document = import_text(text, dialogue=False)

    page = curator_client.get(address(document))
    proposal = proposal_of(document, "engagement", "workshop")
    answer = decide(curator_client, document, "accept", proposal)

    assert [item.title for item in page.context["items"]] == ["workshop"]
    assert "1 accepted proposal waits" in text_of(answer["counts"])
