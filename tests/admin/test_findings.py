"""The queue of findings."""

import pytest

from dialogues.models import Finding
from dialogues.quality.runner import run
from dialogues.quality.scope import Scope
from tests.admin.test_statements import messages_of
from tests.html import html_of
from tests.records import make_draft

pytestmark = pytest.mark.django_db

QUEUE = "/admin/dialogues/finding/"


@pytest.fixture
def finding(db):
    make_draft(attribution="some delegations")
    run(Scope.everything())
    return Finding.objects.get()


def resolve(client, finding, action, **values):
    form = {"action": action, "_selected_action": [finding.pk]}
    return client.post(QUEUE, form | values, follow=True)


def listed(page):
    return list(page.context["cl"].result_list)


def test_the_queue_shows_open_findings_with_their_records(curator_client, finding):
    page = curator_client.get(QUEUE)

    assert listed(page) == [finding]
    address = f"/admin/dialogues/statement/{finding.statement.pk}/change/"
    assert f'<a href="{address}">{finding.statement}</a>' in page.content.decode()


def test_a_finding_is_ignored_with_a_reason_and_leaves_the_queue(curator_client, finding, curator):
    page = resolve(curator_client, finding, "ignore", reason="It is about procedure")

    finding.refresh_from_db()
    assert (finding.status, finding.reason, finding.by) == (
        "ignored",
        "It is about procedure",
        curator,
    )
    assert listed(page) == []
    assert listed(curator_client.get(QUEUE, {"status": "ignored"})) == [finding]
    assert listed(curator_client.get(QUEUE, {"status": "all"})) == [finding]


def test_without_a_reason_a_finding_stays_open(curator_client, finding):
    page = resolve(curator_client, finding, "ignore")

    assert messages_of(page) == ["Say why the record is right."]
    assert listed(page) == [finding]


def test_an_ignored_finding_is_reopened(curator_client, finding):
    resolve(curator_client, finding, "ignore", reason="x")

    form = {"action": "reopen", "_selected_action": [finding.pk]}
    curator_client.post(f"{QUEUE}?status=ignored", form)

    finding.refresh_from_db()
    assert finding.status == "open"


def test_a_contributor_sees_the_queue_and_cannot_change_it(contributor_client, finding):
    resolve(contributor_client, finding, "ignore", reason="x")

    finding.refresh_from_db()
    assert finding.status == "open"
    assert listed(contributor_client.get(QUEUE)) == [finding]


def test_a_finding_is_ignored_on_its_own_page(curator_client, finding):
    page = curator_client.get(f"{QUEUE}{finding.pk}/change/")
    assert 'formaction="../../?status=all" name="action" value="ignore"' in html_of(page)
    form = {"action": "ignore", "_selected_action": [finding.pk], "reason": "It is so"}
    curator_client.post(f"{QUEUE}?status=all", form)
    finding.refresh_from_db()
    assert finding.status == "ignored"


def test_a_contributor_has_no_actions_there(contributor_client, finding):
    page = contributor_client.get(f"{QUEUE}{finding.pk}/change/")

    assert "formaction" not in page.content.decode()
