"""The first page of the admin shows the work queues; malformed addresses are not server errors."""

import pytest

from dialogues import publishing
from dialogues.models import ErrorReport, Finding
from tests.imports.review.imported import import_text
from tests.records import make_dialogue, make_draft, make_statement

pytestmark = pytest.mark.django_db


def test_the_first_page_shows_the_work_queues_with_links(curator_client):
    drafts = [make_draft() for _ in range(3)]
    publishing.submit(drafts[:1], "")
    make_statement()
    dialogue = make_dialogue()
    Finding.objects.create(check_name="theme", key="x", text="A finding", dialogue=dialogue)
    ErrorReport.objects.create(wrong="Wrong", dialogue=dialogue)
    import_text()

    queues = curator_client.get("/admin/").context["queues"]

    assert [(number, str(label)) for number, label, _address in queues] == [
        (1, "statement in review"),
        (1, "document to review"),
        (2, "drafts"),
        (1, "open finding"),
        (1, "reader report to settle"),
    ]
    for number, _label, address in queues:
        assert curator_client.get(address).context["cl"].result_count == number


@pytest.mark.parametrize(
    "address",
    [
        "dialogues/statement/?status__exact=%00",
        "dialogues/statement/?nonsense=1",
        "dialogues/statement/abc/history/",
        "dialogues/statement/abc/change/",
        "dialogues/statement/99999999999999999999999/change/",
        "dialogues/statement/99999999999999999999999/history/",
        "dialogues/statement/1/history/99999999999999999999999/",
        "dialogues/statement/99999999999999999999999/merge/",
        "dialogues/dialogue/99999999999999999999999/enter/",
        "dialogues/dialogue/99999999999999999999999/paste/",
        "dialogues/pendingimport/statements.csv?dialogue=%00",
        "dialogues/pendingimport/sent/99999999999999999999999/",
    ],
)
def test_a_malformed_address_is_not_found_or_redirected(curator_client, address):
    assert curator_client.get(f"/admin/{address}").status_code in (302, 400, 403, 404)


@pytest.mark.parametrize("action", ["delete_selected", "publish"])
def test_an_action_for_an_invalid_record_is_not_found(curator_client, action):
    form = {"action": action, "_selected_action": ["abc"]}

    assert curator_client.post("/admin/dialogues/statement/", form).status_code == 404


@pytest.mark.parametrize("values", ["dialogue=abc", "source=abc", "themes=1,x", "dialogue=99"])
def test_invalid_initial_values_open_an_empty_form(curator_client, values):
    assert curator_client.get(f"/admin/dialogues/statement/add/?{values}").status_code == 200
