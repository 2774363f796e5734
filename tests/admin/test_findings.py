"""The queue of findings."""

import re

import pytest

from dialogues.models import Finding
from dialogues.quality.runner import run
from dialogues.quality.scope import Scope
from tests.admin.test_statements import messages_of
from tests.html import html_of
from tests.records import make_dialogue, make_draft, make_figure, make_participation

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


def fix_of_finding(client, finding):
    """The link that fixes a finding, as its page shows it; it must open."""
    page = client.get(f"{QUEUE}{finding.pk}/change/").content.decode()
    row = re.search(r'field-fix.*?<a href="([^"]+)">([^<]+)</a>', page, re.S)
    address = row[1].replace("&amp;", "&")
    opened = client.get(address)
    assert opened.status_code == 200
    return row[2], opened


def finding_of(check):
    run(Scope.everything())
    return Finding.objects.get(check_name=check)


def test_a_name_that_is_not_recognized_is_added_with_two_presses(editor_client):
    participation = make_participation(name_as_printed="Perou")
    state = participation.participant
    label, form = fix_of_finding(editor_client, finding_of("name"))

    assert label == "Add “Perou” as a name"
    values = {name: form.context["adminform"].form[name].value() for name in ("name", "kind")}
    assert values == {"name": "Perou", "kind": "variant"}
    assert form.context["adminform"].form["participant"].value() == str(state.pk)


def test_a_quotation_that_is_not_in_the_source_opens_next_to_it(editor_client):
    draft = make_draft(text="words that nobody said", provenance="quoted-in-summary")
    draft.source.passages.create(position=1, text="Other words.")

    label, page = fix_of_finding(editor_client, finding_of("quotation"))

    assert (label, page.context["statement"]) == ("Open it next to its source", draft)


def test_a_statement_without_a_theme_opens_in_the_grid(editor_client, finding):
    label, page = fix_of_finding(editor_client, finding)

    assert label == "Choose its themes"
    assert [row.instance for row in page.context["rows"]] == [finding.statement]


def test_a_figure_that_differs_opens(editor_client):
    dialogue = make_dialogue()
    make_figure(dialogue=dialogue, measure="states-speaking", value=5)

    label, page = fix_of_finding(editor_client, finding_of("count"))

    assert label == "Open the figure"
    assert page.context["original"].value == 5
