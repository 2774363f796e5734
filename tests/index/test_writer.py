"""The index follows every commit, and mends itself whatever happens to it."""

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


def found(typed):
    """How many statements the index finds; None where the database has to answer."""
    edition = Edition.objects.current_stamp()
    answer = search(SearchRequest(query=resolve_names(typed, name_index_at(edition))), edition)
    return answer and answer.total


def is_in_step():
    return store.read_stamp() == Edition.objects.current_stamp()


def files():
    return [path for path in store.current_folder().resolve().iterdir() if path.is_file()]


def test_a_commit_is_in_the_index_before_anybody_asks():
    make_statement(summary="Zebra.")

    assert is_in_step()
    assert found("zebra") == 1


def test_what_is_rolled_back_never_appears():
    make_statement(summary="Horse.")

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make_statement(summary="Zebra.")
        raise ZeroDivisionError

    assert is_in_step()
    assert (found("zebra"), found("horse")) == (0, 1)


def test_drafts_and_what_was_withdrawn_are_not_found():
    make_draft(summary="Zebra.")
    withdrawn = make_statement(summary="Zebra.")
    publishing.withdraw([withdrawn], "Wrong")

    assert found("zebra") == 0


def test_a_correction_takes_the_old_words_out():
    statement = make_statement(summary="Horse.")
    statement.summary = "Zebra."
    statement.save()

    assert (found("zebra"), found("horse")) == (1, 0)


def test_what_is_shown_with_a_statement_is_followed():
    top, theme = make_theme(slug="animals"), make_theme(slug="stripes")
    state = make_state("Zebraland")
    statement = make_statement(themes=[theme])
    assert (found("zebraland"), found("theme:animals"), found("quagga")) == (0, 0, 0)

    speaks = statement.participation
    speaks.participant = state
    speaks.save()
    theme.parent = top
    theme.save()
    theme.aliases.create(alias="quagga")

    assert is_in_step()
    assert (found("zebraland"), found("theme:animals"), found("quagga")) == (1, 1, 1)


def test_a_theme_moved_takes_those_below_it_along():
    top, middle = make_theme(slug="top"), make_theme()
    make_statement(themes=[make_theme(parent=middle)])

    middle.parent = top
    middle.save()

    assert found("theme:top") == 1


def test_two_who_save_at_once_both_arrive():
    barrier = Barrier(2)

    def save(word):
        draft = make_draft(summary=word)
        barrier.wait()
        publishing.publish([draft], "At once")
        connection.close()

    threads = [Thread(target=save, args=[word]) for word in ("zebra", "horse")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert (found("zebra"), found("horse")) == (1, 1)


def killed(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("killed_at", ["panics_as_errors", "entries", "store.write_stamp"])
def test_a_process_killed_while_writing_leaves_an_index_that_catches_up(monkeypatch, killed_at):
    make_statement(summary="Horse.")
    with store.write_lock():  # another process is busy, so the index stays behind
        make_statement(summary="Zebra.")
    assert not is_in_step()
    before = store.resolved_folder()
    connection.close()

    process = os.fork()
    if not process:
        monkeypatch.setattr(f"dialogues.index.writer.{killed_at}", killed)
        catch_up()
        os._exit(0)
    _pid, status = os.waitpid(process, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    assert (found("zebra"), found("horse")) == (1, 1)
    assert is_in_step()
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


def test_a_deleted_folder_is_made_anew():
    make_statement(summary="Zebra.")
    shutil.rmtree(settings.SEARCH_DIR)

    assert found("zebra") == 1
    assert is_in_step()


@pytest.mark.parametrize("damage", [b"", b"damaged" * 100])
def test_a_damaged_index_is_made_anew_and_every_page_is_answered(client, damage):
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
    assert found("zebra") == 30


def test_while_another_process_writes_the_database_answers(client):
    make_statement(summary="Zebra crossing.")
    store.remove_stamp()

    with store.write_lock():
        assert found("zebra") is None
        response = client.get("/statements/?q=zebra+-horse")

    assert 'data-total="1"' in response.content.decode()
    assert "The search index is not in use for the moment." in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    assert found("zebra") == 1


@pytest.mark.parametrize("stamp", ["", "0", "x", "1 2020-01-01 00:00:00", "9" * 30, "1 x"])
def test_an_index_of_another_history_is_not_used(stamp):
    make_statement(summary="Zebra.")
    with store.write_lock():
        writer = open_folder(store.current_folder()).writer(HEAP_BYTES, 1)
        writer.delete_all_documents()
        writer.commit()
        writer.wait_merging_threads()
    store.write_stamp(store.current_folder(), stamp)

    assert found("zebra") == 1


def test_a_folder_that_cannot_be_written_leaves_the_site_working(client, settings, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    settings.SEARCH_DIR = str(tmp_path / "file")

    make_statement(summary="Zebra.")

    assert 'data-total="1"' in client.get("/statements/").content.decode()


def test_an_entry_does_not_depend_on_those_made_with_it():
    themes = [make_theme(), make_theme()]
    pks = [make_statement(themes=themes).pk for _ in range(3)]

    together = [one.digest() for one in entries(pks)]

    assert together == [one.digest() for pk in pks for one in entries([pk])]
    assert len(set(together)) == 3


def test_the_index_lies_where_the_settings_say():
    make_statement()

    assert list(Path(settings.SEARCH_DIR).rglob("meta.json"))


def test_a_disk_that_refuses_is_not_asked_again_at_once(settings, tmp_path, caplog):
    (tmp_path / "file").write_text("not a folder")
    settings.SEARCH_DIR = str(tmp_path / "file")
    make_statement(summary="Zebra.")
    caplog.clear()

    assert [found("zebra") for _ in range(3)] == [None] * 3
    assert not caplog.records
