"""The pages to download and upload spreadsheets."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from dialogues.models import Name, PendingImport, Theme
from tests.conftest import make_user
from tests.html import squeeze
from tests.records import (
    make_dialogue,
    make_participation,
    make_state,
    make_theme,
)

pytestmark = pytest.mark.django_db

INDEX = "/admin/dialogues/pendingimport/"


def upload(client, table, content, name="sheet.csv"):
    file = SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())
    return client.post(f"{INDEX}{table}/", {"file": file})


def preview(client, response):
    return squeeze(b"".join(client.get(response["Location"]).streaming_content).decode())


def test_a_file_is_uploaded_previewed_and_saved(editor_client, editor):
    theme = make_theme("Before")

    uploaded = upload(editor_client, "themes", f"slug,label\n{theme.slug},<b>After</b>\nnew,New\n")
    page = preview(editor_client, uploaded)
    assert "New: <strong>1</strong>" in page
    assert "Changed: <strong>1</strong>" in page
    assert (
        '<td class="multiline">Before</td><td class="multiline">&lt;b&gt;After&lt;/b&gt;</td>'
        in page
    )
    theme.refresh_from_db()
    assert theme.label == "Before"

    pending = PendingImport.objects.get()
    address = reverse("admin:spreadsheet-save", args=[pending.pk])
    done = editor_client.post(address, {"reason": "From the sheet"}, follow=True)

    assert "2 records saved." in done.content.decode()
    assert set(Theme.objects.values_list("label", flat=True)) == {"<b>After</b>", "New"}
    assert theme.history.latest().history_user == editor
    assert not PendingImport.objects.exists()


def test_the_preview_reports_its_progress(curator_client):
    state = make_state()
    rows = "".join(f"{state.slug},Name {number},variant\n" for number in range(600))

    uploaded = upload(curator_client, "names", f"participant,name,kind\n{rows}")
    response = curator_client.get(uploaded["Location"])
    parts = [part.decode() for part in response.streaming_content]

    assert [part for part in parts if part.startswith("<p>")] == [
        "<p>250 of 600 rows read</p>\n",
        "<p>500 of 600 rows read</p>\n",
        "<p>600 of 600 rows read</p>\n",
    ]
    assert "Content-Encoding" not in response
    assert not Name.objects.exists()


def test_the_rejected_rows_can_be_downloaded(curator_client):
    make_state("Peru")
    uploaded = upload(
        curator_client,
        "names",
        "participant,name,kind\nperu,A name,variant\nnowhere,=cmd,variant\n",
    )
    page = preview(curator_client, uploaded)
    pending = PendingImport.objects.get()

    file = curator_client.get(
        reverse("admin:spreadsheet-rejected", args=[pending.pk])
    ).content.decode()

    assert "Rejected: <strong>1</strong>" in page
    assert "Save all" not in page
    assert file.splitlines() == [
        "\ufeffparticipant,name,kind,refused because",
        "nowhere,'=cmd,variant,participant: there is no participant “nowhere”",
    ]
    again = upload(curator_client, "names", file.replace("nowhere,", "peru,"))
    assert "New: <strong>1</strong>" in preview(curator_client, again)


def test_a_file_with_a_rejected_row_is_not_saved(curator_client):
    make_state("Peru")
    uploaded = upload(
        curator_client, "names", "participant,name,kind\nperu,A name,variant\nnowhere,B,variant\n"
    )
    address = f"{uploaded['Location']}save/"

    page = curator_client.post(address, {"reason": "x"}, follow=False)

    assert page.status_code == 302
    assert not Name.objects.exists()
    assert PendingImport.objects.exists()


def test_a_file_is_not_saved_without_a_reason(curator_client):
    make_state("Peru")
    uploaded = upload(curator_client, "names", "participant,name,kind\nperu,A name,variant\n")

    curator_client.post(f"{uploaded['Location']}save/", {"reason": " "})

    assert not Name.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.csv", b"\x89PNG\r\n\x1a\n", "not in UTF-8"),
        ("a.xlsx", b"PK\3\4 not really", "not an XLSX workbook"),
        ("a.csv", b"label,colour\nx,red", "The column “slug” is missing"),
        ("a.csv", b"", "The submitted file is empty."),
    ],
)
def test_an_unreadable_file_is_refused_with_a_reason(editor_client, name, content, problem):
    page = upload(editor_client, "themes", content, name)

    assert page.status_code == 200
    assert problem in page.content.decode()
    assert not PendingImport.objects.exists()


def test_a_table_is_downloaded_whole_or_for_one_dialogue(curator_client):
    participation = make_participation(make_dialogue(slug="one"))
    make_participation(make_dialogue(slug="two"))

    whole = curator_client.get(f"{INDEX}participations.csv")
    part = curator_client.get(f"{INDEX}participations.csv", {"dialogue": "one"}).content.decode()

    assert whole["Content-Disposition"] == 'attachment; filename="participations.csv"'
    assert len(whole.content.decode().splitlines()) == 3
    assert [line.split(",")[1] for line in part.splitlines()[1:]] == [participation.key]
    assert curator_client.get(f"{INDEX}participations.xlsx").content[:2] == b"PK"


@pytest.mark.parametrize("address", ["nothing.csv", "themes.exe", "nothing/", "sent/99/"])
def test_an_unknown_table_format_or_upload_is_not_found(curator_client, address):
    assert curator_client.get(f"{INDEX}{address}").status_code == 404


def test_a_contributor_downloads_files_and_cannot_upload(contributor_client):
    make_theme()

    assert contributor_client.get(f"{INDEX}statements.csv").status_code == 200
    assert upload(contributor_client, "statements", "reference\n").status_code == 403
    assert "Upload a file" not in contributor_client.get(INDEX).content.decode()


def test_a_curator_cannot_upload_themes(curator_client):
    assert upload(curator_client, "themes", "slug,label\nx,X\n").status_code == 403


def test_an_upload_is_only_for_its_user(editor_client, client):
    uploaded = upload(editor_client, "names", "participant,name,kind\n")
    other = make_user("Another", "Editors")
    client.force_login(other, "django.contrib.auth.backends.ModelBackend")

    for address in ("", "refused.csv"):
        assert client.get(uploaded["Location"] + address).status_code == 404
    assert client.post(f"{uploaded['Location']}save/", {"reason": "x"}).status_code == 404


def test_an_upload_is_deleted_after_a_day(curator_client):
    upload(curator_client, "names", "participant,name,kind\n")
    PendingImport.objects.update(made_at=timezone.now() - timedelta(days=2))
    old = PendingImport.objects.get()

    upload(curator_client, "names", "participant,name,kind\n")

    assert not PendingImport.objects.filter(pk=old.pk).exists()
