"""manage.py import_document stores what read_document prints; read_documents does what waits."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dialogues.imports.review.storing import bring_in
from dialogues.models import Dialogue, DocumentImport, ImportProposal, SourceDocument, Statement
from tests.imports.review.imported import TEXT, make_names
from tests.records import make_dialogue, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "summary.txt"
    path.write_text(TEXT)
    return path


def run(path, **options):
    """What the command prints: (the document, the report)."""
    out, err = StringIO(), StringIO()
    call_command("import_document", str(path), stdout=out, stderr=err, **options)
    return json.loads(out.getvalue()), err.getvalue()


def test_source_dialogue_and_proposals_are_stored(path):
    make_names()

    document, report = run(path)

    document_import = DocumentImport.objects.get()
    assert report == (
        f"Import {document_import.pk}: source {document_import.source.slug}, "
        "11 proposals are open.\n"
    )
    assert document_import.dialogue.slug == "unga-2024-07-01"
    assert len(document["proposals"]) == 12  # and the dialogue's own
    assert not Statement.objects.exists()


def test_the_same_file_proposes_nothing_new(path):
    make_names()
    first = run(path)
    before = list(ImportProposal.objects.values())

    assert run(path) == first

    assert list(ImportProposal.objects.values()) == before
    assert DocumentImport.objects.count() == SourceDocument.objects.count() == 1


def test_a_dry_run_prints_the_same_and_stores_nothing(path):
    make_names()

    printed, _report = run(path, dry_run=True)

    assert not DocumentImport.objects.exists()
    assert not SourceDocument.objects.exists()
    assert run(path)[0] == printed


def test_the_dialogue_and_the_source_can_be_given(path):
    dialogue, source = make_dialogue(slug="mine", status="draft"), make_source(slug="its-source")

    run(path, dialogue="mine", source="its-source")

    document_import = DocumentImport.objects.get()
    assert (document_import.dialogue, document_import.source) == (dialogue, source)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"dialogue": "nowhere"}, "No dialogue has the address “nowhere”."),
        ({"source": "nowhere"}, "No source document has the address “nowhere”."),
    ],
)
def test_an_unknown_address_is_named(path, options, problem):
    with pytest.raises(CommandError, match=problem):
        run(path, **options)


def test_a_document_without_a_day_needs_a_dialogue_and_stores_nothing(path):
    path.write_text(TEXT.replace(", 1 July 2024", ""))

    with pytest.raises(CommandError, match="does not print the dialogue's held on"):
        run(path)

    assert not DocumentImport.objects.exists()
    assert not Dialogue.objects.exists()


def test_a_file_that_cannot_be_read_is_refused(path):
    path.write_bytes(b"%PDF-1.4 broken")

    with pytest.raises(CommandError, match="This file is damaged"):
        run(path)

    assert not DocumentImport.objects.exists()


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened: No such file"):
        run(tmp_path / "nothing.txt")


def test_the_worker_does_the_next_step_of_what_waits():
    make_names()
    document_import = bring_in("summary.txt", TEXT.encode())
    out = StringIO()

    call_command("read_documents", once=True, stdout=out)

    assert out.getvalue() == "summary.txt: read: source and dialogue to be confirmed\n"
    document_import.refresh_from_db()
    document_import.source, document_import.dialogue = make_source(), make_dialogue(status="draft")
    document_import.step = "storing"
    document_import.save()
    call_command("read_documents", once=True, stdout=StringIO())
    document_import.refresh_from_db()
    assert (document_import.step, document_import.proposals.count()) == ("stored", 11)


def test_an_import_that_fails_does_not_stop_the_others():
    bring_in("failing.txt", b"A text.")
    DocumentImport.objects.update(step="storing", pieces=[{"kind": "no such kind", "cells": []}])
    bring_in("summary.txt", TEXT.encode())

    call_command("read_documents", once=True, stdout=StringIO())

    assert list(DocumentImport.objects.order_by("pk").values_list("step", "problem")) == [
        ("refused", "Reading it failed; the operator finds the reason in the log."),
        ("read", ""),
    ]


def test_the_worker_says_why_a_file_cannot_be_read():
    document_import = bring_in("broken.pdf", b"%PDF-1.4 broken")

    call_command("read_documents", once=True, stdout=StringIO())

    document_import.refresh_from_db()
    assert (document_import.step, document_import.content) == ("refused", None)
    assert document_import.problem.startswith("This file is damaged")
