"""The pages of the releases and of the codebook."""

import json
import re

import pytest

from dialogues.exports.releases.build import build_release
from dialogues.exports.releases.tables import tables
from dialogues.models import Edition
from tests.records import make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.RELEASES_DIR = tmp_path
    settings.OPERATOR = "Test Operator"
    return tmp_path


@pytest.fixture
def release(folder):
    make_statement()
    return build_release(folder, "http://testserver")


def text(response):
    return response.content.decode()


def test_without_a_release_the_page_says_so(client, folder):
    folder.rmdir()

    assert "No release has been made yet" in text(client.get("/data/"))


def test_the_releases_are_listed_the_latest_first(client, folder, release):
    make_statement()
    later = build_release(folder, "http://testserver")
    (folder / ".release-unfinished").mkdir()

    links = re.findall(r'<a href="(/data/\d+/)">', text(client.get("/data/")))

    assert links == [f"/data/{later.name}/", f"/data/{release.name}/"]


def test_a_release_shows_at_once(client, folder):
    """Without a new edition: pages are cached for an edition."""
    make_statement()
    before = text(client.get("/data/"))

    release = build_release(folder, "http://testserver")

    address = f"/data/{release.name}/"
    assert (address in before, address in text(client.get("/data/"))) == (False, True)
    assert client.get("/data.json").json()["releases"]


def test_a_release_lists_its_files(client, release):
    page = text(client.get(f"/data/{release.name}/"))

    links = re.findall(r'<a href="([^"/#?]+)">', page)
    assert sorted(links) == sorted(
        path.name for path in release.iterdir() if path.name != "SHA256SUMS"
    )


def test_a_file_is_downloaded_and_kept_for_good(client, release):
    answer = client.get(f"/data/{release.name}/statements.csv")

    assert answer.getvalue() == (release / "statements.csv").read_bytes()
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("name", ["nothing.csv", "%2e%2e%2fsettings.py", ".release-x"])
def test_other_files_are_not_there(client, release, name):
    assert client.get(f"/data/{release.name}/{name}").status_code == 404


def test_an_edition_without_a_release_is_not_there(client, release):
    assert client.get("/data/999/").status_code == 404
    assert client.get("/data/999/statements.csv").status_code == 404


def test_a_release_is_cited_in_every_style(client, release):
    page = text(client.get(f"/data/{release.name}/cite/"))

    assert f"http://testserver/data/{release.name}/" in page
    assert "Test Operator" in page
    bib = client.get(f"/data/{release.name}/r2p-dialogues.bib")
    assert bib.status_code == 200


def test_a_release_is_a_dataset_for_search_engines(client, release):
    page = text(client.get(f"/data/{release.name}/"))
    linked = json.loads(re.search(r'application/ld\+json"[^>]*>(.*?)</script>', page, re.S)[1])

    assert linked["@type"] == "Dataset"
    assert linked["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert linked["creator"] == {"@type": "Organization", "name": "Test Operator"}
    assert f"http://testserver/data/{release.name}/statements.csv" in [
        file["contentUrl"] for file in linked["distribution"]
    ]


def test_the_releases_as_data(client, release):
    answer = client.get("/data.json").json()

    (only,) = answer["releases"]
    assert (only["edition"], only["address"]) == (
        Edition.objects.current_number(),
        f"http://testserver/data/{release.name}/",
    )
    assert {file["address"].rpartition("/")[2] for file in only["files"]} == {
        path.name for path in release.iterdir()
    } - {"SHA256SUMS"}


@pytest.mark.parametrize("table", ["statements", "statements_themes", "votes_ballots"])
def test_the_codebook_has_every_column_of_a_table(client, table):
    page = text(client.get(f"/data/codebook/{table}/"))

    columns = re.findall(r"<dt><code>([^<]+)</code>", page)
    assert columns == [column.name for column in tables()[table].columns]


def test_the_codebook_lists_the_tables(client):
    page = text(client.get("/data/codebook/"))

    assert re.findall(r'href="/data/codebook/([^/"]+)/"', page) == list(tables())
    assert client.get("/data/codebook/nothing/").status_code == 404


def test_a_release_that_lost_a_file_is_shown_without_it(client, release):
    (release / "votes.csv").unlink()

    page = text(client.get(f"/data/{release.name}/"))

    assert ('href="votes.csv"' in page, 'href="votes.jsonl"' in page) == (False, True)
    assert client.get(f"/data/{release.name}/votes.csv").status_code == 404


def test_a_release_that_lost_its_citation_is_not_listed(client, release):
    (release / "CITATION.cff").unlink()

    assert "No release has been made yet" in text(client.get("/data/"))
    assert client.get(f"/data/{release.name}/").status_code == 404
