"""The index follows every commit, and is rebuilt after any damage."""

import os
import shutil
import signal
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.conf import settings
from django.db import connection, transaction

from dialogues import publishing
from dialogues.index import reader, store
from dialogues.index.consistency import first_difference
from dialogues.index.documents import entries
from dialogues.index.schema import open_folder
from dialogues.index.writer import HEAP_BYTES, catch_up
from dialogues.models import Edition
from dialogues.search.query_names import resolve_names
from dialogues.search.search import SearchRequest, search
from dialogues.snapshot.name_index import name_index_at
from tests.records import (
    make_draft,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db(transaction=True)


def count_matches(text):
    """How many statements the index finds; None if the database has to answer."""
    edition = Edition.objects.current_stamp()
    results = search(SearchRequest(query=resolve_names(text, name_index_at(edition))), edition)
    return results and results.total


def is_current():
    return store.read_stamp() == Edition.objects.current_stamp()


def files():
    return [path for path in store.current_folder().resolve().iterdir() if path.is_file()]


def test_a_commit_is_in_the_index_before_the_next_search():
    make_statement(summary="Zebra.")

    assert is_current()
    assert count_matches("zebra") == 1


def test_a_rolled_back_change_is_not_in_the_index():
    make_statement(summary="Horse.")

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make_statement(summary="Zebra.")
        raise ZeroDivisionError

    assert is_current()
    assert (count_matches("zebra"), count_matches("horse")) == (0, 1)


def test_drafts_and_withdrawn_statements_are_not_found():
    make_draft(summary="Zebra.")
    withdrawn = make_statement(summary="Zebra.")
    publishing.withdraw([withdrawn], "Wrong")

    assert count_matches("zebra") == 0


def test_a_correction_removes_the_old_words():
    statement = make_statement(summary="Horse.")
    statement.summary = "Zebra."
    statement.save()

    assert (count_matches("zebra"), count_matches("horse")) == (1, 0)


def test_changes_of_related_records_reach_the_index():
    top, theme = make_theme(slug="animals"), make_theme(slug="stripes")
    state = make_state("Zebraland")
    statement = make_statement(themes=[theme])
    queries = ("zebraland", "theme:animals", "quagga")
    assert [count_matches(query) for query in queries] == [0, 0, 0]

    speaks = statement.participation
    speaks.participant = state
    speaks.save()
    theme.parent = top
    theme.save()
    theme.aliases.create(alias="quagga")

    assert is_current()
    assert [count_matches(query) for query in queries] == [1, 1, 1]


def test_a_moved_theme_takes_its_sub_themes_along():
    top, middle = make_theme(slug="top"), make_theme()
    make_statement(themes=[make_theme(parent=middle)])

    middle.parent = top
    middle.save()

    assert count_matches("theme:top") == 1


def test_two_changes_at_once_both_reach_the_index():
    barrier = Barrier(2)

    def save(word):
        draft = make_draft(summary=word)
        barrier.wait()
        publishing.publish([draft], "At once")
        connection.close()

    threads = [Thread(target=save, args=[word]) for word in ("zebra", "horse")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (count_matches("zebra"), count_matches("horse")) == (1, 1)


def kill_process(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("killed_at", ["panics_as_errors", "entries", "store.write_stamp"])
def test_a_process_killed_while_writing_leaves_an_index_that_catches_up(monkeypatch, killed_at):
    make_statement(summary="Horse.")
    with store.write_lock():  # another process is busy, so the index stays behind
        make_statement(summary="Zebra.")
    assert not is_current()
    before = store.resolved_folder()
    connection.close()

    process = os.fork()
    if not process:
        monkeypatch.setattr(f"dialogues.index.writer.{killed_at}", kill_process)
        catch_up()
        os._exit(0)
    _pid, status = os.waitpid(process, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    assert (count_matches("zebra"), count_matches("horse")) == (1, 1)
    assert is_current()
    assert store.resolved_folder() == before


def test_two_processes_that_catch_up_at_once_leave_one_whole_index():
    make_statement(summary="Horse.")
    with store.write_lock():
        for n in range(50):
            make_statement(summary=f"Zebra {n}.")
    connection.close()

    children = []
    for _ in range(2):
        if not (process := os.fork()):
            catch_up()
            os._exit(0)
        children.append(process)
    for process in children:
        os.waitpid(process, 0)

    assert first_difference() == ""


@pytest.mark.once
def test_a_deleted_folder_is_rebuilt():
    make_statement(summary="Zebra.")
    shutil.rmtree(settings.SEARCH_DIR)

    assert count_matches("zebra") == 1
    assert is_current()


@pytest.mark.once
@pytest.mark.parametrize("damage", [b"", b"damaged" * 100])
def test_a_damaged_index_is_rebuilt_and_every_page_is_answered(client, damage):
    for n in range(30):
        make_statement(summary=f"Zebra {n}.")
    for path in files():
        if path.name != "stamp" and path.suffix != ".lock":
            fresh = path.with_name("new")
            fresh.write_bytes(damage)
            fresh.replace(path)
    reader._open_index = None  # a new process opens it

    for _ in range(2):
        assert 'data-total="30"' in client.get("/statements/").content.decode()
    assert count_matches("zebra") == 30


@pytest.mark.once
def test_while_another_process_writes_the_database_answers(client):
    make_statement(summary="Zebra crossing.")
    store.remove_stamp()

    with store.write_lock():
        assert count_matches("zebra") is None
        response = client.get("/statements/?q=zebra+-horse")

    assert 'data-total="1"' in response.content.decode()
    assert "The search index is not available." in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    assert count_matches("zebra") == 1


@pytest.mark.once
@pytest.mark.parametrize("stamp", ["", "0", "x", "1 2020-01-01 00:00:00", "9" * 30, "1 x"])
def test_an_index_of_another_history_is_not_used(stamp):
    make_statement(summary="Zebra.")
    with store.write_lock():
        writer = open_folder(store.current_folder()).writer(HEAP_BYTES, 1)
        writer.delete_all_documents()
        writer.commit()
        writer.wait_merging_threads()
    store.write_stamp(store.current_folder(), stamp)

    assert count_matches("zebra") == 1


@pytest.mark.once
def test_the_site_works_if_the_folder_cannot_be_written(client, settings, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    settings.SEARCH_DIR = str(tmp_path / "file")

    make_statement(summary="Zebra.")

    assert 'data-total="1"' in client.get("/statements/").content.decode()


@pytest.mark.once
def test_an_entry_does_not_depend_on_other_entries():
    themes = [make_theme(), make_theme()]
    pks = [make_statement(themes=themes).pk for _ in range(3)]

    together = [entry.digest() for entry in entries(pks)]

    assert together == [entry.digest() for pk in pks for entry in entries([pk])]
    assert len(set(together)) == 3


@pytest.mark.once
def test_the_index_is_in_the_folder_of_the_settings():
    make_statement()

    assert list(Path(settings.SEARCH_DIR).rglob("meta.json"))


@pytest.mark.once
def test_a_failing_disk_is_not_tried_again_at_once(settings, tmp_path, caplog):
    (tmp_path / "file").write_text("not a folder")
    settings.SEARCH_DIR = str(tmp_path / "file")
    make_statement(summary="Zebra.")
    caplog.clear()

    assert [count_matches("zebra") for _ in range(3)] == [None] * 3
    assert not caplog.records
