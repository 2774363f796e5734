"""Participants and their names are read in one place, once per edition."""

import pytest

from dialogues.models import Edition
from dialogues.snapshot.labels import labels_at, regional_groups_at, theme_parents_at
from dialogues.snapshot.name_index import name_index_at
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.snapshot.participants import Participants, participants_at
from dialogues.snapshot.registry import registry_at
from tests.records import make_group, make_membership, make_state, make_statement, make_theme

pytestmark = pytest.mark.django_db


def read_all(edition):
    labels_at(edition)
    theme_parents_at(edition)
    regional_groups_at(edition)
    name_index_at(edition)
    assert registry_at(edition).former_names


@pytest.mark.parametrize("size", [1, 3])
def test_all_that_look_up_names_share_two_queries(size, django_assert_num_queries):
    for _ in range(size):
        group, state = make_group(), make_state()
        make_membership(group, state)
        state.names.create(name=f"Old {state.slug}", kind="former", until="2012")
        make_statement(themes=[make_theme()])
    edition = Edition.objects.current_stamp()

    with django_assert_num_queries(2):
        participants_at(edition).memberships.is_group(group)
        participants_at(edition).names_of(state.pk)
    # The themes, their aliases, offices, days, languages; dialogues and sources three times, people
    # twice.
    with django_assert_num_queries(13):
        read_all(edition)
    with django_assert_num_queries(0):
        read_all(edition)


def test_participants_have_all_their_memberships():
    state, groups = make_state(), [make_group(), make_group()]
    for group in groups:
        make_membership(group, state)

    everyone = Participants()

    assert list(everyone.by_pk.values()) == sorted([state, *groups], key=lambda record: record.slug)
    assert everyone.memberships.groups_ever(state.pk) == {group.pk for group in groups}


def test_names_are_read_as_the_database_has_them_now():
    state = make_state("Timor-Leste")
    assert ParticipantNames.read().find("East Timor") is None

    state.names.create(name="East Timor", kind="common")

    assert ParticipantNames.read().find("East Timor") == state
