"""The collection with a part of one dialogue and little else: it loads in no time."""

import csv
import shutil

from dialogues.collection import files
from dialogues.collection.tables import FILES

DIALOGUE = "unga-2017-09-06.yaml"
# A quotation, statements of a state, of a group and of unnamed states, and their speakers.
STATEMENTS = {"ct4bm40", "jv5x764", "anbkhtq", "w5qsg9b"}
# Rows that tests change.
NAMES = {"myanmar"}
MEMBERSHIPS = {("asia-pacific", "tonga"), ("african", "south-sudan")}


def write_short_files(folder):
    """Write a short copy of the collection's files to a folder that does not exist yet."""
    shutil.copytree(FILES, folder)
    for name in ("theme-aliases.csv", "ledger.csv"):
        _keep_rows(folder / name, lambda row: False)
    _keep_rows(folder / "names.csv", lambda row: row["participant"] in NAMES)
    _keep_rows(folder / "memberships.csv", lambda row: (row["group"], row["member"]) in MEMBERSHIPS)
    for name in ("engagements.yaml", "votes.yaml", "figures.yaml"):
        (folder / name).write_text("[]\n")
    for path in (folder / "dialogues").iterdir():
        if path.name == DIALOGUE:
            _shorten(path)
        else:
            path.unlink()
    _drop_unused(folder)


def _shorten(path):
    """Keep some statements, their speakers, five more speakers and a figure of a dialogue."""
    content = files.read_yaml(path)
    content["statements"] = [row for row in content["statements"] if row["reference"] in STATEMENTS]
    speakers = {row.get("participation") for row in content["statements"]}
    rows = content["participations"]
    content["participations"] = [row for row in rows[:-5] if row["key"] in speakers] + rows[-5:]
    content["figures"] = content["figures"][:1]
    files.write_yaml(path, content)


def _drop_unused(folder):
    """Drop the sources, participants and people that no other file names."""
    names = ["names.csv", "memberships.csv", "themes.csv", f"dialogues/{DIALOGUE}"]
    texts = "".join((folder / name).read_text() for name in names)
    for name in ("participants.csv", "people.csv"):
        _keep_rows(folder / name, lambda row: row["slug"] in texts)
    sources = files.read_yaml(folder / "sources.yaml")["sources"]
    sources = [row for row in sources if row["slug"] in texts]
    for row in sources:
        row["dialogues"] = [name for name in row.get("dialogues", []) if f"{name}.yaml" == DIALOGUE]
    files.write_yaml(folder / "sources.yaml", {"sources": sources, "notes": []})


def _keep_rows(path, is_kept):
    with path.open(newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if is_kept(row)]
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames)
        writer.writeheader()
        writer.writerows(rows)
