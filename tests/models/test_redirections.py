"""Where addresses lead that were public once."""

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


def known():
    return {one.old: (one.new, one.why) for one in Redirection.objects.all()}


@pytest.mark.parametrize("make", [make_state, make_theme, make_dialogue, make_source, make_person])
def test_another_slug_leaves_the_old_address_behind(make):
    record = make(slug="before")
    folder = record.get_absolute_url().removesuffix("before/")

    with open_edition("Misspelt"):
        record.slug = "after"
        record.save()

    assert known() == {f"{folder}before/": (f"{folder}after/", "renamed")}
    assert Redirection.objects.get().reason == "Misspelt"


def test_another_name_leaves_the_address_as_it_is():
    state = make_state("Turkey")

    state.name = "Türkiye"
    state.save()

    assert known() == {}


def test_what_was_renamed_twice_is_found_from_its_first_address():
    theme = make_theme(slug="one")
    for slug in ("two", "three"):
        theme.slug = slug
        theme.save()

    assert known() == {
        "/themes/one/": ("/themes/three/", "renamed"),
        "/themes/two/": ("/themes/three/", "renamed"),
    }


def test_what_is_renamed_back_leads_nowhere_else():
    theme = make_theme(slug="one")
    for slug in ("two", "one"):
        theme.slug = slug
        theme.save()

    assert known() == {"/themes/two/": ("/themes/one/", "renamed")}


def test_what_is_deleted_leaves_word():
    make_theme(slug="one").delete()

    assert known() == {"/themes/one/": ("", "removed")}


def test_a_draft_was_never_public():
    dialogue = make_dialogue(slug="one", status="draft")
    dialogue.slug = "two"
    dialogue.save()

    assert known() == {}


def test_a_dialogue_that_becomes_a_draft_leaves_word():
    dialogue = make_dialogue(slug="one")
    dialogue.status = "draft"
    dialogue.save()

    assert known() == {"/dialogues/one/": ("", "withdrawn")}


def test_a_person_only_in_a_draft_was_never_public():
    person = make_person(slug="one")
    make_participation(make_dialogue(status="draft"), person=person, capacity="panel")
    person.slug = "two"
    person.save()

    assert known() == {}


def test_an_address_that_lives_again_has_not_ended():
    make_theme(slug="one").delete()
    make_theme(slug="one")

    assert known() == {}


def redirect(old, new):
    return Redirection.objects.create(old=old, new=new, why="renamed", label=old)


def test_a_chain_is_followed_to_its_end():
    first, _second, third = (redirect(f"/{n}/", f"/{n + 1}/") for n in range(3))

    assert Redirection.objects.follow(first) == third


def test_a_ring_ends_where_it_began():
    first, second = redirect("/1/", "/2/"), redirect("/2/", "/1/")

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
def test_what_lies_below_an_address_moves_with_it(path, rest):
    turkey = redirect("/states/turkey/", "/states/turkiye/")

    found = Redirection.objects.longest_match(path)

    assert found == ((turkey, rest) if rest is not None else (None, ""))
