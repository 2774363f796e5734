"""One mail a day with what a person wants together."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dialogues.models import MailPreference, Notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]


def notice(user, text, kind="waiting"):
    return Notice.objects.create(user=user, kind=kind, text=text, path="/admin/")


def send_digests():
    out = StringIO()
    call_command("send_digests", stdout=out)
    return out.getvalue().strip()


def test_a_person_gets_one_mail_with_all_and_none_the_next_day(curator, editor, site, mailoutbox):
    notice(curator, "First"), notice(curator, "Second"), notice(editor, "Third")

    assert send_digests() == "2 sent, 0 not sent."
    assert [mail.subject for mail in mailoutbox] == [
        "R2P Dialogues: 2 notices",
        "R2P Dialogues: 1 notice",
    ]
    assert mailoutbox[0].body.index("First") < mailoutbox[0].body.index("Second")
    assert send_digests() == "0 sent, 0 not sent."


def test_what_a_person_never_wants_is_not_mailed_later(curator, site, mailoutbox):
    MailPreference.objects.create(user=curator, waiting="never")
    notice(curator, "First")
    assert send_digests() == "0 sent, 0 not sent."

    MailPreference.objects.update(waiting="daily")
    assert send_digests() == "0 sent, 0 not sent."
    assert mailoutbox == []


def test_a_very_long_list_says_how_many_more_there_are(curator, site, mailoutbox):
    for number in range(103):
        notice(curator, f"Notice {number}")
    send_digests()

    assert "and 3 more" in mailoutbox[0].body


def test_what_could_not_be_sent_is_sent_next_time(curator, dead_server, settings, mailoutbox):
    notice(curator, "First")
    with pytest.raises(CommandError, match="Some mails were not sent"):
        send_digests()

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_digests() == "1 sent, 0 not sent."


def test_without_the_site_s_address_it_says_what_to_set(curator):
    notice(curator, "First")

    with pytest.raises(CommandError, match="Set EMAIL_URL and SITE_ADDRESS first"):
        send_digests()
