"""A statement as it was, and what answers where it is no more."""

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


def test_its_bytes_stay_the_same_through_ten_corrections(client):
    statement = make_statement(summary="The first words.")
    before = client.get(version(statement, 1)).content
    for n in range(10):
        correct(statement, f"Correction {n}.")
        statement.themes.add(make_theme())

    assert client.get(version(statement, 1)).content == before


def test_its_bytes_stay_the_same_when_the_template_changes(client, settings, tmp_path):
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
def test_a_version_that_is_not_is_not_found(client, number):
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


def test_gone_says_what_was_there_and_how_it_was_cited_also_to_programs(client):
    statement = make_statement()
    publishing.withdraw([statement], "Wrong")
    ended = Redirection.objects.get()
    expected = {
        "address": statement.get_absolute_url(),
        "was": f"Statement {statement.reference}",
        "what_happened": "withdrawn",
        "reason": "Wrong",
        "on": ended.made_at.isoformat(timespec="seconds"),
        "cited_as": ended.citation_at("http://testserver"),
        "now_at": [],
    }

    for response in (
        client.get(statement.get_absolute_url(), headers={"accept": "application/json"}),
        client.get(f"/statements/{statement.reference}.json"),
    ):
        assert (response.status_code, json.loads(response.content)) == (410, expected)
    digest = statement.versions.get().short_digest
    assert ended.cited_as.startswith("As printed, statement at the ")
    assert ended.cited_as.endswith(
        f"R2P Dialogues, statement {statement.reference}, version 1, "
        f"/statements/{statement.reference}/?v=1&d={digest}"
    )


def test_what_was_merged_with_a_statement_withdrawn_later_is_gone_too(client):
    ended, kept = make_statement(summary="Wrong words."), make_statement()
    merge_statements(ended, kept, "Entered twice")
    publishing.withdraw([kept], "Wrong after all")

    for rest in ("", "v1/", "v1/cite/", "timegate/", "timemap/"):
        assert client.get(ended.get_absolute_url() + rest).status_code == 410
    for extension in ("json", "ris", "txt"):
        response = client.get(f"{ended.get_absolute_url()}v1.{extension}")
        assert response.status_code == 410
        assert b"Wrong words." not in response.content


def test_what_was_merged_published_again_and_withdrawn_is_gone(client):
    ended, kept = make_statement(), make_statement()
    merge_statements(ended, kept, "Entered twice")
    publishing.publish([ended], "Not the same")
    assert client.get(ended.get_absolute_url()).status_code == 200
    publishing.withdraw([ended], "Wrong")

    assert client.get(f"{ended.get_absolute_url()}v1/").status_code == 410


def test_what_is_published_again_is_not_said_to_have_ended(client):
    statement = make_statement()
    publishing.withdraw([statement], "By mistake")
    publishing.publish([statement], "It was right")

    assert client.get(statement.get_absolute_url()).status_code == 200
    assert client.get(f"{statement.get_absolute_url()}v9/").status_code == 404
    assert not Redirection.objects.exists()


def test_a_moved_address_is_asked_for_each_time(client):
    Redirection.add("/themes/old/", "/themes/new/", why="renamed", label="Old")

    assert client.get("/themes/old/")["Cache-Control"] == "no-cache"


def test_a_split_statement_names_those_that_stand_for_it(client):
    ended, one, two = (make_statement() for _n in range(3))
    split_statement(ended, [one, two], "Two things")

    response = client.get(ended.get_absolute_url(), headers={"accept": "application/json"})

    assert response.status_code == 410
    addresses = [one.get_absolute_url(), two.get_absolute_url()]
    assert (response.json()["what_happened"], response.json()["now_at"]) == ("split", addresses)
    assert client.get(f"{ended.get_absolute_url()}v1/").status_code == 200


def test_what_was_split_says_what_stands_for_it(client):
    Redirection.add(
        "/themes/old/", "/themes/one/\n/themes/two/", why="split", label="Old", reason="Two things"
    )

    response = client.get("/themes/old/")

    assert response.status_code == 410
    assert '<a href="/themes/one/">' in response.content.decode()
    assert '<a href="/themes/two/">' in response.content.decode()


def test_posting_to_an_address_that_moved_does_not_follow(client):
    Redirection.add("/themes/old/", "/themes/new/", why="renamed", label="Old")

    assert client.post("/themes/old/").status_code == 405


def test_words_of_a_reason_are_shown_as_they_are(client):
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

    def test_the_original_names_its_gate_and_its_map(self, client, statement):
        response = client.get(statement.get_absolute_url())

        assert f'<{self.address(statement, "timegate/")}>; rel="timegate"' in response["Link"]
        assert f'<{self.address(statement, "timemap/")}>; rel="timemap"' in response["Link"]

    def test_the_gate_leads_to_the_version_of_the_time(self, client, statement):
        first, second, third = statement.versions.all()
        for asked, expected in (
            (first.made_at - timedelta(days=9), first),
            (third.made_at + timedelta(seconds=1), third),
        ):
            response = client.get(
                f"{statement.get_absolute_url()}timegate/",
                headers={"accept-datetime": http_date(asked.timestamp())},
            )
            assert response.status_code == 302
            assert response["Location"] == self.address(statement, f"v{expected.number}/")
            assert "Accept-Datetime" in response["Vary"]
            assert f'<{self.address(statement)}>; rel="original"' in response["Link"]

    def test_without_a_time_it_is_the_latest(self, client, statement):
        response = client.get(f"{statement.get_absolute_url()}timegate/")

        assert response["Location"] == self.address(statement, "v3/")

    def test_a_time_that_is_none_is_refused(self, client, statement):
        response = client.get(
            f"{statement.get_absolute_url()}timegate/", headers={"accept-datetime": "yesterday"}
        )

        assert response.status_code == 400

    def test_a_version_says_when_it_was_made_and_what_is_beside_it(self, client, statement):
        versions = list(statement.versions.all())

        response = client.get(version(statement, 2))

        times = [http_date(one.made_at.timestamp()) for one in versions]
        assert response["Memento-Datetime"] == times[1]
        links = response["Link"]
        for number, rel in ((1, "first prev memento"), (2, "memento"), (3, "last next memento")):
            link = f'<{self.address(statement, f"v{number}/")}>; rel="{rel}"; datetime="{times[0]}"'
            assert link.replace(times[0], times[number - 1]) in links

    def test_the_map_lists_them_all(self, client, statement):
        response = client.get(f"{statement.get_absolute_url()}timemap/")

        assert response["Content-Type"] == "application/link-format"
        assert response.content.decode().count("memento") == 3
