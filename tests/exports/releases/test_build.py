"""Releases: what is in them, and that other programs can read them."""

import csv
import json
import sqlite3
import warnings
from hashlib import sha256

import duckdb
import frictionless
import pytest
import yaml
from csvw.metadata import CSVW
from rdflib import DCAT, Graph

from dialogues import publishing
from dialogues.exports.releases.build import (
    NothingPublishedError,
    ReleaseDiffersError,
    build_release,
    files_of,
)
from dialogues.exports.releases.codebook import codebook_rows
from dialogues.exports.releases.tables import tables
from dialogues.models import Edition, open_edition
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
    make_vote,
)

pytestmark = pytest.mark.django_db

BASE = "https://r2p.example"
FORMULA = '=HYPERLINK("https://x")'


@pytest.fixture
def records():
    """Two published statements, one withdrawn, one that was corrected, and records of others."""
    peru = make_state("Peru", slug="peru")
    chile = make_state("Chile", slug="chile")
    make_membership(make_group("Group", slug="group"), peru)
    dialogue = make_dialogue(slug="dialogue")
    speech = make_participation(dialogue, peru, person=make_person(slug="person"))
    make_participation(
        dialogue, chile, status="represented", represented_by=speech, source=speech.source
    )
    theme = make_theme("Veto", slug="veto", parent=make_theme("Council", slug="council"))
    statement = make_statement(participation=speech, themes=[theme], text=FORMULA)
    with open_edition("A comma"):
        statement.summary = "With “quotes”,\na comma and two lines."
        statement.save()
    publishing.withdraw([make_statement()], "Wrong")
    make_figure(dialogue=dialogue, source=make_source(slug="source"), theme=theme)
    make_vote(slug="vote")
    return statement


@pytest.fixture
def release(records, tmp_path):
    return build_release(tmp_path, BASE)


def rows(release, table):
    with (release / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(release, kind):
    text = (release / f"{kind}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def query(release, sql):
    with sqlite3.connect(release / "r2p-dialogues.sqlite") as connection:
        return connection.execute(sql).fetchall()


def test_a_release_is_in_the_folder_of_its_edition(release, tmp_path):
    assert release == tmp_path / str(Edition.objects.current_number())
    assert [path.name for path in tmp_path.iterdir()] == [release.name]


def test_two_builds_are_equal(records, tmp_path):
    first, second = build_release(tmp_path / "a", BASE), build_release(tmp_path / "b", BASE)

    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }


def test_a_release_that_exists_is_not_changed(release, tmp_path):
    before = (release / "README.md").read_bytes()

    assert build_release(tmp_path, BASE, check=True) == release
    assert build_release(tmp_path, "https://other.example") == release
    with pytest.raises(ReleaseDiffersError):
        build_release(tmp_path, "https://other.example", check=True)
    assert (release / "README.md").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [release.name]


def test_there_is_no_release_of_nothing(tmp_path):
    with pytest.raises(NothingPublishedError):
        build_release(tmp_path, BASE)


def test_all_formats_have_as_many_rows_as_the_lists_for_programs(client, release):
    kinds = [table.kind for table in tables().values() if table.part is None]

    in_lists = {
        kind: len(client.get(f"/api/v1/{kind}/?limit=500").json()["records"]) for kind in kinds
    }

    assert {kind: len(rows(release, kind)) for kind in kinds} == in_lists
    assert {kind: len(lines(release, kind)) for kind in kinds} == in_lists
    counts = {kind: query(release, f"SELECT count(*) FROM {kind}")[0][0] for kind in kinds}
    assert counts == in_lists


def test_a_line_of_json_is_the_record_of_the_list(client, release):
    text = client.get("/api/v1/statements/").content.decode().replace("http://testserver", BASE)

    assert lines(release, "statements") == json.loads(text)["records"]


def test_lists_in_a_record_are_tables(records, release):
    reference = records.reference

    assert rows(release, "statements_themes") == [
        {"statement": reference, "slug": "veto", "name": "Veto"}
    ]
    assert rows(release, "statements_speaker_represented") == [
        {"statement": reference, "slug": "chile", "name": "Chile"}
    ]
    assert [row["parent"] for row in rows(release, "themes")] == ["", "council"]


def test_a_formula_is_escaped_for_spreadsheets_only(release):
    assert rows(release, "statements")[0]["text"] == f"'{FORMULA}"
    assert lines(release, "statements")[0]["text"] == FORMULA
    assert query(release, "SELECT text FROM statements") == [(FORMULA,)]
    parquet = duckdb.read_parquet(str(release / "statements.parquet"))
    assert parquet.project("text, translation, speaker_on_behalf_of").fetchall() == [
        (FORMULA, "", None)
    ]


def test_the_sqlite_file_is_searched_and_has_views(release):
    matches = query(
        release, "SELECT count(*) FROM statements_fts WHERE statements_fts MATCH 'comma'"
    )

    assert matches == [(1,)]
    assert query(release, "SELECT speaker FROM statements_by_day") == [("Peru",)]
    assert query(release, "SELECT theme FROM statements_by_theme") == [("veto",)]
    assert len(query(release, "SELECT * FROM speakers_by_dialogue")) == len(
        rows(release, "participations")
    )
    assert query(release, "PRAGMA foreign_key_check") == []


def test_datasette_finds_the_full_text_index(release):
    """It looks for these letters in the schema (datasette.utils.detect_fts_sql)."""
    sql = "SELECT sql FROM sqlite_master WHERE name = 'statements_fts'"

    assert 'content="statements"' in query(release, sql)[0][0]


def test_parquet_has_the_rows_and_types(release):
    table = duckdb.read_parquet(str(release / "editions.parquet"))

    assert dict(zip(table.columns, map(str, table.types), strict=True)) == {
        "number": "BIGINT",
        "published_at": "TIMESTAMP WITH TIME ZONE",
        "change_count": "BIGINT",
    }
    assert len(table.fetchall()) == Edition.objects.count()


def test_the_sums_are_those_of_the_files(release):
    sums = {file.name: file.sha256 for file in files_of(release)}

    assert sums == {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in release.iterdir()
        if path.name != "SHA256SUMS"
    }


def test_frictionless_accepts_the_package(release):
    report = frictionless.validate(str(release / "datapackage.json"))

    assert report.flatten(["title", "message"]) == []


def test_frictionless_refuses_a_release_that_was_changed(release):
    path = release / "editions.csv"
    path.write_text(path.read_text() + "x,y,z\n")

    assert not frictionless.validate(str(release / "datapackage.json")).valid


def test_csv_on_the_web_accepts_the_tables(release):
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        assert CSVW(str(release / "csv-metadata.json")).is_valid


def test_every_column_says_what_it_means():
    without = [
        (row.table, row.column)
        for table in tables()
        for row in codebook_rows(table)
        if not row.meaning
    ]

    assert without == []


def read_json(release, name):
    return json.loads((release / name).read_text(encoding="utf-8"))


# Of rdflib, in its own reader of JSON-LD.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_catalogue_names_every_data_file(release):
    graph = Graph().parse(release / "dcat.jsonld", format="json-ld")

    links = {str(url).rpartition("/")[2] for url in graph.objects(None, DCAT.downloadURL)}
    assert links == {
        path.name
        for path in release.iterdir()
        if path.suffix in (".csv", ".jsonl", ".parquet", ".sqlite") and path.stem != "codebook"
    }


def test_croissant_names_columns_that_are_there(release):
    described = read_json(release, "croissant.json")

    columns = {
        record_set["name"]: [field["source"]["extract"]["column"] for field in record_set["field"]]
        for record_set in described["recordSet"]
    }
    assert columns == {
        table: (release / f"{table}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
        for table in tables()
    }


def test_datacite_has_what_a_doi_needs(release, settings):
    described = read_json(release, "datacite.json")

    assert described["types"]["resourceTypeGeneral"] == "Dataset"
    assert described["creators"] == [{"name": "R2P Dialogues", "nameType": "Organizational"}]
    assert {"titles", "publisher", "publicationYear", "rightsList"} <= set(described)


def test_editors_are_people_and_the_operator_publishes(records, tmp_path, settings):
    settings.EDITORS, settings.OPERATOR = ["A. Editor", "B. Editor"], "An Institute"
    release = build_release(tmp_path, BASE)

    described = read_json(release, "datacite.json")
    cited = yaml.safe_load((release / "CITATION.cff").read_text(encoding="utf-8"))
    assert described["publisher"] == {"name": "An Institute"}
    assert described["creators"] == [
        {"name": "A. Editor", "nameType": "Personal"},
        {"name": "B. Editor", "nameType": "Personal"},
    ]
    assert cited["authors"] == [{"name": "A. Editor"}, {"name": "B. Editor"}]


def test_without_a_licence_none_is_named(records, tmp_path, settings):
    settings.DATA_LICENCE = settings.DATA_LICENCE_URL = ""
    release = build_release(tmp_path, BASE)

    assert "No licence is given." in (release / "LICENSE.txt").read_text(encoding="utf-8")
    assert "licenses" not in read_json(release, "datapackage.json")
    assert "rightsList" not in read_json(release, "datacite.json")
    assert "license" not in read_json(release, "croissant.json")
    assert frictionless.validate(str(release / "datapackage.json")).valid
