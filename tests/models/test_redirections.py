"""Redirections of former public addresses."""

import pytest

from dialogues.models import Redirection, open_edition
from tests.records import (
    make_dialogue,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_theme,
)

pytestmark = pytest.mark.django_db


def redirections():
    return {
        old: (new, why) for old, new, why in Redirection.objects.values_list("old", "new", "why")
    }


@pytest.mark.parametrize("make", [make_state, make_theme, make_dialogue, make_source, make_person])
def test_a_new_slug_redirects_the_old_address(make):
    record = make(slug="before")
    folder = record.get_absolute_url().removesuffix("before/")

    with open_edition("Misspelt"):
        record.slug = "after"
        record.save()

    assert redirections() == {f"{folder}before/": (f"{folder}after/", "renamed")}
    assert Redirection.objects.get().reason == "Misspelt"


def test_a_new_name_keeps_the_address():
    state = make_state("Turkey")

    state.name = "Türkiye"
    state.save()

    assert redirections() == {}


def test_after_two_renames_both_old_addresses_lead_to_the_last():
    theme = make_theme(slug="one")
    for slug in ("two", "three"):
        theme.slug = slug
        theme.save()

    assert redirections() == {
        "/themes/one/": ("/themes/three/", "renamed"),
        "/themes/two/": ("/themes/three/", "renamed"),
    }


def test_a_name_that_is_restored_has_no_redirection():
    theme = make_theme(slug="one")
    for slug in ("two", "one"):
        theme.slug = slug
        theme.save()

    assert redirections() == {"/themes/two/": ("/themes/one/", "renamed")}


def test_a_deleted_record_leaves_a_redirection_to_nothing():
    make_theme(slug="one").delete()

    assert redirections() == {"/themes/one/": ("", "removed")}


def test_a_draft_leaves_no_redirection():
    dialogue = make_dialogue(slug="one", status="draft")
    dialogue.slug = "two"
    dialogue.save()

    assert redirections() == {}


def test_a_dialogue_that_becomes_a_draft_is_recorded_as_withdrawn():
    dialogue = make_dialogue(slug="one")
    dialogue.status = "draft"
    dialogue.save()

    assert redirections() == {"/dialogues/one/": ("", "withdrawn")}


def test_a_person_who_is_only_in_a_draft_leaves_no_redirection():
    person = make_person(slug="one")
    make_participation(make_dialogue(status="draft"), person=person, capacity="panel")
    person.slug = "two"
    person.save()

    assert redirections() == {}


def test_a_new_record_at_an_old_address_removes_the_redirection():
    make_theme(slug="one").delete()
    make_theme(slug="one")

    assert redirections() == {}


def make_redirection(old, new):
    return Redirection.objects.create(old=old, new=new, why="renamed", label=old)


def test_follow_returns_the_last_redirection_of_a_chain():
    first, _second, third = (make_redirection(f"/{n}/", f"/{n + 1}/") for n in range(3))

    assert Redirection.objects.follow(first) == third


def test_follow_stops_at_a_loop():
    first, second = make_redirection("/1/", "/2/"), make_redirection("/2/", "/1/")

    assert Redirection.objects.follow(first) == second


@pytest.mark.parametrize(
    ("path", "rest"),
    [
        ("/states/turkey/", ""),
        ("/states/turkey/record.csv", "record.csv"),
        ("/states/turkey/a/b/", "a/b/"),
        ("/states/turkey.json", ".json"),
        ("/states/turkey.csl.json", ".csl.json"),
        ("/states/turkey", None),
        ("/states/turkeys/", None),
        ("/other/states/turkey/", None),
    ],
)
def test_addresses_below_an_old_address_are_redirected_with_it(path, rest):
    turkey = make_redirection("/states/turkey/", "/states/turkiye/")

    match = Redirection.objects.longest_match(path)

    assert match == ((turkey, rest) if rest is not None else (None, ""))
