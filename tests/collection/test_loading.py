"""Loading the collection's files: once, again, and after people's changes."""

from io import StringIO

import pytest
from django.core.management import call_command

from dialogues import publishing
from dialogues.collection import files
from dialogues.collection.exporting import export
from dialogues.collection.loading import Report, load
from dialogues.collection.tables import FILES
from dialogues.models import (
    Edition,
    Membership,
    Name,
    Participant,
    Statement,
    Theme,
    open_edition,
)

LIECHTENSTEIN = "w5qsg9b"
pytestmark = [pytest.mark.long, pytest.mark.django_db]


def change_statement(folder, dialogue, reference, **values):
    path = folder / "dialogues" / f"{dialogue}.yaml"
    content = files.read_yaml(path)
    rows = {row["reference"]: row for row in content["statements"]}
    rows[reference].update(values)
    files.write_yaml(path, content)


def contents(folder):
    """{path: bytes} of all files below a folder."""
    paths = folder.rglob("*.*")
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_a_short_collection_is_exported_as_it_was_loaded(short_folder, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    load(short_folder)
    export(first)

    report = load(first)
    export(second)

    assert (report.added, report.changed, report.skipped) == (0, 0, [])
    assert contents(second) == contents(first)
    assert (
        contents(first)["dialogues/unga-2017-09-06.yaml"]
        == (contents(short_folder)["dialogues/unga-2017-09-06.yaml"])
    )


@pytest.mark.usefixtures("starter_collection")
class TestWholeCollection:
    def test_load_export_compare_is_equal_byte_for_byte(self, tmp_path):
        export(tmp_path)

        assert contents(tmp_path) == contents(FILES)

    def test_a_second_load_changes_nothing(self, starter_collection):
        edition = Edition.objects.current_number()
        history = Statement.history.count()

        report = load(FILES)

        assert report == Report(unchanged=starter_collection.added)
        assert Edition.objects.current_number() == edition
        assert Statement.history.count() == history

    def test_a_load_is_one_edition_that_names_every_statement(self):
        edition = Edition.objects.get()

        published = Statement.objects.published()
        assert edition.changes.filter(kind="published").count() == published.count()
        assert edition.changes.exclude(kind="published").count() == 0


@pytest.mark.usefixtures("short_collection")
class TestLoadedCollection:
    def test_a_change_in_the_files_changes_the_record(self, short_folder):
        change_statement(short_folder, "unga-2017-09-06", LIECHTENSTEIN, summary="Another summary.")

        report = load(short_folder)

        assert (report.changed, report.skipped) == (1, [])
        statement = Statement.objects.get(reference=LIECHTENSTEIN)
        assert statement.summary == "Another summary."
        assert statement.changes.first().kind == "corrected"

    def test_a_correction_makes_a_version_with_its_own_reason(self, short_folder):
        change_statement(short_folder, "unga-2017-09-06", LIECHTENSTEIN, summary="Said more.")

        load(short_folder, {LIECHTENSTEIN: "Says no more than the source."})

        versions = Statement.objects.get(reference=LIECHTENSTEIN).versions
        assert list(versions.values_list("number", "reason")) == [
            (1, "Loaded from the collection's files"),
            (2, "Says no more than the source."),
        ]
        assert load(short_folder).changed == 0

    def test_a_correction_on_the_site_is_never_overwritten(self, short_folder, curator):
        statement = Statement.objects.get(reference=LIECHTENSTEIN)
        with open_edition("A better summary", curator):
            statement.summary = "Corrected on the site."
            statement.save()
        change_statement(short_folder, "unga-2017-09-06", LIECHTENSTEIN, summary="From the files.")

        report = load(short_folder)

        assert report.skipped == [f"statement {LIECHTENSTEIN}: changed on the site, left unchanged"]
        statement.refresh_from_db()
        assert statement.summary == "Corrected on the site."

    def test_a_theme_a_person_chose_is_never_overwritten(self, curator, short_folder):
        statement = Statement.objects.get(reference=LIECHTENSTEIN)
        with open_edition("It is on the Council too", curator):
            statement.themes.add(Theme.objects.get(slug="security-council"))

        report = load(short_folder)

        assert len(report.skipped) == 1
        assert statement.themes.count() == 2

    def test_a_record_that_a_person_removed_is_not_added_again(self, curator, short_folder):
        Name.objects.get(name="Burma").delete()

        report = load(short_folder)

        assert report.skipped == [
            "name myanmar Burma: removed or renamed on the site, left unchanged"
        ]
        assert not Name.objects.filter(name="Burma").exists()

    @pytest.mark.parametrize("change", ["removed", "renamed"])
    def test_a_row_that_refers_to_a_record_changed_on_the_site_is_reported(
        self, change, short_folder
    ):
        theme = Theme.objects.get(slug="latin-american-network")
        if change == "removed":
            for statement in theme.statements.all():
                statement.themes.remove(theme)
            theme.delete()
        else:
            theme.slug = "latin-network"
            theme.save()
        state = Participant.objects.get(slug="tonga")
        state.slug = "kingdom-of-tonga"
        state.save()

        report = load(short_folder)

        assert {line.split(":")[0] for line in report.skipped} == {
            "theme latin-american-network",
            "participant tonga",
            "membership asia-pacific tonga",
        }

    def test_a_membership_with_another_start_is_not_duplicated(self, short_folder):
        membership = Membership.objects.get(member__slug="south-sudan", group__slug="african")
        membership.since = None
        membership.save()

        report = load(short_folder)

        assert len(report.skipped) == 1
        assert membership.group.memberships_of_it.filter(member=membership.member).count() == 1

    def test_a_withdrawn_statement_stays_withdrawn(self, short_folder):
        statement = Statement.objects.get(reference=LIECHTENSTEIN)
        publishing.withdraw([statement], "For a test")

        load(short_folder)

        statement.refresh_from_db()
        assert statement.status == "withdrawn"

    def test_a_statement_withdrawn_in_the_files_is_withdrawn_on_the_site(self, short_folder):
        change_statement(short_folder, "unga-2017-09-06", LIECHTENSTEIN, status="withdrawn")

        load(short_folder)

        statement = Statement.objects.get(reference=LIECHTENSTEIN)
        assert statement.status == "withdrawn"
        assert statement.changes.first().kind == "withdrawn"
        assert load(short_folder).changed == 0

    def test_a_draft_published_in_the_files_is_published_on_the_site(self, short_folder):
        path = short_folder / "dialogues" / "unga-2017-09-06.yaml"
        content = files.read_yaml(path)
        draft = content["statements"][0] | {"reference": "0000000", "position": 1}
        content["statements"].append({key: draft[key] for key in draft if key != "status"})
        files.write_yaml(path, content)
        load(short_folder)
        content["statements"][-1]["status"] = "published"
        files.write_yaml(path, content)

        load(short_folder)

        assert Statement.objects.get(reference="0000000").is_public()
        assert load(short_folder).changed == 0

    def test_a_record_added_on_the_site_is_unchanged(self, short_folder):
        made = Participant.objects.create(kind="civil-society", name="Another organization")

        load(short_folder)

        assert Participant.objects.filter(pk=made.pk).exists()

    def test_the_command_reports_what_it_left_unchanged(self, short_folder):
        Name.objects.get(name="Burma").delete()
        out, err = StringIO(), StringIO()

        call_command("load_collection", str(short_folder), stdout=out, stderr=err)

        assert out.getvalue() == "0 added, 0 changed, 96 unchanged\n"
        assert (
            err.getvalue() == "name myanmar Burma: removed or renamed on the site, left unchanged\n"
        )
