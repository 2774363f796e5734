from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from dialogues.collection import files
from dialogues.collection.tables import FILES
from tests.records import make_dialogue, make_state

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_the_first_editor_is_made_once_and_can_sign_in(client):
    output = run("make_curator")
    password = output.splitlines()[0].rsplit(" ", 1)[1]

    client.post("/admin/login/", {"username": "curator", "password": password})
    assert client.get("/admin/dialogues/statement/").status_code == 200
    assert run("make_curator") == ""
    assert User.objects.count() == 1


def test_export_removes_the_files_of_deleted_dialogues(tmp_path):
    make_dialogue(slug="kept")
    run("export_collection", str(tmp_path))
    (tmp_path / "dialogues" / "gone.yaml").write_text("dialogue: {}")

    run("export_collection", str(tmp_path))

    assert [path.name for path in (tmp_path / "dialogues").iterdir()] == ["kept.yaml"]


def test_export_says_where_it_cannot_write(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match="Cannot write to"):
        run("export_collection", str(tmp_path / "file"))


def test_export_says_how_many_records_it_wrote(tmp_path):
    make_state("Utopia")

    assert run("export_collection", str(tmp_path)) == f"1 records written to {tmp_path}\n"
    assert files.read_csv(tmp_path / "participants.csv") == [
        {"kind": "state", "slug": "utopia", "name": "Utopia"}
    ]
    assert {path.name for path in tmp_path.iterdir()} == {
        path.name for path in FILES.iterdir() if path.is_file()
    }
