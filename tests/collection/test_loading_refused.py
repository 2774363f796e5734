"""A rejected or interrupted load changes nothing."""

import os
import shutil
import signal
from io import StringIO
from itertools import count

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models.signals import post_save

from dialogues.collection.loading import load
from dialogues.models import Participant

pytestmark = [pytest.mark.long, pytest.mark.django_db]


MEMBERSHIP = "nordic,norway,observer,2013-07-01,,,,,,\n"


@pytest.mark.once
@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("nordic", "nowhere", "no participant is called 'nowhere'"),
        ("2013-07-01", "2013-13-01", "2013-13-01"),
        ("observer", "guest", "guest"),
    ],
)
def test_a_bad_cell_loads_nothing_and_is_named(short_folder, before, after, problem):
    path = short_folder / "memberships.csv"
    path.write_text(path.read_text() + MEMBERSHIP.replace(before, after))

    with pytest.raises(ValidationError) as refused:
        load(short_folder)

    assert "memberships.csv" in str(refused.value)
    assert problem in str(refused.value)
    assert Participant.objects.count() == 0


@pytest.mark.once
@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            "    provenance: quoted",
            "    provenence: quoted",
            "no column called 'provenence'",
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
def test_a_spreadsheet_without_a_column_is_refused(short_folder, header):
    path = short_folder / "names.csv"
    path.write_text(header + "\n" + path.read_text().split("\n", 1)[1])

    with pytest.raises(CommandError, match="names.csv: .*the columns must be participant, name"):
        call_command("load_collection", str(short_folder))


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


def load_until_killed(folder):
    """Load a collection; the process ends at once when half of the records are saved."""
    saves = count()

    def kill_half_way(**kwargs):
        if next(saves) == 50:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        post_save.connect(kill_half_way)
        call_command("load_collection", folder)
    finally:
        os._exit(1)


@pytest.mark.django_db(transaction=True)
def test_a_killed_load_changes_nothing_and_can_be_run_again(short_folder):
    connection.close()  # the child opens its own
    process = os.fork()
    if not process:
        load_until_killed(str(short_folder))
    _pid, status = os.waitpid(process, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    models = apps.get_app_config("dialogues").get_models()
    assert sum(model.objects.count() for model in models) == 0
    out = StringIO()
    call_command("load_collection", str(short_folder), stdout=out)
    assert out.getvalue() == "97 added, 0 changed, 0 unchanged\n"
