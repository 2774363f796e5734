"""People are notified of what concerns them, at the desk and by mail; an act never fails for it."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from dialogues import publishing
from dialogues.models import ErrorReport, MailPreference, Notice, Statement, open_edition
from tests.admin.test_roles import LIST, action
from tests.conftest import SIGNED_IN_BY
from tests.records import make_draft, make_statement
from tests.views.test_reports import report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


def prefer(user, **times):
    MailPreference.objects.update_or_create(user=user, defaults=times)


@pytest.fixture
def waiting(contributor):
    """A statement in review that a contributor entered."""
    with open_edition("Entered", contributor):
        draft = make_draft()
    publishing.submit([draft], "", contributor)
    return Statement.objects.get(pk=draft.pk)


def send_back(client, statement):
    form = action("send_back", statement, reason="Give the paragraph.")
    page = client.post(LIST, form, follow=True)
    statement.refresh_from_db()
    assert statement.status == "draft"
    return [str(message) for message in page.context["messages"]]


def links(mail):
    return re.findall(r"https?://\S+", mail.body)


def test_the_author_is_told_at_once_why_a_draft_was_sent_back(
    curator_client, contributor, waiting, site, mailoutbox
):
    messages = send_back(curator_client, waiting)

    (mail,) = mailoutbox
    assert mail.to == ["contributor@r2p.example"]
    assert mail.subject == "A statement was sent back to you"
    assert "was sent back to you: Give the paragraph." in mail.body
    form = reverse("admin:dialogues_statement_change", args=[waiting.pk])
    assert links(mail)[0] == site + form
    assert "1 person was notified." in messages
    (notice,) = contributor.notices.all()
    assert (notice.path, notice.mailed_at is not None) == (form, True)


def test_every_link_of_a_mail_opens(curator_client, contributor, waiting, site, mailoutbox):
    send_back(curator_client, waiting)
    curator_client.force_login(contributor, SIGNED_IN_BY)

    for address in links(mailoutbox[0]):
        path = address.removeprefix(site) or "/"
        assert curator_client.get(path, follow=True).status_code == 200


def test_links_never_come_from_the_request(curator_client, waiting, site, mailoutbox, settings):
    settings.ALLOWED_HOSTS = ["*"]
    curator_client.defaults["HTTP_HOST"] = "evil.example"
    send_back(curator_client, waiting)

    assert "evil.example" not in mailoutbox[0].body
    assert all(address.startswith(site) for address in links(mailoutbox[0]))


@pytest.mark.parametrize("server", ["none", "dead_server", "console"])
def test_without_mail_the_act_succeeds_and_says_that_nobody_was_notified(
    curator_client, contributor, waiting, mailoutbox, server, request
):
    if server != "none":
        request.getfixturevalue(server)

    messages = send_back(curator_client, waiting)

    assert any(message.startswith("Nobody was notified by mail") for message in messages)
    assert mailoutbox == []
    assert contributor.notices.get().mailed_at is None


def test_a_person_without_an_address_is_told_at_the_desk(
    curator_client, contributor, waiting, site, mailoutbox
):
    contributor.email = ""
    contributor.save()
    send_back(curator_client, waiting)

    assert mailoutbox == []
    curator_client.force_login(contributor, SIGNED_IN_BY)
    page = curator_client.get("/admin/notices/").content.decode()
    assert "was sent back to you: Give the paragraph." in page


def test_reviewers_are_told_of_what_waits_and_not_the_sender(
    curator_client, curator, editor, site, mailoutbox
):
    prefer(editor, waiting="now")
    first = make_draft()
    drafts = [first, make_draft(participation=first.participation), make_draft()]
    curator_client.post(LIST, action("submit", *drafts), follow=True)

    assert [mail.to for mail in mailoutbox] == [["editor@r2p.example"]] * 2
    subjects = [mail.subject.partition(" (")[0] for mail in mailoutbox]
    assert subjects == ["2 statements wait for review", "1 statement waits for review"]
    assert not curator.notices.exists()


def test_a_reader_s_report_is_told_without_what_the_reader_wrote(
    client, curator, editor, site, mailoutbox
):
    prefer(curator, reader="now")
    prefer(editor, reader="never")
    report(client, make_statement(), wrong="Something private")

    (mail,) = mailoutbox
    assert mail.to == ["curator@r2p.example"]
    assert "Something private" not in mail.body + mail.subject
    assert ErrorReport.objects.count() == 1


def test_a_reader_is_answered_though_the_mail_server_is_dead(client, curator, dead_server):
    prefer(curator, reader="now")

    assert report(client, make_statement()).status_code == 200
    assert ErrorReport.objects.count() == 1


def test_one_kind_is_switched_off_from_the_mail_after_asking(
    curator_client, contributor, waiting, site, mailoutbox
):
    send_back(curator_client, waiting)
    stop = links(mailoutbox[0])[-1].removeprefix(site)
    client = Client()

    page = client.get(stop)
    assert MailPreference.time_for(contributor, Notice.Kind.SENT_BACK) == "now"
    assert 'value="Switch it off"' in page.content.decode()
    client.post(stop)

    assert MailPreference.time_for(contributor, Notice.Kind.SENT_BACK) == "never"
    assert MailPreference.time_for(contributor, Notice.Kind.WAITING) == "daily"
    publishing.submit([waiting], "", contributor)
    send_back(curator_client, waiting)
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("token", ["x", "WzEsInNlbnQtYmFjayJd:1abc:forged"])
def test_a_forged_token_switches_nothing_off(client, token):
    assert client.post(f"/admin/mail/stop/{token}/").status_code == 404
    assert not MailPreference.objects.exists()


def test_a_person_chooses_what_comes_by_mail(curator_client, curator):
    form = {"sent_back": "never", "waiting": "now", "reader": "daily"}
    curator_client.post("/admin/notices/", form)

    preference = MailPreference.objects.get(user=curator)
    times = [preference.sent_back, preference.waiting, preference.reader]
    assert times == ["never", "now", "daily"]
    assert curator_client.post("/admin/notices/", {"waiting": "x"}).status_code == 200
