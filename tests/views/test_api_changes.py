"""What changed since an edition or a day, and what ended, for programs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dialogues import publishing
from dialogues.models import Edition, State, open_edition
from tests.records import make_state, make_statement, make_theme, make_vote

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def make_older():
    """Move all editions, history and redirections to ten days ago."""
    ago = timezone.now() - 10 * DAY
    Edition.objects.update(made_at=ago)
    for model in (State, type(make_theme()), type(make_vote())):
        model.history.update(history_date=ago)
    return Edition.objects.current_number()


def references(client, query):
    answer = client.get(f"/api/v1/statements/?{query}").json()
    return [record["reference"] for record in answer["records"]]


def test_statements_that_changed_after_an_edition(client):
    unchanged, corrected = make_statement(), make_statement()
    before = Edition.objects.current_number()
    with open_edition("A comma"):
        corrected.summary = "Corrected."
        corrected.save()
    added = make_statement()

    changed = references(client, f"changed_since={before}")

    assert set(changed) == {corrected.reference, added.reference}
    assert unchanged.reference in references(client, "changed_since=0")


def test_statements_that_changed_since_a_day(client):
    old, new = make_statement(), None
    make_older()
    new = make_statement()
    today, yesterday = timezone.localdate(), timezone.localdate() - DAY

    assert references(client, f"changed_since={yesterday}") == [new.reference]
    assert references(client, f"changed_since={today + 2 * DAY}") == []
    assert set(references(client, f"changed_since={today - 20 * DAY}")) >= {old.reference}


def test_the_number_of_changed_statements_is_their_total(client):
    for _ in range(3):
        make_statement()
    before = Edition.objects.current_number()
    for _ in range(2):
        make_statement()

    answer = client.get(f"/api/v1/statements/?changed_since={before}&limit=1").json()
    rest = client.get(answer["next"]).json()

    assert (answer["total"], len(answer["records"]), len(rest["records"])) == (2, 1, 1)
    assert rest["next"] is None


def test_what_ended_is_a_list_that_the_answer_names(client):
    before = Edition.objects.current_number()
    statement = make_statement()
    publishing.withdraw([statement], "Not in the source")

    answer = client.get(f"/api/v1/statements/?changed_since={before}").json()
    (ended,) = client.get(answer["ended"]).json()["records"]

    ended.pop("changed_at")
    assert ended == {
        "address": f"http://testserver/statements/{statement.reference}/",
        "replaced_by": [],
        "why": "withdrawn",
        "reason": "Not in the source",
    }


def test_a_renamed_record_is_among_those_that_moved(client):
    peru = make_state("Peru", slug="peru")
    make_older()
    peru.slug = "peru-renamed"
    peru.save()
    since = timezone.localdate()

    answer = client.get(f"/api/v1/states/?changed_since={since}").json()
    (moved,) = client.get(answer["ended"]).json()["records"]

    assert [record["slug"] for record in answer["records"]] == ["peru-renamed"]
    assert (moved["why"], moved["replaced_by"]) == (
        "renamed",
        ["http://testserver/states/peru-renamed/"],
    )


def test_another_kind_is_not_among_what_ended(client):
    publishing.withdraw([make_statement()], "Wrong")

    assert client.get("/api/v1/redirections/?kind=states").json()["records"] == []


def test_a_record_whose_part_changed_has_changed(client):
    peru, _chile = make_state("Peru", slug="peru"), make_state("Chile", slug="chile")
    make_older()
    peru.names.create(name="Pérou", kind="un-term", language="fr")

    answer = client.get(f"/api/v1/states/?changed_since={timezone.localdate()}").json()

    assert [record["slug"] for record in answer["records"]] == ["peru"]


def test_a_kind_without_history_cannot_be_asked_for_changes(client):
    answer = client.get("/api/v1/memberships/?changed_since=0")

    assert answer.status_code == 400


def test_versions_of_a_statement(client):
    statement = make_statement()
    with open_edition("A comma"):
        statement.summary = "Corrected."
        statement.save()
    make_statement()

    records = client.get(f"/api/v1/versions/?statement={statement.reference}").json()["records"]

    assert [(record["number"], record["reason"]) for record in records] == [
        (1, "Made for a test"),
        (2, "A comma"),
    ]
    frozen = client.get(records[0]["record"]).json()
    assert frozen["reference"] == statement.reference


def test_versions_of_a_withdrawn_statement_are_not_listed(client):
    statement = make_statement()
    publishing.withdraw([statement], "Wrong")

    assert client.get("/api/v1/versions/").json()["records"] == []


def test_corrections_of_a_kind(client):
    statement = make_statement()
    with open_edition("A comma"):
        statement.summary = "Corrected."
        statement.save()
    withdrawn = make_statement()
    publishing.withdraw([withdrawn], "Wrong")

    answer = client.get("/corrections.json?kind=corrected").json()

    assert [(record["statement"], record["reason"]) for record in answer["records"]] == [
        (statement.reference, "A comma")
    ]


def test_editions_say_how_many_statements_they_changed(client):
    make_statement()

    *_others, last = client.get("/api/v1/editions/").json()["records"]

    assert (last["number"], last["change_count"]) == (Edition.objects.current_number(), 1)
