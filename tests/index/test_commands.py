"""The commands that compare the index with the database, and rebuild it."""

import shutil
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import models
from tantivy import Query

from dialogues.index import store
from dialogues.index.schema import SCHEMA, open_folder
from dialogues.index.writer import HEAP_BYTES
from dialogues.models import Statement
from tests.records import make_statement

pytestmark = pytest.mark.django_db(transaction=True)


def run(command):
    output = StringIO()
    call_command(command, stdout=output)
    return output.getvalue()


def test_check_index_reports_a_match():
    make_statement()
    make_statement()

    assert run("check_index") == "The search index matches the database: 2 statements.\n"


def test_check_index_names_the_first_difference():
    make_statement()
    other = make_statement()
    models.QuerySet(Statement).filter(pk=other.pk).update(summary="Changed without an edition.")

    with pytest.raises(
        CommandError, match=f"Statement {other.reference} differs between the index"
    ):
        run("check_index")


def test_check_index_names_a_missing_statement():
    missing, other = make_statement(), make_statement()
    with store.write_lock():
        writer = open_folder(store.current_folder()).writer(HEAP_BYTES, 1)
        writer.delete_documents_by_query(Query.term_query(SCHEMA, "pk", missing.pk))
        writer.commit()

    message = f"The database has {missing.reference} where the index has {other.reference}."
    with pytest.raises(CommandError, match=message):
        run("check_index")


def test_check_index_reports_a_missing_index():
    make_statement()
    shutil.rmtree(settings.SEARCH_DIR)

    with pytest.raises(CommandError, match="The index is at edition None"):
        run("check_index")


def test_rebuild_index_shows_progress_and_leaves_one_folder():
    make_statement()
    before = store.current_folder().resolve()

    output = run("rebuild_index")

    assert "1 of 1 statements" in output
    assert not before.exists()
    assert [
        path for path in store.version_folder().iterdir() if path.is_dir() and not path.is_symlink()
    ] == [store.current_folder().resolve()]
    assert run("check_index") == "The search index matches the database: 1 statements.\n"
