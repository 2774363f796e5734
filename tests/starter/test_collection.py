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
    memberships = Membership.objects.filter(group__group_kind="regional")
    assert not memberships.filter(member__in=observers).exists()


@pytest.mark.parametrize(("day", "members"), [("2017-09-06", 28), ("2021-05-11", 27)])
def test_the_european_union_has_as_many_members_as_on_the_day(day, members):
    assert Membership.objects.filter(group__slug="european-union").valid_on(day).count() == members


def test_there_are_50_themes_in_a_tree():
    assert Theme.objects.count() == 50
    assert Theme.objects.roots().count() == 12


def test_there_are_twenty_entries_of_which_one_was_not_held():
    assert Dialogue.objects.count() == 20
    assert Dialogue.objects.held().count() == 19


def test_every_year_with_a_debate_on_record_has_statements():
    published = Statement.objects.published().values_list("dialogue__slug", flat=True)

    assert Counter(published) == {
        "unga-2009-07-23": 19,
        "unga-2010-08-09": 3,
        "unga-2011-07-12": 10,
        "unga-2012-09-05": 14,
        "unga-2013-09-11": 43,
        "unga-2014-09-08": 16,
        "unga-2015-09-08": 14,
        "hrc-2016-03-03": 20,
        "unga-2016-09-06": 47,
        "unga-2017-09-06": 69,
        "unga-2018-06-25": 30,
        "unga-2019-06-27": 22,
        "hrc-2021-05-11": 110,
        "unga-2021-05-17": 35,
        "unga-2022-06-23": 19,
        "unga-2023-06-26": 21,
        "unga-2024-07-01": 20,
        "unga-2025-06-25": 27,
    }


def test_every_statement_has_a_checked_reference():
    references = list(Statement.objects.values_list("reference", flat=True))

    assert [each for each in references if parse_reference(each) != each] == []
    assert len(set(references)) == 583


def test_owning_an_initiative_makes_nobody_a_speaker():
    initiatives = Theme.objects.exclude(initiators=None)

    owned = {
        theme.slug: sorted(theme.initiators.values_list("slug", flat=True)) for theme in initiatives
    }
    assert owned == {
        "france-mexico-initiative": ["france", "mexico"],
        "formal-agenda": ["australia", "ghana"],
    }
    of_owners = Statement.objects.filter(
        participation__participant__initiatives__in=initiatives, themes__in=initiatives
    )
    assert not of_owners.filter(source__in=SourceDocument.objects.exclude(checksum="")).exists()


def test_the_background_page_says_nothing_of_anybody():
    office = SourceDocument.objects.get(kind="background")

    assert office.statements.count() == office.participations.count() == 0
    assert (office.notes.count(), office.engagements.count()) == (10, 23)


def test_unnamed_positions_have_no_speaker():
    assert Statement.objects.published().unattributed().count() == 90
    assert Statement.objects.filter(participation=None, attribution="").count() == 0


def test_nobody_speaks_through_a_count():
    with_names = ReportedFigure.objects.filter(measure="position").exclude(named=None)

    # The source names all four.
    assert [figure.key for figure in with_names.distinct()] == ["unga-2009-07-23-2009-challenged-4"]


def test_every_participation_and_figure_of_the_four_documents_has_its_place():
    documents = SourceDocument.objects.exclude(checksum="")

    assert documents.count() == 5
    for records in (Participation.objects, ReportedFigure.objects, Statement.objects):
        of_documents = records.filter(source__in=documents)
        assert not of_documents.filter(section="", paragraph="").exists()
