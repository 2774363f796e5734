"""Editions: each transaction that changes what the public sees makes one."""

import threading

import pytest
from django.db import connection

from dialogues import publishing
from dialogues.models import Edition, open_edition
from tests.records import (
    make_dialogue,
    make_draft,
    make_figure,
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


def changes_of(edition):
    return {
        (change.statement, change.kind) for change in edition.changes.select_related("statement")
    }


def latest():
    return Edition.objects.first()


def test_numbers_have_no_gaps():
    before = Edition.objects.current_number()

    make_state()
    make_state()

    numbers = list(Edition.objects.values_list("number", flat=True)[:2])
    assert numbers == [before + 2, before + 1]


def test_the_first_number_is_0():
    assert Edition.objects.current_number() == 0


def test_publishing_lists_the_statements():
    dialogue = make_dialogue()
    first, second = make_draft(dialogue), make_draft(dialogue)

    publishing.publish([first, second], "Two at once")

    assert latest().reason == "Two at once"
    assert changes_of(latest()) == {(first, "published"), (second, "published")}


def test_correcting_lists_the_statement():
    statement = make_statement()

    statement.summary = "Corrected."
    statement.save()

    assert changes_of(latest()) == {(statement, "corrected")}


def test_withdrawing_lists_the_statement():
    statement = make_statement()

    publishing.withdraw([statement], "Attributed to the wrong state")

    assert latest().reason == "Attributed to the wrong state"
    assert changes_of(latest()) == {(statement, "withdrawn")}


def test_adding_a_theme_corrects_a_published_statement():
    statement, theme = make_statement(), make_theme()

    statement.themes.add(theme)

    assert changes_of(latest()) == {(statement, "corrected")}


def test_a_draft_makes_no_edition():
    draft = make_draft()
    before = Edition.objects.current_number()

    draft.summary = "Another summary."
    draft.save()
    draft.themes.clear()

    assert Edition.objects.current_number() == before


def renamed_state():
    state = make_state()
    shown = make_statement(participation=make_participation(participant=state))
    state.name = "Renamed"
    return state, shown


def renamed_represented_group():
    group = make_group(group_kind="sub-regional")
    voice = make_participation(capacity="on-behalf", on_behalf_of=group)
    shown = make_statement(participation=voice)
    group.name = "Renamed"
    return group, shown


def renamed_theme():
    theme = make_theme()
    shown = make_statement(themes=[theme])
    theme.label = "Renamed"
    return theme, shown


def renamed_person():
    person = make_person()
    shown = make_statement(participation=make_participation(person=person, office="Moderator"))
    person.name = "Renamed"
    return person, shown


def renamed_source():
    source = make_source()
    shown = make_statement(source=source)
    source.title = "Renamed"
    return source, shown


def renamed_dialogue():
    dialogue = make_dialogue()
    shown = make_statement(dialogue)
    dialogue.title = "Renamed"
    return dialogue, shown


def ended_membership():
    member = make_state()
    membership = make_membership(make_group(), member)
    shown = make_statement(participation=make_participation(participant=member))
    membership.role = "observer"
    return membership, shown


@pytest.mark.parametrize(
    "change",
    [
        renamed_state,
        renamed_represented_group,
        renamed_theme,
        renamed_person,
        renamed_source,
        renamed_dialogue,
        ended_membership,
    ],
)
def test_a_change_of_a_related_record_lists_the_statements_that_show_it(change):
    record, shown = change()
    make_statement()
    before = Edition.objects.current_number()

    record.save()

    assert Edition.objects.current_number() == before + 1
    assert changes_of(latest()) == {(shown, "related")}


def test_a_change_of_the_participation_corrects_the_statement():
    participation = make_participation()
    shown = make_statement(participation=participation)

    participation.name_as_printed = "Otherwise printed"
    participation.save()

    assert changes_of(latest()) == {(shown, "corrected")}


def test_a_change_that_readers_do_not_see_is_no_correction():
    statement = make_statement(line=3)

    statement.line = 4
    statement.save()

    assert changes_of(latest()) == {(statement, "related")}


def test_moving_a_membership_to_another_state_lists_the_statements_of_both():
    before, after = make_state(), make_state()
    membership = make_membership(make_group(), before)
    shown = {
        (make_statement(participation=make_participation(participant=state)), "related")
        for state in (before, after)
    }

    membership.member = after
    membership.save()

    assert changes_of(latest()) == shown


def test_deleting_a_membership_lists_the_statements_of_its_member():
    member = make_state()
    membership = make_membership(make_group(), member)
    shown = make_statement(participation=make_participation(participant=member))

    membership.delete()

    assert changes_of(latest()) == {(shown, "related")}


def test_a_new_figure_makes_an_edition_without_statements():
    before = Edition.objects.current_number()
    make_statement()

    make_figure()

    assert changes_of(latest()) == set()
    assert Edition.objects.current_number() > before


def test_all_changes_in_one_transaction_are_one_edition(curator):
    state = make_state()
    shown = make_statement(participation=make_participation(participant=state))
    before = Edition.objects.current_number()

    with open_edition("Renamed twice", curator):
        state.name = "Once"
        state.save()
        with open_edition("Inside"):
            state.name = "Twice"
            state.save()

    edition = latest()
    assert (edition.number, edition.reason, edition.by) == (before + 1, "Renamed twice", curator)
    assert changes_of(edition) == {(shown, "related")}


@pytest.mark.django_db(transaction=True)
def test_concurrent_editions_get_different_numbers():
    states = [make_state() for _ in range(4)]
    before = Edition.objects.current_number()

    def rename(state):
        try:
            state.name = f"{state.name} renamed"
            state.save()
        finally:
            connection.close()

    threads = [threading.Thread(target=rename, args=[state]) for state in states]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    numbers = sorted(Edition.objects.filter(number__gt=before).values_list("number", flat=True))
    assert numbers == list(range(before + 1, before + 5))
