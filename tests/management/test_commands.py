from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from dialogues.collection import files
from dialogues.collection.tables import FILES
from tests.records import make_state

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_the_first_curator_is_made_once_and_can_sign_in(client):
    said = run("make_curator")
    password = said.splitlines()[0].rsplit(" ", 1)[1]

    assert client.login(username="curator", password=password)
    assert client.get("/admin/dialogues/statement/").status_code == 200
    assert run("make_curator") == ""
    assert User.objects.count() == 1


def test_export_says_how_many_records_it_wrote(tmp_path):
    make_state("Utopia")

    assert run("export_collection", str(tmp_path)) == f"1 records written to {tmp_path}\n"
    assert files.read_csv(tmp_path / "participants.csv") == [
        {"kind": "state", "slug": "utopia", "name": "Utopia"}
    ]
    assert {path.name for path in tmp_path.iterdir()} == {
        path.name for path in FILES.iterdir() if path.is_file()
    }
