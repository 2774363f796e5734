"""Uploaded spreadsheets: previewed, refused row by row, saved whole or not at all."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection

from dialogues.models import (
    Ballot,
    Edition,
    Name,
    Passage,
    SourceParagraph,
    Statement,
    Theme,
)
from dialogues.spreadsheets import downloads, files
from dialogues.spreadsheets.cells import DayCell
from dialogues.spreadsheets.files import Sheet
from dialogues.spreadsheets.rows import TABLES, RowReader
from dialogues.spreadsheets.upload import Outcome, preview, save
from tests.records import (
    make_dialogue,
    make_draft,
    make_engagement,
    make_figure,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
    make_vote,
)

pytestmark = pytest.mark.django_db


def sheet_of(*rows):
    cells = [
        {name: value if isinstance(value, str) else str(value) for name, value in row.items()}
        for row in rows
    ]
    return Sheet(list(rows[0]), list(enumerate(cells, 2)))


def previewed(name, *rows):
    outcome = Outcome()
    list(preview(name, sheet_of(*rows), outcome))
    return outcome


def exported(name):
    reader = RowReader(TABLES[name])
    return reader.export(reader.records())


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
    Ballot.objects.create(vote=make_vote(in_favour=1), participant=state, cast="yes")
    make_engagement(organizations=[state], people=[make_person()], country=state)
    SourceParagraph.objects.create(source=make_source(), position=1, paragraph="1")


@pytest.mark.parametrize("extension", downloads.WRITTEN)
@pytest.mark.parametrize("name", TABLES)
def test_a_downloaded_file_is_unchanged_when_uploaded(records, name, extension):
    sheet = exported(name)
    content = downloads.WRITTEN[extension][0](sheet)
    outcome = Outcome()

    list(preview(name, files.read(f"a.{extension}", content), outcome))

    assert dict(outcome.counts) == {"unchanged": len(sheet)}
    assert len(sheet) > 0


def test_a_preview_counts_and_shows_each_field_before_and_after_and_saves_nothing():
    theme = make_theme("Prevention", scope_note="Before")
    make_theme("Veto")
    edition = Edition.objects.current_number()

    outcome = previewed(
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
    assert [(number, changes[:2]) for number, _label, changes in outcome.new] == [
        (4, [("slug", "", "new"), ("label", "", "New")])
    ]
    assert list(outcome.refused) == [5]
    assert Theme.objects.count() == 2
    assert Edition.objects.current_number() == edition


def test_a_sheet_is_saved_in_one_edition_with_its_reason(curator):
    first, second = make_theme(), make_theme()
    edition = Edition.objects.current_number()
    rows = [{"slug": first.slug, "label": "One"}, {"slug": second.slug, "label": "Two"}]

    save("themes", sheet_of(*rows), "From the sheet", curator)

    assert set(Theme.objects.values_list("label", flat=True)) == {"One", "Two"}
    assert Edition.objects.current_number() == edition + 1
    latest = first.history.latest()
    assert (latest.history_change_reason, latest.history_user) == ("From the sheet", curator)


def test_one_refused_row_prevents_all_from_being_saved():
    theme = make_theme("Before")

    with pytest.raises(ValidationError, match="Nothing is saved. Row 3: label"):
        save(
            "themes",
            sheet_of({"slug": theme.slug, "label": "After"}, {"slug": "x", "label": ""}),
            "x",
            None,
        )

    assert list(Theme.objects.values_list("label", flat=True)) == ["Before"]


def test_a_missing_column_leaves_its_values_unchanged():
    theme = make_theme("Before", scope_note="Stays")

    save("themes", sheet_of({"slug": theme.slug, "label": "After"}), "x", None)

    theme.refresh_from_db()
    assert (theme.label, theme.scope_note) == ("After", "Stays")


def test_a_row_may_name_a_record_of_an_earlier_row():
    rows = [{"slug": "above", "label": "Above", "parent": ""}]
    rows += [{"slug": "below", "label": "Below", "parent": "above"}]

    assert dict(previewed("themes", *rows).counts) == {"new": 2}
    save("themes", sheet_of(*rows), "x", None)

    assert Theme.objects.get(slug="below").parent.slug == "above"


def test_progress_is_reported_where_rows_name_each_other():
    rows = [{"slug": f"theme-{n}", "label": f"Theme {n}", "parent": ""} for n in range(600)]
    rows[-1]["parent"] = "theme-0"
    outcome = Outcome()

    assert list(preview("themes", sheet_of(*rows), outcome)) == [250, 500, 600]
    assert dict(outcome.counts) == {"new": 600}
    assert not Theme.objects.exists()


def test_an_interrupted_preview_changes_nothing():
    rows = [{"slug": f"theme-{n}", "label": f"Theme {n}"} for n in range(600)]
    progress = preview("themes", sheet_of(*rows), Outcome())
    assert next(progress) == 250

    progress.close()

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
    spoke, first, second = make_participation(), make_theme(), make_theme()
    row = statement_row(spoke, themes=f"{first.slug}; {second.slug}")

    save("statements", sheet_of(row), "x", None)

    statement = Statement.objects.get()
    assert (statement.status, statement.participation) == ("draft", spoke)
    assert set(statement.themes.all()) == {first, second}


def test_only_what_was_previewed_is_saved():
    theme = make_theme("Before")
    row = sheet_of({"slug": theme.slug, "label": "After"})
    outcome = Outcome()
    list(preview("themes", row, outcome))
    theme.label = "Meanwhile"
    theme.save()

    with pytest.raises(ValidationError, match="somebody has changed these records since"):
        save("themes", row, "x", None, outcome.digest)

    theme.refresh_from_db()
    assert theme.label == "Meanwhile"
    again = Outcome()
    list(preview("themes", row, again))
    save("themes", row, "x", None, again.digest)


def test_a_record_is_found_by_any_name_of_its_participant():
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former")

    row = {"participant": "Türkiye", "name": "Turkey", "kind": "common"}
    assert dict(previewed("names", row).counts) == {"changed": 1}


def test_a_participant_is_named_by_any_name():
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former")

    rows = {"participant": "TURKEY", "name": "Republic of Turkey", "kind": "former"}
    assert dict(previewed("names", rows).counts) == {"new": 1}


REFUSED = {
    "a value outside the choices": (
        {"stance": "loves"},
        "stance: “loves” is not one of: supports, opposes",
    ),
    "a missing record": ({"themes": "nowhere"}, "themes: there is no theme “nowhere”"),
    "a speaker of another dialogue": ({"participation": "x"}, "there is no participation “x”"),
    "a release": ({"status": "published"}, "status: a file publishes and withdraws nothing"),
    "no words": ({"summary": ""}, "Give the words, a summary of them, or both."),
    "no speaker": ({"participation": ""}, "Give either a speaker or an attribution as printed."),
    "neither yes nor no": ({"among_others": "perhaps"}, "“perhaps” is neither yes nor no"),
    "not a number": ({"position": "first"}, "position: “first” value must be an integer."),
    "too long": ({"section": "x" * 301}, "section: Ensure this value has at most 300"),
    "a made-up reference": ({"reference": "abcdefg"}, "reference: “abcdefg” is not a reference."),
}


@pytest.mark.parametrize("what", REFUSED)
def test_an_invalid_row_is_refused_with_the_reason(what):
    values, why = REFUSED[what]
    row = statement_row(make_participation(), **values)

    outcome = previewed("statements", row)

    assert dict(outcome.counts) == {"refused": 1}
    assert why in outcome.refused[2]


def test_two_rows_of_one_record_are_refused():
    slug = make_theme().slug

    outcome = previewed("themes", {"slug": slug, "label": "One"}, {"slug": slug, "label": "Two"})

    assert outcome.refused == {3: "another row of the file is of the same record"}


def test_a_duplicate_of_a_recorded_row_is_refused():
    spoke = make_participation()
    row = {"dialogue": spoke.dialogue.slug, "key": "another", "source": spoke.source.slug}

    outcome = previewed("participations", row | {"participant": spoke.participant.slug})

    assert "This participation is already recorded, in the same capacity." in outcome.refused[2]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"slug": "x", "lable": "red"}, "There is no column “lable”. Did you mean “label”?"),
        ({"label": "x"}, "The column “slug” is missing"),
    ],
)
def test_a_sheet_with_other_columns_is_refused(row, message):
    with pytest.raises(ValidationError, match=message):
        previewed("themes", row)


def test_published_words_cannot_become_words_that_are_not_in_the_source():
    source = make_source()
    Passage.objects.create(source=source, position=1, text="one")
    statement = make_statement(source=source, text="one", provenance="quoted-in-summary")
    statement.words_checked = ""
    statement.save()

    outcome = previewed("statements", {"reference": statement.reference, "text": "two"})

    assert "does not have these words: “two”" in outcome.refused[2]


def test_a_correction_from_a_file_is_a_correction(curator):
    statement = make_statement(summary="Before.")

    save(
        "statements",
        sheet_of({"reference": statement.reference, "summary": "After."}),
        "A slip",
        curator,
    )

    assert [change.kind for change in statement.changes.all()][0] == "corrected"
    assert statement.versions.count() == 2


KILLED = """
import sys, time
import django
django.setup()
from dialogues.spreadsheets import upload
from dialogues.spreadsheets.files import Sheet

add = upload.Outcome.add

def add_slowly(self, number, *rest):
    add(self, number, *rest)
    if number == 300:
        print("half", flush=True)
        time.sleep(60)

upload.Outcome.add = add_slowly
rows = [(n, {"slug": f"theme-{n}", "label": f"Theme {n}"}) for n in range(600)]
upload.save("themes", Sheet(["slug", "label"], rows), "x", None)
"""


@pytest.mark.django_db(transaction=True)
def test_a_killed_upload_changes_nothing():
    make_theme("Before")
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "r2p_site.settings"}
    environment["DATABASE_URL"] = address_of_test_database()
    connection.close()

    upload = subprocess.Popen(
        [sys.executable, "-c", KILLED],
        env=environment,
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert upload.stdout.readline() == "half\n"
    upload.send_signal(signal.SIGKILL)
    upload.wait(20)

    assert list(Theme.objects.values_list("label", flat=True)) == ["Before"]
    assert Theme.history.count() == 1
    upload.stdout.close()


def address_of_test_database():
    """The DATABASE_URL of the database that this test uses."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"


def test_columns_that_a_person_added_are_ignored_and_named():
    make_theme(slug="a-theme")
    outcome = previewed("themes", {"slug": "a-theme", "my notes": "Ask Ama", "Farbe": "rot"})

    assert (outcome.ignored, outcome.counts) == (["my notes", "Farbe"], {"unchanged": 1})


def test_equal_reasons_are_one():
    rows = [{"slug": f"a b {number}", "label": "x"} for number in range(2_000)]
    outcome = previewed("themes", *rows, {"slug": "c", "label": "c", "parent": "nothing"})

    assert [rows for rows, _reason in outcome.refusals] == ["2–2001", "2002"]


def test_a_date_that_a_program_made_of_a_text_is_refused():
    statement = make_statement()
    row = {"reference": statement.reference, "paragraph": DayCell("2026-04-03")}

    outcome = previewed("statements", row)

    assert outcome.refused == {
        2: "paragraph: a program made the date 2026-04-03 of it. Format the cell as text, and type "
        "it again"
    }


def test_a_month_is_a_month_where_one_may_be_given():
    state = make_state("Türkiye")
    row = {
        "participant": state.slug,
        "name": "Turkey",
        "kind": "former",
        "until": DayCell("2022-06"),
    }

    ((_number, _label, changes),) = previewed("names", row).new

    assert ("until", "", "2022-06") in changes
