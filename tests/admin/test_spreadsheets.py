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


def send(curator_client, table, content, name="sheet.csv"):
    file = SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())
    return curator_client.post(f"{INDEX}{table}/", {"file": file})


def look(curator_client, response):
    return b"".join(curator_client.get(response["Location"]).streaming_content).decode()


def test_a_file_is_sent_seen_and_saved(editor_client, editor):
    theme = make_theme("Before")

    sent = send(editor_client, "themes", f"slug,label\n{theme.slug},<b>After</b>\nnew,New\n")
    page = look(editor_client, sent)
    assert "New: <strong>1</strong>" in page
    assert "Changed: <strong>1</strong>" in page
    assert '<td class="said">Before</td><td class="said">&lt;b&gt;After&lt;/b&gt;</td>' in page
    theme.refresh_from_db()
    assert theme.label == "Before"

    pending = PendingImport.objects.get()
    address = reverse("admin:spreadsheet-save", args=[pending.pk])
    done = editor_client.post(address, {"reason": "From the sheet"}, follow=True)

    assert "2 records saved." in done.content.decode()
    assert set(Theme.objects.values_list("label", flat=True)) == {"<b>After</b>", "New"}
    assert theme.history.latest().history_user == editor
    assert not PendingImport.objects.exists()


def test_how_far_it_is_is_told_while_it_is_read(curator_client):
    state = make_state()
    rows = "".join(f"{state.slug},Name {number},variant\n" for number in range(600))

    sent = send(curator_client, "names", f"participant,name,kind\n{rows}")
    response = curator_client.get(sent["Location"])
    told = [part.decode() for part in response.streaming_content]

    assert [part for part in told if part.startswith("<p>")] == [
        "<p>250 of 600 rows read</p>\n",
        "<p>500 of 600 rows read</p>\n",
        "<p>600 of 600 rows read</p>\n",
    ]
    assert "Content-Encoding" not in response
    assert not Name.objects.exists()


def test_the_refused_rows_are_a_file(curator_client):
    make_state("Peru")
    sent = send(
        curator_client,
        "names",
        "participant,name,kind\nperu,A name,variant\nnowhere,=cmd,variant\n",
    )
    page = look(curator_client, sent)
    pending = PendingImport.objects.get()

    file = curator_client.get(
        reverse("admin:spreadsheet-rejected", args=[pending.pk])
    ).content.decode()

    assert "Refused: <strong>1</strong>" in page
    assert "Save all" not in page
    assert file.splitlines() == [
        "\ufeffparticipant,name,kind,refused because",
        "nowhere,'=cmd,variant,participant: there is no participant “nowhere”",
    ]
    again = send(curator_client, "names", file.replace("nowhere,", "peru,"))
    assert "New: <strong>1</strong>" in look(curator_client, again)


def test_a_file_with_a_refused_row_is_not_saved(curator_client):
    make_state("Peru")
    sent = send(
        curator_client, "names", "participant,name,kind\nperu,A name,variant\nnowhere,B,variant\n"
    )
    address = f"{sent['Location']}save/"

    page = curator_client.post(address, {"reason": "x"}, follow=False)

    assert page.status_code == 302
    assert not Name.objects.exists()
    assert PendingImport.objects.exists()


def test_a_file_is_not_saved_without_a_reason(curator_client):
    make_state("Peru")
    sent = send(curator_client, "names", "participant,name,kind\nperu,A name,variant\n")

    curator_client.post(f"{sent['Location']}save/", {"reason": " "})

    assert not Name.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"\x89PNG\r\n\x1a\n", "not in UTF-8"),
        ("a.xlsx", b"PK\3\4 not really", "not an XLSX workbook"),
        ("a.csv", b"slug,colour\nx,red", "There is no column “colour”"),
        ("a.csv", b"", "The submitted file is empty."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(editor_client, name, content, said):
    page = send(editor_client, "themes", content, name)

    assert page.status_code == 200
    assert said in page.content.decode()
    assert not PendingImport.objects.exists()


def test_a_table_goes_out_and_one_dialogue_of_it(curator_client):
    one = make_participation(make_dialogue(slug="one"))
    make_participation(make_dialogue(slug="two"))

    whole = curator_client.get(f"{INDEX}participations.csv")
    part = curator_client.get(f"{INDEX}participations.csv", {"dialogue": "one"}).content.decode()

    assert whole["Content-Disposition"] == 'attachment; filename="participations.csv"'
    assert len(whole.content.decode().splitlines()) == 3
    assert [line.split(",")[1] for line in part.splitlines()[1:]] == [one.key]
    assert curator_client.get(f"{INDEX}participations.xlsx").content[:2] == b"PK"


@pytest.mark.parametrize("address", ["nothing.csv", "themes.exe", "nothing/", "sent/99/"])
def test_what_is_not_there_is_not_found(curator_client, address):
    assert curator_client.get(f"{INDEX}{address}").status_code == 404


def test_a_contributor_takes_files_away_and_sends_none(contributor_client):
    make_theme()

    assert contributor_client.get(f"{INDEX}statements.csv").status_code == 200
    assert send(contributor_client, "statements", "reference\n").status_code == 403
    assert "Send a file" not in contributor_client.get(INDEX).content.decode()


def test_a_curator_sends_no_themes(curator_client):
    assert send(curator_client, "themes", "slug,label\nx,X\n").status_code == 403


def test_a_file_is_for_who_sent_it(editor_client, client):
    sent = send(editor_client, "names", "participant,name,kind\n")
    other = make_user("Another", "Editors")
    client.force_login(other, "django.contrib.auth.backends.ModelBackend")

    for address in ("", "refused.csv"):
        assert client.get(sent["Location"] + address).status_code == 404
    assert client.post(f"{sent['Location']}save/", {"reason": "x"}).status_code == 404


def test_what_nobody_saved_for_a_day_goes(curator_client):
    send(curator_client, "names", "participant,name,kind\n")
    PendingImport.objects.update(made_at=timezone.now() - timedelta(days=2))
    old = PendingImport.objects.get()

    send(curator_client, "names", "participant,name,kind\n")

    assert not PendingImport.objects.filter(pk=old.pk).exists()
