"""What is in the starter collection, counted."""

from collections import Counter

import pytest
from django.db.models import Q

from dialogues.models import (
    Dialogue,
    Membership,
    Participant,
    Participation,
    ReportedFigure,
    SourceDocument,
    Statement,
    Theme,
)
from dialogues.references import parse_reference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_collection")]


def test_there_are_193_member_states_with_codes():
    states = Participant.objects.states()

    assert states.count() == 193
    assert not states.filter(Q(iso2="") | Q(iso3="") | Q(m49="") | Q(member_since=None)).exists()


def test_each_member_state_is_counted_in_one_regional_group():
    counted = Membership.objects.counted().filter(group__group_kind="regional")

    assert Counter(counted.values_list("group__slug", flat=True)) == {
        "african": 54,
        "asia-pacific": 54,
        "eastern-european": 23,
        "grulac": 33,
        "weog": 29,
    }
    assert counted.values("member").distinct().count() == 193


def test_observers_are_in_no_regional_group():
    observers = Participant.objects.filter(kind="observer")

    assert set(observers.values_list("slug", flat=True)) == {"holy-see", "palestine"}
    assert not Membership.objects.filter(member__in=observers).exists()


@pytest.mark.parametrize(("day", "members"), [("2017-09-06", 28), ("2021-05-11", 27)])
def test_the_european_union_has_as_many_members_as_on_the_day(day, members):
    assert Membership.objects.filter(group__slug="european-union").valid_on(day).count() == members


def test_there_are_50_themes_in_a_tree():
    assert Theme.objects.count() == 50
    assert Theme.objects.roots().count() == 12


def test_there_are_twenty_entries_of_which_one_was_not_held():
    assert Dialogue.objects.count() == 20
    assert Dialogue.objects.held().count() == 19


def test_statements_stand_in_four_dialogues():
    held = Statement.objects.published().values_list("dialogue__slug", flat=True)

    assert Counter(held) == {
        "hrc-2016-03-03": 19,
        "unga-2016-09-06": 29,
        "unga-2017-09-06": 54,
        "hrc-2021-05-11": 80,
    }


def test_every_statement_has_a_checked_reference():
    references = list(Statement.objects.values_list("reference", flat=True))

    assert [each for each in references if parse_reference(each) != each] == []
    assert len(set(references)) == 182


def test_owning_an_initiative_makes_nobody_a_speaker():
    initiatives = Theme.objects.exclude(initiators=None)

    owned = {
        theme.slug: sorted(theme.initiators.values_list("slug", flat=True)) for theme in initiatives
    }
    assert owned == {
        "france-mexico-initiative": ["france", "mexico"],
        "formal-agenda": ["australia", "ghana"],
    }
    assert not Statement.objects.filter(
        participation__participant__initiatives__in=initiatives, themes__in=initiatives
    ).exists()


def test_the_background_page_says_nothing_of_anybody():
    office = SourceDocument.objects.get(kind="background")

    assert office.statements.count() == office.participations.count() == 0
    assert office.notes.count() == 9


def test_unnamed_positions_have_no_speaker():
    assert Statement.objects.unattributed().count() == 59
    assert Statement.objects.filter(participation=None, attribution="").count() == 0


def test_nobody_speaks_through_a_count():
    with_names = ReportedFigure.objects.filter(measure="position").exclude(named=None)

    assert not with_names.exists()


def test_every_participation_and_figure_of_the_four_documents_has_its_place():
    documents = SourceDocument.objects.exclude(checksum="")

    assert documents.count() == 5
    for records in (Participation.objects, ReportedFigure.objects, Statement.objects):
        of_documents = records.filter(source__in=documents)
        assert not of_documents.filter(section="", paragraph="").exists()
