"""Spreadsheets in: previewed, refused row by row, saved all or none."""

import os
import signal
import subprocess
import sys

import pytest
import tablib
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection

from dialogues.models import (
    Edition,
    Name,
    Passage,
    Statement,
    Theme,
)
from dialogues.spreadsheets import files
from dialogues.spreadsheets.rows import TABLES, TableResource
from dialogues.spreadsheets.upload import Outcome, preview, save
from tests.records import (
    make_dialogue,
    make_draft,
    make_figure,
    make_participation,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def table_of(*rows):
    dataset = tablib.Dataset(headers=list(rows[0]))
    for row in rows:
        dataset.append([str(one) for one in row.values()])
    dataset.numbers = range(2, len(rows) + 2)
    return dataset


def looked(name, *rows):
    outcome = Outcome()
    list(preview(name, table_of(*rows), outcome))
    return outcome


def exported(name):
    resource = TableResource(TABLES[name])
    return resource.export(resource.get_queryset())


@pytest.fixture
def records():
    """Some of each table."""
    theme = make_theme("Prevention")
    make_theme("Early warning", parent=theme, scope_note="=1+1")
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former", until="2022-06")
    dialogue = make_dialogue()
    spoke = make_participation(dialogue, state, name_as_printed="Turkey")
    make_participation(dialogue, represented_by=spoke, status="represented")
    make_statement(participation=spoke, themes=[theme], situations=[make_state()])
    make_draft(participation=spoke, text="one\n\ntwo", provenance="quoted-in-summary")
    make_figure(dialogue=dialogue, value="9.5", theme=theme).named.add(state)


@pytest.mark.parametrize("extension", files.WRITTEN)
@pytest.mark.parametrize("name", TABLES)
def test_what_goes_out_comes_in_unchanged(records, name, extension):
    dataset = exported(name)
    content = files.WRITTEN[extension][0](dataset)
    outcome = Outcome()

    list(preview(name, files.read(f"a.{extension}", content), outcome))

    assert dict(outcome.counts) == {"unchanged": len(dataset)}
    assert len(dataset) > 0


def test_a_preview_counts_and_shows_each_field_before_and_after_and_saves_nothing():
    theme = make_theme("Prevention", scope_note="Before")
    make_theme("Veto")
    edition = Edition.objects.current_number()

    outcome = looked(
        "themes",
        {"slug": theme.slug, "label": "Preventing", "scope_note": "After"},
        {"slug": Theme.objects.get(label="Veto").slug, "label": "Veto", "scope_note": ""},
        {"slug": "new", "label": "New", "scope_note": ""},
        {"slug": "bad slug", "label": "Bad", "scope_note": ""},
    )

    assert dict(outcome.counts) == {"changed": 1, "unchanged": 1, "new": 1, "refused": 1}
    assert outcome.changed == [
        (2, theme.slug, [("label", "Prevention", "Preventing"), ("scope_note", "Before", "After")])
    ]
    assert [(number, changes[:2]) for number, _called, changes in outcome.new] == [
        (4, [("slug", "", "new"), ("label", "", "New")])
    ]
    assert list(outcome.refused) == [5]
    assert Theme.objects.count() == 2
    assert Edition.objects.current_number() == edition


def test_a_file_is_saved_in_one_edition_with_its_reason(curator):
    one, two = make_theme(), make_theme()
    edition = Edition.objects.current_number()
    rows = [{"slug": one.slug, "label": "One"}, {"slug": two.slug, "label": "Two"}]

    save("themes", table_of(*rows), "From the sheet", curator)

    assert set(Theme.objects.values_list("label", flat=True)) == {"One", "Two"}
    assert Edition.objects.current_number() == edition + 1
    latest = one.history.latest()
    assert (latest.history_change_reason, latest.history_user) == ("From the sheet", curator)


def test_one_refused_row_keeps_all_from_being_saved():
    theme = make_theme("Before")

    with pytest.raises(ValidationError, match="Nothing is saved. Row 3: label"):
        save(
            "themes",
            table_of({"slug": theme.slug, "label": "After"}, {"slug": "x", "label": ""}),
            "x",
            None,
        )

    assert list(Theme.objects.values_list("label", flat=True)) == ["Before"]


def test_columns_that_are_missing_stay_as_they_are():
    theme = make_theme("Before", scope_note="Stays")

    save("themes", table_of({"slug": theme.slug, "label": "After"}), "x", None)

    theme.refresh_from_db()
    assert (theme.label, theme.scope_note) == ("After", "Stays")


def test_a_row_may_name_a_record_of_an_earlier_row():
    rows = [{"slug": "above", "label": "Above", "parent": ""}]
    rows += [{"slug": "below", "label": "Below", "parent": "above"}]

    assert dict(looked("themes", *rows).counts) == {"new": 2}
    save("themes", table_of(*rows), "x", None)

    assert Theme.objects.get(slug="below").parent.slug == "above"


def test_how_far_it_is_is_told_also_where_rows_name_each_other():
    rows = [{"slug": f"theme-{n}", "label": f"Theme {n}", "parent": ""} for n in range(600)]
    rows[-1]["parent"] = "theme-0"
    outcome = Outcome()

    assert list(preview("themes", table_of(*rows), outcome)) == [250, 500, 600]
    assert dict(outcome.counts) == {"new": 600}
    assert not Theme.objects.exists()


def test_a_preview_that_is_left_in_the_middle_leaves_nothing():
    rows = [{"slug": f"theme-{n}", "label": f"Theme {n}"} for n in range(600)]
    told = preview("themes", table_of(*rows), Outcome())
    assert next(told) == 250

    told.close()

    assert not Theme.objects.exists()


def statement_row(spoke, **values):
    row = {
        "reference": "",
        "dialogue": spoke.dialogue.slug,
        "participation": spoke.key,
        "summary": "It said so.",
        "provenance": "paraphrased-in-summary",
        "source": spoke.source.slug,
        "section": "III",
        "themes": "",
    }
    return row | values


def test_new_statements_are_drafts_with_their_themes():
    spoke, one, two = make_participation(), make_theme(), make_theme()
    row = statement_row(spoke, themes=f"{one.slug}; {two.slug}")

    save("statements", table_of(row), "x", None)

    statement = Statement.objects.get()
    assert (statement.status, statement.participation) == ("draft", spoke)
    assert set(statement.themes.all()) == {one, two}


def test_what_was_not_seen_is_not_saved():
    theme = make_theme("Before")
    row = table_of({"slug": theme.slug, "label": "After"})
    outcome = Outcome()
    list(preview("themes", row, outcome))
    theme.label = "Meanwhile"
    theme.save()

    with pytest.raises(ValidationError, match="somebody changed these records since"):
        save("themes", row, "x", None, outcome.digest)

    theme.refresh_from_db()
    assert theme.label == "Meanwhile"
    again = Outcome()
    list(preview("themes", row, again))
    save("themes", row, "x", None, again.digest)


def test_a_record_is_found_by_any_name_of_whom_it_is_of():
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former")

    row = {"participant": "Türkiye", "name": "Turkey", "kind": "common"}
    assert dict(looked("names", row).counts) == {"changed": 1}


def test_a_participant_is_named_by_any_name():
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former")

    rows = {"participant": "TURKEY", "name": "Republic of Turkey", "kind": "former"}
    assert dict(looked("names", rows).counts) == {"new": 1}


REFUSED = {
    "a value outside the choices": ({"stance": "loves"}, "stance: Value 'loves' is not a valid"),
    "a record that is not there": ({"themes": "nowhere"}, "themes: there is no theme “nowhere”"),
    "a speaker of another dialogue": ({"participation": "x"}, "there is no participation “x”"),
    "a release": ({"status": "published"}, "status: a file releases and withdraws nothing"),
    "nothing said": ({"summary": ""}, "Give the words, a summary of them, or both."),
    "no speaker": ({"participation": ""}, "Give either a speaker or an attribution as printed."),
    "neither yes nor no": ({"among_others": "perhaps"}, "“perhaps” is neither yes nor no"),
    "no number": ({"position": "first"}, "position: “first” value must be an integer."),
    "too long": ({"section": "x" * 301}, "section: Ensure this value has at most 300"),
    "a made-up reference": ({"reference": "abcdefg"}, "reference: “abcdefg” is not a reference."),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_row_that_cannot_be_is_refused_with_why(what):
    values, why = REFUSED[what]
    row = statement_row(make_participation(), **values)

    outcome = looked("statements", row)

    assert dict(outcome.counts) == {"refused": 1}
    assert why in outcome.refused[2]


def test_two_rows_of_one_record_are_refused():
    theme = make_theme()

    outcome = looked("themes", *[{"slug": theme.slug, "label": one} for one in ("One", "Two")])

    assert outcome.refused == {3: "another row of the file is of the same record"}


def test_a_twin_of_a_recorded_row_is_refused():
    spoke = make_participation()
    row = {"dialogue": spoke.dialogue.slug, "key": "another", "source": spoke.source.slug}

    outcome = looked("participations", row | {"participant": spoke.participant.slug})

    assert "This is recorded already, in the same capacity." in outcome.refused[2]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"slug": "x", "colour": "red"}, "There is no column “colour”"),
        ({"label": "x"}, "The column “slug” is missing"),
    ],
)
def test_a_file_of_other_columns_is_refused(row, said):
    with pytest.raises(ValidationError, match=said):
        looked("themes", row)


def test_published_words_are_not_changed_into_others_that_the_source_has_not():
    source = make_source()
    Passage.objects.create(source=source, position=1, text="one")
    statement = make_statement(source=source, text="one", provenance="quoted-in-summary")
    statement.words_checked = ""
    statement.save()

    outcome = looked("statements", {"reference": statement.reference, "text": "two"})

    assert "does not have these words: “two”" in outcome.refused[2]


def test_a_correction_from_a_file_is_a_correction(curator):
    statement = make_statement(summary="Before.")

    save(
        "statements",
        table_of({"reference": statement.reference, "summary": "After."}),
        "A slip",
        curator,
    )

    assert [one.kind for one in statement.changes.all()][0] == "corrected"
    assert statement.versions.count() == 2


KILLED = """
import sys, time
import django
django.setup()
import tablib
from dialogues.spreadsheets import importing

take = importing.Outcome.take

def slowly(self, number, *rest):
    take(self, number, *rest)
    if number == 300:
        print("half", flush=True)
        time.sleep(60)

importing.Outcome.take = slowly
rows = [[f"theme-{n}", f"Theme {n}"] for n in range(600)]
dataset = tablib.Dataset(*rows, headers=["slug", "label"])
dataset.numbers = range(600)
importing.save("themes", dataset, "x", None)
"""


@pytest.mark.django_db(transaction=True)
def test_an_import_that_is_killed_half_way_leaves_nothing():
    make_theme("Before")
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "r2p_site.settings"}
    environment["DATABASE_URL"] = address_of_test_database()
    connection.close()

    importing = subprocess.Popen(
        [sys.executable, "-c", KILLED],
        env=environment,
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert importing.stdout.readline() == "half\n"
    importing.send_signal(signal.SIGKILL)
    importing.wait(20)

    assert list(Theme.objects.values_list("label", flat=True)) == ["Before"]
    assert Theme.history.count() == 1
    importing.stdout.close()


def address_of_test_database():
    """The DATABASE_URL of the database that this test uses."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"
