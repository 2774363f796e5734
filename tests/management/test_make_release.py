"""The command that makes a release."""

import pytest
from django.core.management import CommandError, call_command

from tests.records import make_statement

pytestmark = pytest.mark.django_db


def make_release(folder, **options):
    call_command("make_release", folder=folder, verbosity=0, **options)


def test_a_release_needs_the_address_of_the_site(tmp_path, settings):
    settings.SITE_ADDRESS = ""

    with pytest.raises(CommandError, match="Set SITE_ADDRESS or give --address"):
        make_release(tmp_path, address="")


def test_a_release_needs_an_edition(tmp_path):
    with pytest.raises(CommandError, match="Nothing has been published yet"):
        make_release(tmp_path, address="https://r2p.example")


def test_a_release_is_made_once(tmp_path):
    make_statement()
    make_release(tmp_path, address="https://r2p.example/")
    make_release(tmp_path, address="https://other.example")
    make_release(tmp_path, address="https://r2p.example", check=True)

    with pytest.raises(CommandError, match="exists and differs from this build"):
        make_release(tmp_path, address="https://other.example", check=True)


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path):
    make_statement()
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match="Cannot write to .*file"):
        make_release(tmp_path / "file", address="https://r2p.example")
