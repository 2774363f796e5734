"""Readers report errors without an account; the public sees the outcome."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from dialogues import forms, publishing
from dialogues.models import Edition, ErrorReport, open_edition
from tests.admin.test_statements import messages_of
from tests.records import make_dialogue, make_draft, make_participation, make_statement

pytestmark = pytest.mark.django_db

QUEUE = "/admin/dialogues/errorreport/"


def opened(ago=60):
    """The signed time of a form that was opened some seconds ago."""
    signer = signing.TimestampSigner(salt=forms.SALT)
    at = timezone.now() - timedelta(seconds=ago)
    value = f"opened:{signing.b62_encode(int(at.timestamp()))}"
    return f"{value}:{super(signing.TimestampSigner, signer).signature(value)}"


def address_of(record):
    return f"{record.get_absolute_url()}report/"


def report(client, record, wrong="The speaker is Lesotho.", **values):
    form = {"wrong": wrong, "right": "Lesotho", "evidence": "UN Web TV, 1:02", "website": ""}
    return client.post(address_of(record), form | {"opened": opened()} | values)


@pytest.fixture(params=["statement", "dialogue"])
def record(request):
    return make_statement() if request.param == "statement" else make_dialogue()


def test_a_report_is_saved_for_the_curators(client, record):
    answer = report(client, record)

    assert "The editors have your report" in answer.content.decode()
    saved = ErrorReport.objects.get()
    assert (saved.subject, saved.wrong, saved.right, saved.evidence, saved.status) == (
        record,
        "The speaker is Lesotho.",
        "Lesotho",
        "UN Web TV, 1:02",
        "new",
    )
    assert "127.0.0.1" not in saved.visitor


def test_the_page_of_a_record_links_to_the_form(client, record):
    page = client.get(record.get_absolute_url()).content.decode()

    assert f'href="{address_of(record)}"' in page
    assert client.get(address_of(record)).status_code == 200


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"wrong": " "}, "This field is required."),
        ({"wrong": "x" * 2001}, "Ensure this value has at most 2000 characters"),
        ({"evidence": "x" * 2001}, "Ensure this value has at most 2000 characters"),
        ({"website": "https://example.org"}, "Leave the last field empty"),
        ({"opened": ""}, "opened too long ago"),
        ({"opened": "opened:1abc:forged"}, "opened too long ago"),
        ({"ago": 1}, "Wait three seconds"),
        ({"ago": 25 * 60 * 60}, "opened too long ago"),
        ({"wrong": "x\0y"}, "Null characters are not allowed."),
    ],
)
def test_a_refused_report_stays_in_the_form(client, values, problem):
    if "ago" in values:
        values = {"opened": opened(values["ago"])}
    answer = report(client, make_statement(), **{"right": "Typed <b>"} | values)

    assert answer.status_code == 400
    assert problem in answer.content.decode()
    assert "Typed &lt;b&gt;</textarea>" in answer.content.decode()
    assert not ErrorReport.objects.exists()


def test_a_form_that_was_too_old_can_be_sent_again(client, monkeypatch):
    statement = make_statement()
    again = report(client, statement, opened="")
    stamp = again.context["form"]["opened"].value()
    monkeypatch.setattr(forms, "MIN_AGE", -1)

    assert report(client, statement, opened=stamp).status_code == 200


def test_a_visitor_can_send_five_reports_a_day(client):
    statement = make_statement()

    answers = [report(client, statement).status_code for _ in range(6)]

    assert answers == [200] * 5 + [400]
    assert ErrorReport.objects.count() == 5


def test_a_forged_forwarding_header_does_not_change_the_visitor(client):
    statement = make_statement()
    form = {"wrong": "x", "opened": opened()}
    for number in range(6):
        headers = {"X-Forwarded-For": f"203.0.113.{number}"}
        last = client.post(address_of(statement), form, headers=headers)

    assert last.status_code == 400


@pytest.mark.parametrize("make", [make_draft, lambda: make_dialogue(status="draft")])
def test_a_draft_cannot_be_reported(client, make):
    record = make()

    assert client.get(address_of(record)).status_code == 404
    assert report(client, record).status_code == 404
    assert not ErrorReport.objects.exists()


def answer(curator_client, record, action, outcome):
    pending = ErrorReport.objects.get()
    form = {"action": action, "_selected_action": [pending.pk], "reason": outcome}
    return curator_client.post(QUEUE, form, follow=True)


@pytest.mark.parametrize(
    ("action", "status"),
    [("postpone", "Accepted, not corrected yet"), ("decline", "Left unchanged")],
)
def test_the_public_sees_the_outcome_and_not_the_report(
    curator_client, record, curator, action, status
):
    report(curator_client, record)
    before = Edition.objects.current_number()
    page = curator_client.get(record.get_absolute_url()).content.decode()
    assert "Readers’ reports" not in page

    answer(curator_client, record, action, "The webcast says so.")

    page = curator_client.get(record.get_absolute_url()).content.decode()
    assert "Readers’ reports" in page
    assert "The webcast says so." in page
    assert status in page
    assert "Lesotho" not in page
    assert Edition.objects.current_number() == before + 1
    assert ErrorReport.objects.get().by == curator


def test_an_answer_needs_an_outcome(curator_client):
    report(curator_client, make_statement())

    page = answer(curator_client, None, "accept", " ")

    assert messages_of(page) == ["Write the outcome. Readers see it."]
    assert ErrorReport.objects.get().status == "new"


def test_a_contributor_cannot_answer(contributor_client):
    report(contributor_client, make_statement())

    answer(contributor_client, None, "accept", "Corrected")

    assert ErrorReport.objects.get().status == "new"


def test_a_report_is_answered_once(curator_client):
    report(curator_client, make_statement())
    answer(curator_client, None, "decline", "It is right")

    page = answer(curator_client, None, "decline", "Not corrected")

    assert messages_of(page) == ["“The speaker is Lesotho.” has already been answered."]
    assert ErrorReport.objects.get().outcome == "It is right"


def test_several_reports_are_answered_together_or_not_at_all(curator_client):
    statement = make_statement()
    first = ErrorReport.objects.create(statement=statement, wrong="First")
    second = ErrorReport.objects.create(statement=statement, wrong="Second")
    second.answer("declined", "It is right", None)

    form = {"action": "postpone", "_selected_action": [first.pk, second.pk], "reason": "Yes"}
    page = curator_client.post(QUEUE, form, follow=True)

    assert messages_of(page) == ["“Second” has already been answered."]
    first.refresh_from_db()
    assert first.status == "new"


def test_the_visitor_of_a_report_is_forgotten_after_a_day(client):
    statement = make_statement()
    report(client, statement)
    ErrorReport.objects.update(made_at=timezone.now() - timedelta(days=2))

    report(client, statement)

    assert [bool(saved.visitor) for saved in ErrorReport.objects.order_by("made_at")] == [
        False,
        True,
    ]


def test_a_report_stays_when_its_statement_is_withdrawn(curator_client):
    statement = make_statement()
    report(curator_client, statement)
    publishing.withdraw([statement], "Wrong")

    assert answer(curator_client, statement, "accept", "Withdrawn").status_code == 200
    assert curator_client.get(statement.get_absolute_url()).status_code == 410


def test_each_outcome_is_listed(client):
    statement = make_statement()
    for _ in range(3):
        ErrorReport.objects.create(statement=statement, wrong="x").answer("declined", "y", None)

    url = reverse("statement-detail", args=[statement.reference])
    page = client.get(url).content.decode()

    assert len(re.findall(r"<li>\s*Sent ", page)) == 3


def correct(record):
    record.editor_note = "Corrected after a report"
    with open_edition("A slip"):
        record.save()


def correct_the_speaker(record):
    speaker = record.participations.first() or make_participation(record)
    with open_edition("A slip"):
        speaker.office = "Minister"
        speaker.save()


def test_corrected_is_said_only_of_what_was_corrected_since(curator_client, record):
    correct(record)
    report(curator_client, record)

    page = answer(curator_client, record, "accept", "It was a slip.")

    assert messages_of(page) == [
        "“The speaker is Lesotho.”: correct the record first, or accept it as not yet corrected."
    ]
    assert ErrorReport.objects.get().status == "new"
    record.editor_note = "Corrected again"
    record.save()
    answer(curator_client, record, "accept", "It was a slip.")
    assert ErrorReport.objects.get().status == "accepted"
    assert "Corrected" in curator_client.get(record.get_absolute_url()).content.decode()


def test_a_dialogue_is_corrected_if_its_list_of_speakers_is(curator_client):
    dialogue = make_dialogue()
    report(curator_client, dialogue)
    correct_the_speaker(dialogue)

    answer(curator_client, dialogue, "accept", "It was a slip.")

    assert ErrorReport.objects.get().status == "accepted"


def test_a_report_that_is_accepted_stays_in_the_queue_until_it_is_corrected(curator_client, record):
    report(curator_client, record)
    answer(curator_client, record, "postpone", "We will correct it.")
    queue = curator_client.get("/admin/").context["queues"][-1]
    assert queue.number == 1
    assert curator_client.get(queue.address).context["cl"].result_count == 1

    correct(record)
    answer(curator_client, record, "accept", "It is corrected.")

    assert curator_client.get("/admin/").context["queues"][-1].number == 0
    assert ErrorReport.objects.get().outcome == "It is corrected."


def test_a_statement_is_corrected_if_the_name_of_its_speaker_is(curator_client):
    statement = make_statement()
    report(curator_client, statement)
    state = statement.participation.participant
    state.name = "Another spelling"
    with open_edition("A slip"):
        state.save()

    answer(curator_client, statement, "accept", "The name was misspelt.")

    assert ErrorReport.objects.get().status == "accepted"
