"""Copies of the collection's files that a test may change."""

import csv
import re
import shutil

import pytest

from dialogues.collection import files
from dialogues.collection.tables import FILES

DIALOGUE = "unga-2017-09-06.yaml"


@pytest.fixture
def short_folder(tmp_path, short_files):
    """The collection with one dialogue in full and little else: it loads in a tenth of the time."""
    return shutil.copytree(short_files, tmp_path / "short-files")


@pytest.fixture(scope="session")
def short_files(tmp_path_factory):
    folder = shutil.copytree(FILES, tmp_path_factory.mktemp("collection") / "files")
    for name in ("names.csv", "memberships.csv", "theme-aliases.csv", "ledger.csv"):
        path = folder / name
        path.write_text(path.read_text().partition("\n")[0] + "\n")
    for name in ("engagements.yaml", "votes.yaml", "figures.yaml"):
        (folder / name).write_text("[]\n")
    for path in (folder / "dialogues").iterdir():
        if path.name != DIALOGUE:
            path.write_text(re.split(r"\n(?=\w+:)", path.read_text())[0] + "\n")
    content = (folder / "dialogues" / DIALOGUE).read_text()
    sources = files.read_yaml(folder / "sources.yaml")["sources"]
    sources = [row for row in sources if row["slug"] in content]
    files.write_yaml(folder / "sources.yaml", {"sources": sources, "notes": []})
    texts = "".join(path.read_text() for path in folder.rglob("*.yaml"))
    _drop_unnamed(folder / "participants.csv", texts)
    _drop_unnamed(folder / "people.csv", texts)
    return folder


def _drop_unnamed(path, texts):
    """Drop the rows of what no text names by its slug."""
    with path.open(newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if row["slug"] in texts]
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames)
        writer.writeheader()
        writer.writerows(rows)
