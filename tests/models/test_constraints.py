"""Constraints: the database rejects what must never be true."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from dialogues.models import (
    FurtherDay,
    Name,
    Passage,
    Statement,
    ThemeAlias,
    Webcast,
)
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
    make_theme,
)

pytestmark = pytest.mark.django_db


def draft_with_speaker_and_attribution():
    make_draft(participation=make_participation(), attribution="some delegations")


def draft_without_speaker_or_attribution():
    make_draft(attribution="")


def draft_without_words():
    make_draft(summary="")


def quotation_without_words():
    make_draft(provenance="quoted-in-summary")


def published_without_locator():
    draft = make_draft(section="")
    QuerySet(Statement).filter(pk=draft.pk).update(status="published", published_at=timezone.now())


def published_without_time():
    draft = make_draft()
    QuerySet(Statement).filter(pk=draft.pk).update(status="published")


def two_statements_with_one_reference():
    make_draft(reference=make_draft().reference)


def dialogue_without_day():
    make_dialogue(held_on=None, year=2017)


def dialogue_not_held_on_a_day():
    make_dialogue(format="not-held")


def dialogue_before_the_world_summit():
    make_dialogue(held_on=date(2004, 1, 1))


def further_day_twice():
    day = {"dialogue": make_dialogue(), "date": date(2017, 9, 7)}
    FurtherDay.objects.create(**day)
    FurtherDay.objects.create(**day)


def webcast_twice():
    webcast = {"dialogue": make_dialogue(), "label": "1st session"}
    Webcast.objects.create(**webcast)
    Webcast.objects.create(**webcast)


def participation_without_participant_person_or_office():
    make_participation(office="")


def on_behalf_without_a_group():
    make_participation(capacity="on-behalf")


def national_with_a_group():
    make_participation(on_behalf_of=make_group())


def represented_without_a_speaker():
    make_participation(status="represented")


def speaker_represented_by_another():
    make_participation(represented_by=make_participation())


def same_state_twice_in_one_capacity():
    dialogue, state = make_dialogue(), make_state()
    make_participation(dialogue, state, key="one")
    make_participation(dialogue, state, key="two")


def same_person_twice_in_one_role():
    dialogue, person = make_dialogue(), make_person()
    make_participation(dialogue, person=person, capacity="panel", key="one")
    make_participation(dialogue, person=person, capacity="panel", key="two")


def same_office_twice_in_one_role():
    dialogue = make_dialogue()
    make_participation(dialogue, office="The Chair", capacity="chair", key="one")
    make_participation(dialogue, office="The Chair", capacity="chair", key="two")


def membership_that_ends_before_it_begins():
    make_membership(make_group(), make_state(), since=date(2020, 1, 2), until=date(2020, 1, 1))


def member_of_itself():
    group = make_group()
    make_membership(group, group)


def minimum_period_without_an_end():
    make_membership(make_group(), make_state(), since=date(2020, 1, 1), is_minimum=True)


def membership_twice():
    group, state = make_group(), make_state()
    make_membership(group, state)
    make_membership(group, state)


def membership_twice_since_one_day():
    group, state = make_group(), make_state()
    make_membership(group, state, since=date(2020, 1, 1))
    make_membership(group, state, since=date(2020, 1, 1))


def group_without_a_kind():
    make_group(group_kind="")


def state_with_a_kind_of_group():
    make_state(group_kind="regional")


def two_states_with_one_code():
    make_state(iso3="XXX")
    make_state(iso3="XXX")


def two_states_with_one_name():
    make_state("Utopia", slug="one")
    make_state("UTOPIA", slug="two")


def one_name_for_two_states():
    Name.objects.create(participant=make_state(), name="Erewhon", kind="common")
    Name.objects.create(participant=make_state(), name="the Erewhón", kind="variant")


def name_that_ends_before_it_begins():
    Name.objects.create(
        participant=make_state(), name="Erewhon", kind="former", since="2019", until="2018-12"
    )


def theme_part_of_itself():
    theme = make_theme()
    theme.parent = theme
    theme.save()


def one_alias_for_two_themes():
    ThemeAlias.objects.create(theme=make_theme(), alias="Veto")
    ThemeAlias.objects.create(theme=make_theme(), alias="veto")


def negative_figure():
    make_figure(value=-1)


def group_size_without_a_group():
    make_figure(measure="group-size")


def two_passages_in_one_place():
    source = make_source()
    Passage.objects.create(source=source, position=1, text="One.")
    Passage.objects.create(source=source, position=1, text="Another.")


CASES = [
    draft_with_speaker_and_attribution,
    draft_without_speaker_or_attribution,
    draft_without_words,
    quotation_without_words,
    published_without_locator,
    published_without_time,
    two_statements_with_one_reference,
    dialogue_without_day,
    dialogue_not_held_on_a_day,
    dialogue_before_the_world_summit,
    further_day_twice,
    webcast_twice,
    participation_without_participant_person_or_office,
    on_behalf_without_a_group,
    national_with_a_group,
    represented_without_a_speaker,
    speaker_represented_by_another,
    same_state_twice_in_one_capacity,
    same_person_twice_in_one_role,
    same_office_twice_in_one_role,
    membership_that_ends_before_it_begins,
    member_of_itself,
    minimum_period_without_an_end,
    membership_twice,
    membership_twice_since_one_day,
    group_without_a_kind,
    state_with_a_kind_of_group,
    two_states_with_one_code,
    two_states_with_one_name,
    one_name_for_two_states,
    name_that_ends_before_it_begins,
    theme_part_of_itself,
    one_alias_for_two_themes,
    negative_figure,
    group_size_without_a_group,
    two_passages_in_one_place,
]


@pytest.mark.parametrize("write", CASES, ids=lambda write: write.__name__)
def test_the_database_rejects(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def test_a_state_may_speak_nationally_and_for_a_group_in_one_dialogue():
    dialogue, state = make_dialogue(), make_state()

    own = make_participation(dialogue, state)
    joint = make_participation(dialogue, state, capacity="on-behalf", on_behalf_of=make_group("G"))

    assert [own.key, joint.key] == [state.slug, f"{state.slug}-for-g"]
