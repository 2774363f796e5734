"""Submit, publish, send back and withdraw statements."""

import pytest

from dialogues import publishing
from dialogues.models import Edition, Passage, Statement, open_edition
from tests.records import (
    make_dialogue,
    make_draft,
    make_source,
    make_statement,
)

pytestmark = pytest.mark.django_db


def test_publish_releases_a_draft_and_stores_the_time():
    draft = make_draft()

    assert publishing.publish([draft], "Checked") == []

    draft.refresh_from_db()
    assert draft.is_public()
    assert draft.published_at is not None


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: make_statement(), "It is already published."),
        (
            lambda: make_draft(make_dialogue(status="draft")),
            "Its dialogue is a draft. Publish the dialogue first.",
        ),
        (
            lambda: make_draft(section=""),
            "It does not say where in the source it is. Give a section or paragraph.",
        ),
    ],
)
def test_publish_returns_refusals_and_releases_the_others(make, reason):
    refused, released = make(), make_draft()

    refusals = publishing.publish([refused, released], "Checked")

    assert refusals == [publishing.Refusal(refused, reason)]
    assert released.is_public()


def test_a_statement_published_meanwhile_is_not_published_again():
    draft = make_draft(summary="As first read.")
    same_draft = Statement.objects.get(pk=draft.pk)
    same_draft.summary = "As corrected."
    same_draft.save()
    publishing.publish([same_draft], "By another curator")

    refusals = publishing.publish([draft], "By me")

    assert refusals == [publishing.Refusal(draft, "It is already published.")]
    assert draft.summary == "As corrected."
    assert draft.changes.count() == 1


def test_withdraw_keeps_the_time_of_publication():
    statement = make_statement()
    published_at = statement.published_at

    publishing.withdraw([statement], "Wrong state")

    statement.refresh_from_db()
    assert (statement.status, statement.published_at) == ("withdrawn", published_at)


def test_withdraw_needs_a_reason():
    statement = make_statement()

    with pytest.raises(ValueError, match="Say why"):
        publishing.withdraw([statement], "  ")

    statement.refresh_from_db()
    assert statement.is_public()


def test_withdraw_refuses_a_draft():
    draft = make_draft()

    refusals = publishing.withdraw([draft], "Wrong state")

    assert refusals == [publishing.Refusal(draft, "It is not published.")]


def test_a_withdrawn_statement_can_be_published_again():
    statement = make_statement()
    publishing.withdraw([statement], "By mistake")

    assert publishing.publish([statement], "Restored") == []
    assert Edition.objects.first().changes.get().kind == "published"


def test_publishing_no_statements_makes_no_edition():
    assert publishing.publish([], "Nothing") == []
    assert Edition.objects.current_number() == 0


TEXT = "It said that “the veto has been\nabused and left the Council para-\nlyzed”, and more."


def draft_with_source(text, *passages, **fields):
    source = make_source()
    for position, passage in enumerate(passages):
        Passage.objects.create(source=source, position=position, text=passage)
    return make_draft(source=source, text=text, **{"provenance": "quoted-in-summary"} | fields)


@pytest.mark.parametrize(
    ("text", "passages", "fields", "reason"),
    [
        ("the veto has been abused", [TEXT], {}, ""),
        ("THE VETO has been abused", [TEXT], {}, "does not have these words: “THE VETO has"),
        ("the veto\n\nnever said", [TEXT], {}, "does not have these words: “never said”"),
        ("never said", [TEXT], {"words_checked": "PDF, page 4"}, ""),
        ("never said", [TEXT], {"words_checked": " "}, "does not have these words"),
        ("the veto has been abused", [], {}, "is not stored here, so its words cannot be checked"),
        ("the veto has been abused", ["It said that “the veto", "has been abused”"], {}, ""),
    ],
)
def test_a_quotation_is_published_if_its_source_has_it_or_a_curator_checked_it(
    text, passages, fields, reason
):
    draft = draft_with_source(text, *passages, **fields)

    refusals = publishing.publish([draft], "Checked")

    assert draft.is_public() is not bool(reason)
    assert [reason in refusal.reason for refusal in refusals] == [True] * bool(reason)


@pytest.mark.parametrize(
    ("summary", "is_copied"),
    [
        ("Peru said that it rained.", True),
        ("Peru said\nthat it rained", True),
        ("Peru reported rain, which it regretted.", False),
        ("it rained", False),
    ],
    ids=["a sentence", "its words", "own words", "few words"],
)
def test_a_summary_is_not_a_sentence_of_the_source(summary, is_copied):
    fields = {"summary": summary, "provenance": "paraphrased-in-summary"}
    draft = draft_with_source("", "Peru said that it rained. Mali agreed.", **fields)

    problems = publishing.publish_problems(draft)

    assert ["in your own words" in problem for problem in problems] == [True] * is_copied


def test_a_statement_that_was_public_is_restored_without_a_check_of_its_words():
    draft = draft_with_source("never said")

    assert publishing.publish([draft], "Restored", is_restored=True) == []


def test_a_draft_without_provenance_is_not_published():
    draft = make_draft(text="words", provenance="")

    (refusal,) = publishing.publish([draft], "Checked")

    assert "where the words come from" in refusal.reason


def test_a_statement_is_sent_back_with_what_to_correct(curator):
    draft, other = make_draft(), make_draft()
    publishing.submit([draft], "")

    with pytest.raises(ValueError, match="Say what needs to be corrected"):
        publishing.send_back([draft], " ", curator)
    refusals = publishing.send_back([draft, other], "The speaker is Lesotho", curator)

    assert refusals == [publishing.Refusal(other, "It is not in review.")]
    assert draft.status == "draft"
    assert draft.history.latest().history_change_reason == "The speaker is Lesotho"


def test_with_four_eyes_nobody_publishes_what_he_or_she_entered(curator, editor, settings):
    settings.FOUR_EYES = True
    with open_edition("Entered", curator):
        draft = make_draft()

    (refusal,) = publishing.publish([draft], "", curator)
    assert refusal.reason == "You entered it: another person has to publish it."
    assert publishing.publish([draft], "", editor) == []


def test_without_four_eyes_a_curator_publishes_what_he_or_she_entered(curator):
    with open_edition("Entered", curator):
        draft = make_draft()

    assert publishing.publish([draft], "", curator) == []


def test_with_four_eyes_the_collection_is_loaded_as_before(settings):
    settings.FOUR_EYES = True

    assert publishing.publish([make_draft()], "") == []
