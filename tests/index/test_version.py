"""An index that was built in another way is not used: INDEX_VERSION changes with its content."""

import json
from datetime import date
from hashlib import sha256

import pytest

from dialogues.index.documents import entries
from dialogues.index.schema import INDEX_VERSION, open_folder, stems, words
from tests.records import (
    make_dialogue,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db

# INDEX_VERSION, and the digest of what an index of that version holds.
PINNED = (4, "2eb3aab9a3fa90260cde9d04b4cc7371de9c610f3ce6fd21da300b877e733ad7")
RAISE_IT = (
    "The index holds something else now. Raise INDEX_VERSION in dialogues/index/schema.py, so that "
    "sites rebuild their index, and pin the new version and digest here."
)


def test_the_version_is_raised_when_the_content_changes(tmp_path):
    content = [fields(tmp_path), analysed(), [plain(entry) for entry in entries(collection())]]
    digest = sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    assert (INDEX_VERSION, digest) == PINNED, f"{RAISE_IT} Digest: {digest}"


def fields(folder):
    """The fields of the schema with their options."""
    open_folder(folder, new=True)
    return json.loads((folder / "meta.json").read_text())["schema"]


def analysed():
    text = "Côte d’Ivoire's vetoes, non-state A/RES/60/1 ﬁ اليمن اليـمن wo\u00adrd Международный "
    text += "x" * 300
    return [stems(text), stems(text, "fr"), stems(text, "es-MX"), words(text)]


def plain(entry):
    """An entry without what is random."""
    return [entry.date_key, entry.speaker_key, entry.filters, entry.texts]


def collection():
    """The keys of three statements that fill every field; the keys and names are fixed."""
    regional = make_group("Northern States", pk=9001, short_name="North", slug="north")
    network = make_group("Friends", pk=9002, slug="friends", group_kind="network")
    ivory = make_state("Côte d’Ivoire", pk=9003, short_name="Ivory Coast", slug="ivory")
    other = make_state("Otherland", pk=9004, slug="other")
    for name, kind in (("Old Ivory", "former"), ("Ivry", "misprint")):
        ivory.names.create(name=name, kind=kind)
    # No statement is written in the language of these.
    ivory.names.create(name="ساحل العاج", kind="un-term", language="ar")
    make_membership(regional, ivory, until=date(2012, 1, 1))
    make_membership(network, ivory, since=date(2012, 1, 1))
    parent = make_theme("Prevention", pk=9001, slug="prevention", position=1)
    theme = make_theme("Early warning", pk=9002, slug="warning", position=2, parent=parent)
    theme.aliases.create(alias="Alarm")
    theme.aliases.create(alias="预警", language="zh")
    source = make_source(title="Report", slug="report", symbols="A/1")
    first = make_dialogue(
        pk=9001, title="Ten years", slug="first", held_on=date(2016, 3, 3), report_symbols="A/2"
    )
    second = make_dialogue(
        pk=9002, title="Cancelled", slug="second", held_on=None, year=2020, format="not-held"
    )
    joint = make_participation(
        first,
        ivory,
        source=source,
        capacity="on-behalf",
        on_behalf_of=network,
        on_behalf_of_as_printed="the Friends",
        printed_group=regional,
        name_as_printed="Ivry",
    )
    make_participation(
        first, other, source=source, status="represented", represented_by=joint, position=1
    )
    person = make_person("Ms. Éva", slug="eva", also_known_as="Eva")
    adviser = make_participation(
        second, person=person, source=source, office="Adviser", capacity="panel"
    )
    shared = {"source": source, "provenance": "quoted-in-summary", "stance": "supports"}
    statements = [
        make_statement(
            participation=joint,
            themes=[theme],
            situations=[other],
            text="“The first.”\n\n“The second.”",
            translation="Translated.",
            summary="A summary.",
            source_word="urged",
            editor_note="A note.",
            position=1,
            **shared,
        ),
        make_statement(
            participation=adviser, summary="Another.", text="Words.", position=2, **shared
        ),
        make_statement(
            first, attribution="some", summary="Unattributed.", position=3, source=source
        ),
    ]
    return [statement.pk for statement in statements]
