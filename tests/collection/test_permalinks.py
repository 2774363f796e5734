"""A site moved to another database with its files keeps its links: the bytes are the same."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from dialogues import publishing
from dialogues.collection.exporting import export
from dialogues.collection.loading import load
from dialogues.collection.permalinks import export_permanent, load_versions
from dialogues.merging import merge_statements
from dialogues.models import (
    FrozenResult,
    Redirection,
    Version,
    open_edition,
)
from tests.records import (
    make_dialogue,
    make_participation,
    make_source,
    make_statement,
    make_theme,
)

# In PostgreSQL nothing is emptied inside a transaction.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def moved_site(client, tmp_path):
    """The files of a site with corrections, merges and withdrawals, and what its links answered."""
    dialogue, source = make_dialogue(slug="a-dialogue"), make_source()
    theme = make_theme(slug="early-warning")
    made = {"dialogue": dialogue, "source": source, "themes": [theme]}
    corrected, duplicate, survivor, withdrawn = (
        make_statement(participation=make_participation(dialogue, source=source), **made)
        for _n in range(4)
    )
    with open_edition("A misprint"):
        corrected.summary = "Corrected."
        corrected.save()
    merge_statements(duplicate, survivor, "Entered twice")
    publishing.withdraw([withdrawn], "Attributed to the wrong state")
    theme.slug = "early-warnings"
    theme.save()
    client.post("/results/new/?year=2017")
    export(tmp_path)
    export_permanent(tmp_path)
    addresses = [f"{corrected.get_absolute_url()}v{n}/" for n in (1, 2)]
    addresses += [f"{duplicate.get_absolute_url()}v1/", f"{corrected.get_absolute_url()}v1.json"]
    addresses += [statement.get_absolute_url() for statement in (duplicate, withdrawn)]
    addresses += ["/themes/early-warning/", FrozenResult.objects.get().get_absolute_url()]
    pages = {address: answer_of(client, address) for address in addresses}
    call_command("flush", interactive=False, verbosity=0)
    return tmp_path, pages


def answer_of(client, address):
    response = client.get(address)
    is_frozen = re.search(r"/v\d+[./]", address)
    content = response.content if is_frozen else response.get("Location", "")
    return response.status_code, content


def test_every_link_answers_as_before(client, moved_site):
    folder, pages = moved_site

    load(folder)

    assert {address: answer_of(client, address) for address in pages} == pages
    assert sorted(status for status, _content in pages.values()) == [
        *[200] * 5,
        *[301] * 2,
        410,
    ]
    assert "Attributed to the wrong state" in Redirection.objects.get(why="withdrawn").reason


def test_nothing_is_frozen_again_and_a_second_load_adds_nothing(moved_site):
    folder, _pages = moved_site

    load(folder)

    assert Version.objects.count() == 5
    assert load(folder).added == 0


def test_a_second_export_is_the_same(moved_site, tmp_path_factory):
    folder, _pages = moved_site
    load(folder)
    again = tmp_path_factory.mktemp("again")

    call_command("export_collection", again, "--permanent", verbosity=0)

    files = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("permanent/*")}
    assert {path: (again / path).read_bytes() for path in files} == files
    assert len(files) == 3


@pytest.mark.parametrize("line", ["{", "[]", "1", '{"made_at": "x"}', '{"made_at": "2026-01-01"}'])
def test_an_invalid_line_is_named(tmp_path, line):
    (tmp_path / "permanent").mkdir()
    (tmp_path / "permanent" / "versions.jsonl").write_text(line)

    with pytest.raises(ValidationError, match="versions.jsonl, line 1: "):
        load_versions(tmp_path)
