"""Copies of the collection's files that a test may change."""

import csv
import re
import shutil

import pytest

from dialogues.collection.tables import FILES

DIALOGUE = "unga-2017-09-06.yaml"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FILES, tmp_path / "files")


@pytest.fixture
def short_folder(tmp_path, short_files):
    """The same with one dialogue in full and little else, which loads in a third of the time."""
    return shutil.copytree(short_files, tmp_path / "short-files")


@pytest.fixture(scope="session")
def short_files(tmp_path_factory):
    folder = shutil.copytree(FILES, tmp_path_factory.mktemp("collection") / "files")
    for name in ("names.csv", "memberships.csv", "theme-aliases.csv"):
        path = folder / name
        path.write_text(path.read_text().partition("\n")[0] + "\n")
    for path in (folder / "dialogues").iterdir():
        if path.name != DIALOGUE:
            path.write_text(re.split(r"\n(?=\w+:)", path.read_text())[0] + "\n")
    _drop_unnamed(folder / "participants.csv", "".join(_texts(folder)))
    return folder


def _texts(folder):
    return (path.read_text() for path in folder.rglob("*.yaml"))


def _drop_unnamed(path, texts):
    """Drop the participants that no text names by its slug."""
    with path.open(newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if row["slug"] in texts]
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames)
        writer.writeheader()
        writer.writerows(rows)
