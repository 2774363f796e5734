"""Pages of versions, withdrawn and moved statements, and Memento."""

import json
from datetime import timedelta

import pytest
from django.utils.http import http_date

from dialogues import publishing
from dialogues.merging import merge_statements, split_statement
from dialogues.models import Redirection, open_edition
from tests.records import make_draft, make_statement, make_theme

pytestmark = pytest.mark.django_db


def correct(statement, summary):
    with open_edition("Corrected for a test"):
        statement.summary = summary
        statement.save()


def version(statement, number):
    return f"/statements/{statement.reference}/v{number}/"


def test_each_version_has_its_page(client):
    statement = make_statement(summary="The first words.")
    correct(statement, "The second words.")

    pages = [client.get(version(statement, n)).content.decode() for n in (1, 2)]

    assert "The first words." in pages[0]
    assert "The second words." in pages[1]
    assert "Reason given: Corrected for a test" in pages[1]


def test_the_bytes_of_a_version_stay_the_same_through_ten_corrections(client):
    statement = make_statement(summary="The first words.")
    before = client.get(version(statement, 1)).content
    for n in range(10):
        correct(statement, f"Correction {n}.")
        statement.themes.add(make_theme())

    assert client.get(version(statement, 1)).content == before


def test_the_bytes_of_a_version_stay_the_same_when_the_template_changes(client, settings, tmp_path):
    statement = make_statement()
    before = client.get(version(statement, 1)).content
    (tmp_path / "dialogues").mkdir()
    for name in ("base.html", "dialogues/version.html", "dialogues/includes/_words.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("Another look")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]

    assert client.get(version(statement, 1)).content == before
    correct(statement, "Corrected.")
    assert client.get(version(statement, 2)).content == b"Another look"


@pytest.mark.parametrize("number", [0, 2, 999_999_999])
def test_an_unknown_version_is_not_found(client, number):
    statement = make_statement()

    response = client.get(version(statement, number))

    assert response.status_code == 404
    assert f"has no version {number}: there are 1." in response.content.decode()


def test_a_draft_has_no_versions(client):
    draft = make_draft()

    for address in ("v1/", "timegate/", "timemap/"):
        assert client.get(draft.get_absolute_url() + address).status_code == 404


def test_a_withdrawn_statement_is_gone_with_all_its_versions(client):
    statement = make_statement(summary="The wrong words.")
    publishing.withdraw([statement], "Attributed to the wrong state")

    for rest in ("", "v1/", "timegate/", "timemap/"):
        response = client.get(statement.get_absolute_url() + rest)
        assert response.status_code == 410
        assert response["X-Robots-Tag"] == "noindex"
        assert "The wrong words." not in response.content.decode()
        assert "Attributed to the wrong state" in response.content.decode()


def test_a_withdrawn_statement_has_json_with_its_citation(client):
    statement = make_statement()
    publishing.withdraw([statement], "Wrong")
    redirection = Redirection.objects.get()
    expected = {
        "address": statement.get_absolute_url(),
        "was": f"Statement {statement.reference}",
        "what_happened": "withdrawn",
        "reason": "Wrong",
        "on": redirection.made_at.isoformat(timespec="seconds"),
        "cited_as": redirection.citation_at("http://testserver"),
        "now_at": [],
    }

    for response in (
        client.get(statement.get_absolute_url(), headers={"accept": "application/json"}),
        client.get(f"/statements/{statement.reference}.json"),
    ):
        assert (response.status_code, json.loads(response.content)) == (410, expected)
    digest = statement.versions.get().short_digest
    assert redirection.cited_as.startswith("As printed, statement at the ")
    assert redirection.cited_as.endswith(
        f"R2P Dialogues, statement {statement.reference}, version 1, "
        f"/statements/{statement.reference}/?v=1&d={digest}"
    )


def test_a_statement_merged_into_one_that_is_withdrawn_is_gone(client):
    duplicate, survivor = make_statement(summary="Wrong words."), make_statement()
    merge_statements(duplicate, survivor, "Entered twice")
    publishing.withdraw([survivor], "Wrong after all")

    for rest in ("", "v1/", "v1/cite/", "timegate/", "timemap/"):
        assert client.get(duplicate.get_absolute_url() + rest).status_code == 410
    for extension in ("json", "ris", "txt"):
        response = client.get(f"{duplicate.get_absolute_url()}v1.{extension}")
        assert response.status_code == 410
        assert b"Wrong words." not in response.content


def test_a_merged_statement_published_again_and_withdrawn_is_gone(client):
    duplicate, survivor = make_statement(), make_statement()
    merge_statements(duplicate, survivor, "Entered twice")
    publishing.publish([duplicate], "Not the same")
    assert client.get(duplicate.get_absolute_url()).status_code == 200
    publishing.withdraw([duplicate], "Wrong")

    assert client.get(f"{duplicate.get_absolute_url()}v1/").status_code == 410


def test_a_statement_published_again_has_no_redirection(client):
    statement = make_statement()
    publishing.withdraw([statement], "By mistake")
    publishing.publish([statement], "It was right")

    assert client.get(statement.get_absolute_url()).status_code == 200
    assert client.get(f"{statement.get_absolute_url()}v9/").status_code == 404
    assert not Redirection.objects.exists()


def test_a_redirect_is_not_cached(client):
    Redirection.add("/themes/old/", "/themes/new/", why="renamed", label="Old")

    assert client.get("/themes/old/")["Cache-Control"] == "no-cache"


def test_a_split_statement_has_json_with_its_successors(client):
    statement, first, second = (make_statement() for _n in range(3))
    split_statement(statement, [first, second], "Two things")

    response = client.get(statement.get_absolute_url(), headers={"accept": "application/json"})

    assert response.status_code == 410
    addresses = [first.get_absolute_url(), second.get_absolute_url()]
    assert (response.json()["what_happened"], response.json()["now_at"]) == ("split", addresses)
    assert client.get(f"{statement.get_absolute_url()}v1/").status_code == 200


def test_the_page_of_a_split_theme_links_to_its_successors(client):
    Redirection.add(
        "/themes/old/", "/themes/one/\n/themes/two/", why="split", label="Old", reason="Two things"
    )

    response = client.get("/themes/old/")

    assert response.status_code == 410
    assert '<a href="/themes/one/">' in response.content.decode()
    assert '<a href="/themes/two/">' in response.content.decode()


def test_a_post_to_a_moved_address_is_refused(client):
    Redirection.add("/themes/old/", "/themes/new/", why="renamed", label="Old")

    assert client.post("/themes/old/").status_code == 405


def test_the_reason_of_a_withdrawal_is_escaped(client):
    statement = make_statement()
    publishing.withdraw([statement], "<script>alert(1)</script>")

    text = client.get(statement.get_absolute_url()).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


class TestMemento:
    """RFC 7089."""

    @pytest.fixture
    def statement(self):
        statement = make_statement()
        correct(statement, "Corrected once.")
        correct(statement, "Corrected twice.")
        return statement

    def address(self, statement, rest=""):
        return f"http://testserver{statement.get_absolute_url()}{rest}"

    def test_the_original_links_to_its_timegate_and_timemap(self, client, statement):
        response = client.get(statement.get_absolute_url())

        assert f'<{self.address(statement, "timegate/")}>; rel="timegate"' in response["Link"]
        assert f'<{self.address(statement, "timemap/")}>; rel="timemap"' in response["Link"]

    def test_the_timegate_redirects_to_the_version_of_the_time(self, client, statement):
        first, second, third = statement.versions.all()
        for moment, expected in (
            (first.made_at - timedelta(days=9), first),
            (third.made_at + timedelta(seconds=1), third),
        ):
            response = client.get(
                f"{statement.get_absolute_url()}timegate/",
                headers={"accept-datetime": http_date(moment.timestamp())},
            )
            assert response.status_code == 302
            assert response["Location"] == self.address(statement, f"v{expected.number}/")
            assert "Accept-Datetime" in response["Vary"]
            assert f'<{self.address(statement)}>; rel="original"' in response["Link"]

    def test_without_a_time_the_timegate_redirects_to_the_latest_version(self, client, statement):
        response = client.get(f"{statement.get_absolute_url()}timegate/")

        assert response["Location"] == self.address(statement, "v3/")

    def test_an_invalid_time_is_refused(self, client, statement):
        response = client.get(
            f"{statement.get_absolute_url()}timegate/", headers={"accept-datetime": "yesterday"}
        )

        assert response.status_code == 400

    def test_a_version_has_its_time_and_links_to_its_neighbours(self, client, statement):
        versions = list(statement.versions.all())

        response = client.get(version(statement, 2))

        times = [http_date(version.made_at.timestamp()) for version in versions]
        assert response["Memento-Datetime"] == times[1]
        links = response["Link"]
        for number, rel in ((1, "first prev memento"), (2, "memento"), (3, "last next memento")):
            link = f'<{self.address(statement, f"v{number}/")}>; rel="{rel}"; datetime="{times[0]}"'
            assert link.replace(times[0], times[number - 1]) in links

    def test_the_timemap_lists_all_versions(self, client, statement):
        response = client.get(f"{statement.get_absolute_url()}timemap/")

        assert response["Content-Type"] == "application/link-format"
        assert response.content.decode().count("memento") == 3
