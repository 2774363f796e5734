"""History: every change of a record is logged with its author and reason."""

import pytest
from django.db.models import ProtectedError

from dialogues.models import Edition, Participant, open_edition
from tests.records import (
    make_dialogue,
    make_draft,
    make_figure,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (make_figure, "named"),
        (make_theme, "initiators"),
        (make_source, "organizations"),
        (make_dialogue, "situations"),
    ],
)
def test_a_change_of_a_list_makes_history_and_an_edition(make, name):
    record, state = make(), make_state()
    before, rows = Edition.objects.current_number(), record.history.count()

    getattr(record, name).add(state)

    assert Edition.objects.current_number() == before + 1
    assert record.history.count() == rows + 1


def test_a_list_cannot_be_changed_from_the_other_side():
    theme, statement = make_theme(), make_statement()

    with pytest.raises(TypeError, match="Change the list on the record that has the field"):
        theme.statements.add(statement)


@pytest.mark.parametrize("write", ["update", "bulk_create"])
def test_update_and_bulk_create_are_rejected(write):
    with pytest.raises(TypeError, match="each record"):
        if write == "update":
            Participant.objects.update(name="Everybody")
        else:
            Participant.objects.bulk_create([Participant(name="Somebody", kind="state")])


def test_the_author_of_one_edition_is_not_the_author_of_the_next(curator):
    state = make_state()
    with open_edition("By the curator", curator):
        state.name = "Renamed"
        state.save()

    state.name = "Renamed again"
    state.save()

    assert state.history.latest().history_user is None


def test_a_save_without_a_change_makes_neither_edition_nor_history():
    state = make_state()
    before = Edition.objects.current_number()

    state.save()

    assert Edition.objects.current_number() == before
    assert state.history.count() == 1


def test_history_has_the_reason_and_author_of_the_edition(curator):
    state = make_state()

    with open_edition("Renamed at the United Nations", curator):
        state.name = "Renamed"
        state.save()

    row = state.history.latest()
    assert (row.name, row.history_change_reason, row.history_user) == (
        "Renamed",
        "Renamed at the United Nations",
        curator,
    )


def test_the_next_save_does_not_repeat_the_reason():
    state = make_state()
    with open_edition("A reason"):
        state.name = "Renamed"
        state.save()

    state.name = "Renamed again"
    state.save()

    assert state.history.latest().history_change_reason is None


def test_a_failed_transaction_changes_nothing():
    state = make_state()
    before = Edition.objects.current_number()

    with pytest.raises(RuntimeError), open_edition("Never"):
        state.name = "Renamed"
        state.save()
        raise RuntimeError

    assert Edition.objects.current_number() == before
    assert type(state).objects.get(pk=state.pk).name != "Renamed"


def test_line_endings_of_a_browser_are_no_change():
    statement = make_statement(
        text="One.\n\nTwo.", provenance="quoted-in-summary", editor_note="A\nB"
    )
    before = Edition.objects.current_number()

    statement.text = "One.\r\n\r\nTwo."
    statement.editor_note = "A\rB"
    statement.save()

    assert Edition.objects.current_number() == before
    assert statement.quotations == ["One.", "Two."]


def test_deleting_a_queryset_makes_history_and_an_edition():
    state = make_state()
    name = state.names.create(name="Another name", kind="common")
    before = Edition.objects.current_number()

    state.names.all().delete()

    assert Edition.objects.current_number() == before + 1
    assert name.history.latest().history_type == "-"


def test_a_theme_in_use_cannot_be_deleted():
    theme = make_theme()
    make_draft(themes=[theme])

    with pytest.raises(ProtectedError):
        theme.delete()


def test_a_published_statement_cannot_be_deleted():
    statement = make_statement()

    with pytest.raises(ProtectedError):
        statement.delete()
