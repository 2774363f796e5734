"""Publishing a statement freezes a version, and so does each correction."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import models

from dialogues import publishing
from dialogues.models import (
    Edition,
    Redirection,
    Statement,
    Version,
    open_edition,
)
from dialogues.publishing.versions import FIRST_REASON, freeze, has_changed
from dialogues.serializers import statement_record
from tests.records import (
    make_dialogue,
    make_draft,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def numbers(statement):
    return [version.number for version in statement.versions.all()]


def correct(statement, reason="A correction", **fields):
    with open_edition(reason):
        for name, value in fields.items():
            setattr(statement, name, value)
        statement.save()


def test_publishing_freezes_the_first_version():
    statement = make_statement(summary="In short.")

    version = statement.versions.get()

    edition = Edition.objects.get(number=version.edition)
    assert (version.number, version.reason) == (1, "Made for a test")
    assert version.made_at == edition.made_at
    assert version.public_record == statement_record(Statement.objects.with_record().get())
    assert "In short." in version.page


def test_keys_that_came_later_are_in_a_version_only_with_a_value():
    """Otherwise the next save of a statement that did not change would make a new version."""
    statement = make_statement(participation=make_participation(make_dialogue()))

    record = statement.versions.get().public_record

    assert list(record) == [
        "reference", "dialogue", "speaker", "attribution_as_printed", "text", "language",
        "translation", "summary", "themes", "stance", "act", "source_word", "among_others",
        "situations", "provenance", "source", "section", "paragraph", "editor_note",
    ]  # fmt: skip
    assert list(record["speaker"]) == [
        "participant", "kind", "person", "office", "as_printed", "capacity", "status",
        "on_behalf_of", "on_behalf_of_as_printed", "represented", "group_as_printed",
    ]  # fmt: skip


def test_a_correction_freezes_the_next_version():
    statement = make_statement(summary="In short.")
    correct(statement, "A word was missing", summary="In short words.")

    first, second = statement.versions.all()

    assert (second.number, second.reason) == (2, "A word was missing")
    summaries = [version.public_record["summary"] for version in (first, second)]
    assert summaries == ["In short.", "In short words."]


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("One, two.", "One two.", False),
        ("“One” two.", '"One" two.', True),
        ("One\ntwo.", "One two.", True),
    ],
)
def test_the_digest_shows_whether_the_words_changed(before, after, same):
    statement = make_statement(summary=before)
    correct(statement, summary=after)

    first, second = statement.versions.all()

    assert (first.digest == second.digest) is same


def test_another_speaker_or_theme_makes_a_version_with_the_same_digest():
    statement, theme = make_statement(), make_theme()
    statement.themes.add(theme)
    speech = statement.participation
    speech.participant = make_state("Another")
    speech.save()

    versions = list(statement.versions.all())

    assert [version.number for version in versions] == [1, 2, 3]
    assert len({version.digest for version in versions}) == 1
    assert versions[2].public_record["speaker"]["participant"]["name"] == "Another"


def test_a_new_name_of_the_same_state_makes_no_version():
    state = make_state()
    statement = make_statement(participation=make_participation(participant=state))

    state.name = "Renamed"
    state.save()

    assert numbers(statement) == [1]


def test_a_renamed_theme_does_not_make_another_state_the_same():
    theme = make_theme(slug="before")
    theme.slug = "after"
    theme.save()
    speech = make_participation(participant=make_state("Before", slug="before"))
    statement = make_statement(participation=speech)

    speech.participant = make_state("After", slug="after")
    speech.save()

    assert numbers(statement) == [1, 2]


def test_one_theme_twice_is_not_two_themes():
    statement = make_statement(themes=[make_theme(slug="veto"), make_theme(slug="law")])
    version = statement.versions.get()
    veto = {"slug": "veto", "name": "Veto"}

    assert has_changed(version.public_record | {"themes": [veto, veto]}, version)


def test_publishing_a_withdrawn_statement_again_unchanged_makes_no_version():
    statement = make_statement()
    publishing.withdraw([statement], "By mistake")
    publishing.publish([statement], "It was right")

    assert numbers(statement) == [1]


def test_a_draft_has_no_version():
    draft = make_draft()
    correct(draft, summary="Another.")

    assert numbers(draft) == []


def test_several_corrections_in_one_edition_make_one_version():
    statement = make_statement()
    with open_edition("Two at once"):
        correct(statement, summary="One.")
        correct(statement, summary="Two.")

    assert statement.versions.all()[1].public_record["summary"] == "Two."
    assert numbers(statement) == [1, 2]


def test_a_version_cannot_be_changed_or_deleted():
    version = make_statement().versions.get()

    for forbidden in (
        version.save,
        version.delete,
        Version.objects.all().delete,
        lambda: Version.objects.update(number=2),
    ):
        with pytest.raises(TypeError, match="A version"):
            forbidden()


def test_a_migration_freezes_statements_without_a_version():
    statement, draft = make_statement(), make_draft()
    Version.objects.all()._raw_delete(Version.objects.db)

    call_command("migrate", verbosity=0)

    assert numbers(draft) == []
    version = statement.versions.get()
    assert (version.number, version.reason) == (1, FIRST_REASON)


@pytest.mark.parametrize("number", [1, 5])
def test_freezing_takes_the_same_number_of_queries_for_any_number_of_statements(
    number, django_assert_num_queries
):
    statements = [make_statement() for _ in range(number)]
    models.QuerySet(Version).all()._raw_delete("default")
    edition = Edition.objects.first()

    with django_assert_num_queries(6):
        freeze([statement.pk for statement in statements], edition)

    assert Version.objects.count() == number


def test_another_dialogue_with_the_same_title_makes_a_version():
    first, second = make_dialogue(title="The same"), make_dialogue(title="The same")
    statement = make_statement(first, attribution="some")
    correct(statement, dialogue=second)

    assert numbers(statement) == [1, 2]


def test_a_migration_creates_missing_redirections_of_withdrawn_statements():
    statement = make_statement()
    publishing.withdraw([statement], "Wrong")
    Redirection.objects.all().delete()

    call_command("migrate", verbosity=0)

    redirection = Redirection.objects.get()
    assert redirection.old == statement.get_absolute_url()
    assert (redirection.why, redirection.reason) == ("withdrawn", "Wrong")
    assert redirection.made_at == Edition.objects.first().made_at


def test_the_version_that_was_public_at_a_time():
    statement = make_statement()
    correct(statement, summary="Later.")
    first, second = statement.versions.all()
    models.QuerySet(Version).filter(pk=first.pk).update(made_at=second.made_at - timedelta(days=1))
    versions = Version.objects.filter(statement=statement)
    # A time in an HTTP header has no fractions of a second.
    its_second = second.made_at.replace(microsecond=0)

    assert versions.public_at(its_second) == second
    assert versions.public_at(its_second - timedelta(seconds=1)) == first
    assert versions.public_at(its_second - timedelta(days=9)) == first


def test_a_record_is_stored_as_plain_values():
    statement = make_statement(themes=[make_theme("Veto", slug="veto")], text="Words.")

    record = json.loads(statement.versions.first().record)

    assert record["reference"] == statement.reference
    assert record["text"] == "Words."
