"""A permalink shows whether the text has changed since it was cited."""

import html
import re

import pytest

from dialogues import publishing
from dialogues.merging import merge_statements
from dialogues.models import Redirection, open_edition
from tests.records import make_statement, make_theme

pytestmark = pytest.mark.django_db


def correct(statement, reason="A misprint", **fields):
    with open_edition(reason):
        for name, value in fields.items():
            setattr(statement, name, value)
        statement.save()


def notice(client, statement, query):
    """(state, text) of the notice above the statement; None without one."""
    text = client.get(f"{statement.get_absolute_url()}?{query}", follow=True).content.decode()
    match = re.search(r'data-cited="(\w+)"[^>]*>(.*?)</section>', text, re.DOTALL)
    if not match:
        return None
    return match[1], " ".join(html.unescape(re.sub(r"<[^>]+>", "", match[2])).split())


def digest(statement, number=1):
    return statement.versions.get(number=number).short_digest


def test_without_a_version_there_is_no_notice(client):
    assert notice(client, make_statement(), "") is None


def test_an_unchanged_statement(client):
    statement = make_statement()

    state, words = notice(client, statement, f"v=1&d={digest(statement)}")

    assert state == "unchanged"
    assert words.startswith("Unchanged since it was cited. Version 1, of ")


def test_a_corrected_statement_shows_what_changed_and_why(client):
    statement = make_statement(summary="It asked for one veto.")
    correct(statement, "Two, not one", summary="It asked for two vetoes.")

    state, words = notice(client, statement, f"v=1&d={digest(statement)}")

    assert state == "corrected"
    assert words.startswith("Corrected since it was cited. Version 1, of ")
    assert "Two, not one" in words
    assert "[removed: one veto]" in words.replace(" ]", "]")
    assert "[added: two vetoes]" in words.replace(" ]", "]")


def test_a_recoded_statement_has_the_same_words(client):
    statement = make_statement()
    statement.themes.add(make_theme("Veto"))

    state, words = notice(client, statement, "v=1")

    assert state == "corrected"
    assert words.startswith("Corrected since it was cited; the words are the same.")
    assert "[added: Veto]" in words


def test_a_moved_statement_shows_from_where_and_why(client):
    old, new = make_statement(summary="One thing."), make_statement(summary="The same thing.")
    short = digest(old)
    merge_statements(old, new, "Entered twice")

    state, words = notice(client, old, f"v=1&d={short}")

    assert state == "moved"
    assert f"Statement {old.reference} was merged on " in words
    assert "Reason given: Entered twice" in words
    assert "[removed: One ]" in words


def test_a_statement_that_moved_twice_is_found(client):
    old, between, new = make_statement(), make_statement(), make_statement()
    merge_statements(old, between, "Entered twice")
    merge_statements(between, new, "Entered three times")

    assert notice(client, old, "v=1")[0] == "moved"


def test_a_withdrawn_statement_shows_how_it_was_cited(client):
    statement = make_statement()
    publishing.withdraw([statement], "Attributed to the wrong state")

    response = client.get(f"{statement.get_absolute_url()}?v=1&d=000000")

    assert response.status_code == 410
    cited_as = Redirection.objects.get().citation_at("http://testserver")
    assert cited_as in html.unescape(response.content.decode())


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("v=2", "The address names version “2” of "),
        ("v=0", "The address names version “0” of "),
        ("v=-1", "The address names version “-1” of "),
        ("v=x", "The address names version “x” of "),
        ("v=²", "The address names version “²” of "),
        ("v=" + "9" * 400, "The address names version “99999999999999999999” of "),
        ("v=1&d=ffffff00", "“ffffff00” is not the digest of version 1."),
        ("v=1&d=0", "“0” is not the digest of version 1."),
        ("v=1&d=<b>", "“<b>” is not the digest of version 1."),
        ("v=1&was=0000000", "The address names version “1” of 0000000"),
        ("v=1&was=../../x", "The address names version “1” of ../../x"),
        ("v=1&was=%00", "The address names version “1” of "),
    ],
)
def test_an_address_that_cannot_be_read_shows_the_problem(client, query, problem):
    state, words = notice(client, make_statement(), query)

    assert state == "problem"
    assert words.startswith(problem)
    assert words.endswith("Below is the statement as it is now.")


def test_an_address_that_names_another_statement_shows_a_problem(client):
    statement, other = make_statement(), make_statement()

    assert notice(client, statement, f"v=1&was={other.reference}")[0] == "problem"


def test_the_canonical_address_has_no_version(client):
    statement = make_statement()

    text = client.get(f"{statement.get_absolute_url()}?v=1&d=x").content.decode()

    canonical = f'<link rel="canonical" href="http://testserver{statement.get_absolute_url()}">'
    assert canonical in text


def test_a_corrected_statement_lists_its_versions(client):
    statement = make_statement(summary="One.")
    assert 'id="versions"' not in client.get(statement.get_absolute_url()).content.decode()
    correct(statement, "A misprint", summary="Two.")

    text = client.get(statement.get_absolute_url()).content.decode()

    section = text[text.index('id="versions"') :]
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", "", section)).split())
    assert re.search(r"Version 2, corrected on .+\. Reason: A misprint", words)
    assert re.search(r"Version 1, published on .+\. Reason: Made for a test", words)
