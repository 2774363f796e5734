"""The screens on which spreadsheets go out and in."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from dialogues.models import Name, PendingImport, Theme
from tests.conftest import make_user
from tests.records import (
    make_dialogue,
    make_participation,
    make_state,
    make_theme,
)

pytestmark = pytest.mark.django_db

INDEX = "/admin/dialogues/pendingimport/"


def send(desk, table, content, name="sheet.csv"):
    file = SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())
    return desk.post(f"{INDEX}{table}/", {"file": file})


def look(desk, response):
    return b"".join(desk.get(response["Location"]).streaming_content).decode()


def test_a_file_is_sent_seen_and_saved(editing_desk, editor):
    theme = make_theme("Before")

    sent = send(editing_desk, "themes", f"slug,label\n{theme.slug},<b>After</b>\nnew,New\n")
    page = look(editing_desk, sent)
    assert "New: <strong>1</strong>" in page
    assert "Changed: <strong>1</strong>" in page
    assert '<td class="said">Before</td><td class="said">&lt;b&gt;After&lt;/b&gt;</td>' in page
    theme.refresh_from_db()
    assert theme.label == "Before"

    pending = PendingImport.objects.get()
    address = reverse("admin:spreadsheet-save", args=[pending.pk])
    done = editing_desk.post(address, {"reason": "From the sheet"}, follow=True)

    assert "2 records saved." in done.content.decode()
    assert set(Theme.objects.values_list("label", flat=True)) == {"<b>After</b>", "New"}
    assert theme.history.latest().history_user == editor
    assert not PendingImport.objects.exists()


def test_how_far_it_is_is_told_while_it_is_read(desk):
    state = make_state()
    rows = "".join(f"{state.slug},Name {number},variant\n" for number in range(600))

    sent = send(desk, "names", f"participant,name,kind\n{rows}")
    response = desk.get(sent["Location"])
    told = [part.decode() for part in response.streaming_content]

    assert [part for part in told if part.startswith("<p>")] == [
        "<p>250 of 600 rows read</p>\n",
        "<p>500 of 600 rows read</p>\n",
        "<p>600 of 600 rows read</p>\n",
    ]
    assert "Content-Encoding" not in response
    assert not Name.objects.exists()


def test_the_refused_rows_are_a_file(desk):
    make_state("Peru")
    sent = send(desk, "names", "participant,name,kind\nperu,A name,variant\nnowhere,=cmd,variant\n")
    page = look(desk, sent)
    pending = PendingImport.objects.get()

    file = desk.get(reverse("admin:spreadsheet-refused", args=[pending.pk])).content.decode()

    assert "Refused: <strong>1</strong>" in page
    assert "Save all" not in page
    assert file.splitlines() == [
        "\ufeffparticipant,name,kind,refused because",
        "nowhere,'=cmd,variant,participant: there is no participant “nowhere”",
    ]
    again = send(desk, "names", file.replace("nowhere,", "peru,"))
    assert "New: <strong>1</strong>" in look(desk, again)


def test_a_file_with_a_refused_row_is_not_saved(desk):
    make_state("Peru")
    sent = send(desk, "names", "participant,name,kind\nperu,A name,variant\nnowhere,B,variant\n")
    address = f"{sent['Location']}save/"

    page = desk.post(address, {"reason": "x"}, follow=False)

    assert page.status_code == 302
    assert not Name.objects.exists()
    assert PendingImport.objects.exists()


def test_a_file_is_not_saved_without_a_reason(desk):
    make_state("Peru")
    sent = send(desk, "names", "participant,name,kind\nperu,A name,variant\n")

    desk.post(f"{sent['Location']}save/", {"reason": " "})

    assert not Name.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"\x89PNG\r\n\x1a\n", "no text in UTF-8"),
        ("a.xlsx", b"PK\3\4 not really", "no XLSX workbook"),
        ("a.csv", b"slug,colour\nx,red", "There is no column “colour”"),
        ("a.csv", b"", "The submitted file is empty."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(editing_desk, name, content, said):
    page = send(editing_desk, "themes", content, name)

    assert page.status_code == 200
    assert said in page.content.decode()
    assert not PendingImport.objects.exists()


def test_a_table_goes_out_and_one_dialogue_of_it(desk):
    one = make_participation(make_dialogue(slug="one"))
    make_participation(make_dialogue(slug="two"))

    whole = desk.get(f"{INDEX}participations.csv")
    part = desk.get(f"{INDEX}participations.csv", {"dialogue": "one"}).content.decode()

    assert whole["Content-Disposition"] == 'attachment; filename="participations.csv"'
    assert len(whole.content.decode().splitlines()) == 3
    assert [line.split(",")[1] for line in part.splitlines()[1:]] == [one.key]
    assert desk.get(f"{INDEX}participations.xlsx").content[:2] == b"PK"


@pytest.mark.parametrize("address", ["nothing.csv", "themes.exe", "nothing/", "sent/99/"])
def test_what_is_not_there_is_not_found(desk, address):
    assert desk.get(f"{INDEX}{address}").status_code == 404


def test_a_contributor_takes_files_away_and_sends_none(drafting_desk):
    make_theme()

    assert drafting_desk.get(f"{INDEX}statements.csv").status_code == 200
    assert send(drafting_desk, "statements", "reference\n").status_code == 403
    assert "Send a file" not in drafting_desk.get(INDEX).content.decode()


def test_a_curator_sends_no_themes(desk):
    assert send(desk, "themes", "slug,label\nx,X\n").status_code == 403


def test_a_file_is_for_who_sent_it(editing_desk, client):
    sent = send(editing_desk, "names", "participant,name,kind\n")
    other = make_user("Another", "Editors")
    client.force_login(other, "django.contrib.auth.backends.ModelBackend")

    for address in ("", "refused.csv"):
        assert client.get(sent["Location"] + address).status_code == 404
    assert client.post(f"{sent['Location']}save/", {"reason": "x"}).status_code == 404


def test_what_nobody_saved_for_a_day_goes(desk):
    send(desk, "names", "participant,name,kind\n")
    PendingImport.objects.update(made_at=timezone.now() - timedelta(days=2))
    old = PendingImport.objects.get()

    send(desk, "names", "participant,name,kind\n")

    assert not PendingImport.objects.filter(pk=old.pk).exists()
