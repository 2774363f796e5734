"""A rejected or interrupted load changes nothing."""

import os
import shutil
import signal
import subprocess
import sys

import psycopg
import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from dialogues.collection.loading import load
from dialogues.collection.tables import FILES
from dialogues.models import Participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """A copy of the collection's files that a test may change."""
    return shutil.copytree(FILES, tmp_path / "files")


@pytest.mark.once
@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("nordic", "nowhere", "no participant is called 'nowhere'"),
        ("2013-07-01", "2013-13-01", "2013-13-01"),
        ("observer", "guest", "guest"),
    ],
)
def test_a_bad_cell_loads_nothing_and_is_named(folder, before, after, problem):
    path = folder / "memberships.csv"
    path.write_text(path.read_text().replace(before, after))

    with pytest.raises(ValidationError) as refused:
        load(folder)

    assert "memberships.csv" in str(refused.value)
    assert problem in str(refused.value)
    assert Participant.objects.count() == 0


@pytest.fixture
def short_folder(folder):
    """The same without names and memberships, which no other file needs and which take longest."""
    for name in ("names.csv", "memberships.csv"):
        path = folder / name
        path.write_text(path.read_text().partition("\n")[0] + "\n")
    return folder


@pytest.mark.once
@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            "    summary: Called the Code",
            "    sumary: Called the Code",
            "no column called 'sumary'",
        ),
        ("dialogue:", "dialog:", "no section called 'dialog'"),
        ("participations:", "participation:", "no section called 'participation'"),
        ("slug: unga", "slug: !!python/object/apply:os.getcwd []\n  x: unga", "os.getcwd"),
        ("statements:", "statements: [", "unga-2017-09-06.yaml"),
        ("participation: liechtenstein", "participation: nobody", "is called 'nobody'"),
    ],
)
def test_a_bad_dialogue_file_loads_nothing_and_is_named(short_folder, before, after, problem):
    path = short_folder / "dialogues" / "unga-2017-09-06.yaml"
    path.write_text(path.read_text().replace(before, after, 1))

    with pytest.raises(CommandError, match="Nothing was loaded") as refused:
        call_command("load_collection", str(short_folder))

    assert problem in str(refused.value)
    assert Participant.objects.count() == 0


@pytest.mark.once
@pytest.mark.parametrize("header", ["participant,name,kind,since,until", "", "name,participant"])
def test_a_spreadsheet_without_a_column_is_refused(folder, header):
    path = folder / "names.csv"
    path.write_text(header + "\n" + path.read_text().split("\n", 1)[1])

    with pytest.raises(CommandError, match="names.csv: .*the columns must be participant, name"):
        call_command("load_collection", str(folder))


@pytest.mark.once
def test_a_collection_without_dialogues_is_refused(short_folder):
    shutil.rmtree(short_folder / "dialogues")

    with pytest.raises(CommandError, match="there is no dialogue in dialogues/"):
        call_command("load_collection", str(short_folder))


@pytest.mark.once
@pytest.mark.parametrize("name", ["participants.csv", "sources.yaml"])
def test_a_missing_or_unreadable_file_is_named(short_folder, name):
    (short_folder / name).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CommandError, match=f"Nothing was loaded.*{name}"):
        call_command("load_collection", str(short_folder))

    (short_folder / name).unlink()
    with pytest.raises(CommandError, match=f"Nothing was loaded.*{name}"):
        call_command("load_collection", str(short_folder))


def test_a_missing_folder_is_named():
    with pytest.raises(CommandError, match="There is no folder 'nowhere'."):
        call_command("load_collection", "nowhere")


KILLED_HALF_WAY = """
import itertools, os, signal
import django
django.setup()
from django.core.management import call_command
from django.db.models.signals import post_save
saves = itertools.count()
post_save.connect(
    lambda **kwargs: next(saves) == 700 and os.kill(os.getpid(), signal.SIGKILL), weak=False
)
call_command("migrate", verbosity=0)
call_command("load_collection")
"""
COUNT = """
import django
django.setup()
from django.apps import apps
print(sum(one.objects.count() for one in apps.get_app_config("dialogues").get_models()))
"""


@pytest.fixture
def own_database(tmp_path, django_db_blocker):
    """The environment of a process with an empty database of its own, of the engine under test."""
    environment = os.environ | {"VAR_DIR": str(tmp_path)}
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        yield environment
        return
    url, name = os.environ["DATABASE_URL"].rsplit("/", 1)
    own = f"killed_{os.getpid()}"
    host = settings.DATABASES["default"]["HOST"]
    with psycopg.connect(host=host, dbname=name, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {own}")
        yield environment | {"DATABASE_URL": f"{url}/{own}"}
        connection.execute(f"DROP DATABASE {own} WITH (FORCE)")


def test_a_killed_load_changes_nothing_and_can_be_run_again(own_database):
    def python(code):
        return subprocess.run(
            [sys.executable, "-c", code], env=own_database, capture_output=True, text=True
        )

    killed = python(KILLED_HALF_WAY)

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert python(COUNT).stdout == "0\n"
    again = python(KILLED_HALF_WAY.replace("== 700", "== -1"))
    assert again.stdout == "1364 added, 0 changed, 0 unchanged\n", again.stderr
