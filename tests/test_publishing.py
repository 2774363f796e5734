import pytest

from dialogues import publishing
from dialogues.models import Edition, Statement
from tests.records import make_dialogue, make_draft, make_statement

pytestmark = pytest.mark.django_db


def test_publish_releases_a_draft_and_notes_when():
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
            "It does not say where in the source it stands. Give a section or paragraph.",
        ),
    ],
)
def test_publish_refuses_with_the_reason_and_releases_the_others(make, reason):
    refused, released = make(), make_draft()

    refusals = publishing.publish([refused, released], "Checked")

    assert refusals == [publishing.Refusal(refused, reason)]
    assert released.is_public()


def test_what_another_has_published_meanwhile_is_not_published_again():
    draft = make_draft(summary="As I saw it.")
    meanwhile = Statement.objects.get(pk=draft.pk)
    meanwhile.summary = "As it is."
    meanwhile.save()
    publishing.publish([meanwhile], "By another")

    refusals = publishing.publish([draft], "By me")

    assert refusals == [publishing.Refusal(draft, "It is already published.")]
    assert draft.summary == "As it is."
    assert draft.changes.count() == 1


def test_withdraw_keeps_the_time_of_publishing():
    statement = make_statement()
    published_at = statement.published_at

    publishing.withdraw([statement], "Wrong state")

    statement.refresh_from_db()
    assert (statement.status, statement.published_at) == ("withdrawn", published_at)


def test_withdraw_wants_a_reason():
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


def test_nothing_to_publish_makes_no_edition():
    assert publishing.publish([], "Nothing") == []
    assert Edition.objects.current_number() == 0
