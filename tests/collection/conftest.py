"""Copies of the collection's files that a test may change."""

import shutil

import pytest

from tests.collection.short_files import write_short_files


@pytest.fixture
def short_folder(tmp_path, short_files):
    return shutil.copytree(short_files, tmp_path / "short-files")


@pytest.fixture(scope="session")
def short_files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("collection") / "files"
    write_short_files(folder)
    return folder


@pytest.fixture(scope="module")
def short_collection(databases, django_db_setup, django_db_blocker):
    """A database with the short collection for all tests of a module."""
    with django_db_blocker.unblock(), databases.use("short"):
        yield
