"""The queue of what does not add up."""

import pytest

from dialogues.models import Finding
from dialogues.quality.runner import Scope, run
from tests.admin.test_statements import messages_of
from tests.records import make_draft

pytestmark = pytest.mark.django_db

QUEUE = "/admin/dialogues/finding/"


@pytest.fixture
def finding(db):
    make_draft(attribution="some delegations")
    run(Scope.everything())
    return Finding.objects.get()


def settle(curator_client, finding, action, **values):
    form = {"action": action, "_selected_action": [finding.pk]}
    return curator_client.post(QUEUE, form | values, follow=True)


def listed(page):
    return list(page.context["cl"].result_list)


def test_the_queue_shows_what_is_open_with_its_record(curator_client, finding):
    page = curator_client.get(QUEUE)

    assert listed(page) == [finding]
    address = f"/admin/dialogues/statement/{finding.statement.pk}/change/"
    assert f'<a href="{address}">{finding.statement}</a>' in page.content.decode()


def test_a_finding_is_ignored_with_a_reason_and_leaves_the_queue(curator_client, finding, curator):
    page = settle(curator_client, finding, "ignore", reason="It is about procedure")

    finding.refresh_from_db()
    assert (finding.status, finding.reason, finding.by) == (
        "ignored",
        "It is about procedure",
        curator,
    )
    assert listed(page) == []
    assert listed(curator_client.get(QUEUE, {"status": "ignored"})) == [finding]
    assert listed(curator_client.get(QUEUE, {"status": "all"})) == [finding]


def test_without_a_reason_it_stays(curator_client, finding):
    page = settle(curator_client, finding, "ignore")

    assert messages_of(page) == ["Say why the record is right."]
    assert listed(page) == [finding]


def test_an_ignored_one_is_opened_again(curator_client, finding):
    settle(curator_client, finding, "ignore", reason="x")

    form = {"action": "reopen", "_selected_action": [finding.pk]}
    curator_client.post(f"{QUEUE}?status=ignored", form)

    finding.refresh_from_db()
    assert finding.status == "open"


def test_a_contributor_sees_the_queue_and_settles_nothing(contributor_client, finding):
    settle(contributor_client, finding, "ignore", reason="x")

    finding.refresh_from_db()
    assert finding.status == "open"
    assert listed(contributor_client.get(QUEUE)) == [finding]


def test_a_finding_is_settled_on_its_own_page(curator_client, finding):
    page = curator_client.get(f"{QUEUE}{finding.pk}/change/")
    text = page.content.decode()

    assert 'formaction="../../?status=all" name="action" value="ignore"' in text
    form = {"action": "ignore", "_selected_action": [finding.pk], "reason": "It is so"}
    curator_client.post(f"{QUEUE}?status=all", form)
    finding.refresh_from_db()
    assert finding.status == "ignored"


def test_a_contributor_is_offered_nothing_there(contributor_client, finding):
    page = contributor_client.get(f"{QUEUE}{finding.pk}/change/")

    assert "formaction" not in page.content.decode()
