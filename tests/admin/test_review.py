"""Review: statements next to their source, one after the other."""

import re

import pytest
from django.urls import reverse

from dialogues import publishing
from dialogues.models import Passage, Statement, open_edition
from tests.records import make_dialogue, make_draft, make_participation, make_source, make_state

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/dialogues/statement/review/"


@pytest.fixture
def source():
    return make_source()


@pytest.fixture
def waiting(source):
    """Three statements in review, of one dialogue."""
    dialogue = make_dialogue()
    source.dialogues.add(dialogue)
    Passage.objects.create(
        source=source, position=1, section="ONE", text="Peru spoke of “early action”. Mali agreed."
    )
    Passage.objects.create(source=source, position=2, section="ONE", text="Chile: “no delay”.")
    speaker = make_participation(dialogue, make_state("Peru"))
    drafts = [
        make_draft(participation=speaker, source=source, position=n, text=text)
        for n, text in enumerate(["early action", "no delay", ""])
    ]
    publishing.submit(drafts, "")
    return [Statement.objects.get(pk=draft.pk) for draft in drafts]


def send(client, statement, act, reason=""):
    """Send the form of a statement as the page has it now."""
    page = client.get(ADDRESS, {"at": statement.reference})
    form = {"at": statement.reference, "version": page.context["version"]}
    return client.post(ADDRESS, form | {"act": act, "reason": reason}, follow=True)


def shown(page):
    statement = page.context["statement"]
    return statement and statement.reference


def test_the_first_in_the_order_of_the_source_is_shown_with_its_number(curator_client, waiting):
    page = curator_client.get(ADDRESS)

    assert shown(page) == waiting[0].reference
    assert "1 of 3 in review" in page.content.decode()


def test_its_words_are_marked_in_the_source_apart_from_those_of_others(curator_client, waiting):
    page = curator_client.get(ADDRESS).content.decode()

    assert re.findall(r'<mark class="(\w+)">(.*?)</mark>', page) == [
        ("current", "“early action”. "),
        ("used", "“no delay”."),
    ]


def test_next_and_previous_lead_through_the_queue(curator_client, waiting):
    page = curator_client.get(ADDRESS)
    ways = []
    while page.context["next"]:
        page = curator_client.get(page.context["next"])
        ways.append(shown(page))
    while page.context["previous"]:
        page = curator_client.get(page.context["previous"])
        ways.append(shown(page))

    first, second, third = (statement.reference for statement in waiting)
    assert ways == [second, third, second, first]


def test_publishing_goes_on_to_the_next(curator_client, curator, waiting):
    page = send(curator_client, waiting[0], "publish", "Only for colleagues")

    waiting[0].refresh_from_db()
    assert waiting[0].is_public()
    latest = waiting[0].history.latest()
    assert (latest.history_user, latest.history_change_reason) == (curator, None)
    assert shown(page) == waiting[1].reference


def test_sending_back_needs_a_comment_and_stays_without(curator_client, waiting):
    page = send(curator_client, waiting[1], "send_back")
    assert shown(page) == waiting[1].reference
    assert "Say what needs to be corrected." in page.content.decode()

    page = send(curator_client, waiting[1], "send_back", "Give the paragraph.")
    waiting[1].refresh_from_db()
    assert waiting[1].status == "draft"
    assert shown(page) == waiting[2].reference


def test_what_prevents_publishing_is_shown_and_nothing_is_changed(curator_client, waiting):
    statement = waiting[0]
    statement.text = "words that nobody said"
    statement.save()
    problem = "Its source does not have these words"
    assert problem in curator_client.get(ADDRESS).content.decode()

    page = send(curator_client, statement, "publish")

    statement.refresh_from_db()
    assert statement.status == "in-review"
    assert shown(page) == statement.reference
    assert problem in page.content.decode()


def test_the_last_leads_back_to_the_first_that_waits(curator_client, waiting):
    page = send(curator_client, waiting[2], "send_back", "x")

    assert shown(page) == waiting[0].reference


def test_words_that_were_changed_meanwhile_are_read_again_before_publishing(
    curator_client, waiting
):
    statement = waiting[0]
    version = curator_client.get(ADDRESS, {"at": statement.reference}).context["version"]
    statement.summary = "Other words."
    statement.save()

    form = {"at": statement.reference, "version": version, "act": "publish"}
    page = curator_client.post(ADDRESS, form, follow=True)

    statement.refresh_from_db()
    assert statement.status == "in-review"
    assert "It was changed after you opened it." in page.content.decode()


def test_the_comment_of_a_refused_step_is_still_offered(curator_client, waiting):
    screen = {"unsaved_screen": "review/x", "unsaved_page": "1"}
    fields = {"screen": "review/x", "page": "1", "fields": '[["reason", "Typed", ""]]'}
    curator_client.post(reverse("admin:unsaved"), fields)

    curator_client.post(ADDRESS, {"at": waiting[0].reference, "act": "publish"} | screen)

    stored = curator_client.get(reverse("admin:unsaved"), {"screen": "review/x"}).json()
    assert stored["fields"] == [["reason", "Typed", ""]]


def test_an_empty_queue_says_so(curator_client):
    page = curator_client.get(ADDRESS)

    assert page.context["statement"] is None
    assert "Nothing waits for review." in page.content.decode()


def test_another_dialogue_has_its_own_queue(curator_client, waiting):
    other = make_draft()
    publishing.submit([other], "")

    page = curator_client.get(ADDRESS, {"dialogue": other.dialogue_id})

    assert (shown(page), page.context["count"]) == (other.reference, 1)


@pytest.mark.parametrize("query", ["at=x", "at=0000001", "dialogue=999", "at=%00"])
def test_what_does_not_exist_is_not_found(curator_client, waiting, query):
    assert curator_client.get(f"{ADDRESS}?{query}").status_code == 404


def test_nonsense_is_answered(curator_client, waiting):
    assert curator_client.post(ADDRESS, {"at": "x"}).status_code == 404
    form = {"at": waiting[0].reference, "act": "destroy"}
    assert curator_client.post(ADDRESS, form).status_code == 302
    assert curator_client.get(f"{ADDRESS}?dialogue=x").status_code == 200


def test_markup_in_a_source_is_escaped(curator_client, waiting, source):
    source.passages.create(position=3, text="<script>alert(1)</script>")

    assert "<script>alert" not in curator_client.get(ADDRESS).content.decode()


def test_a_contributor_cannot_review(contributor_client, waiting):
    assert contributor_client.get(ADDRESS).status_code == 403
    assert reverse("admin:review") == ADDRESS


def test_with_four_eyes_the_page_says_who_may_not_publish(curator_client, curator, settings):
    settings.FOUR_EYES = True
    with open_edition("Entered", curator):
        draft = make_draft()
    publishing.submit([draft], "", curator)

    page = curator_client.get(ADDRESS)

    assert page.context["problems"] == ["You entered it: another person has to publish it."]


def test_a_dialogue_with_nothing_in_review_leads_to_the_others(curator_client, waiting):
    page = curator_client.get(ADDRESS, {"dialogue": make_dialogue().pk}).content.decode()

    assert "Nothing of this dialogue waits for review." in page
    assert f'href="{ADDRESS}"' in page
