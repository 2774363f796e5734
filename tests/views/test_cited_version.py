"""An address that knows whether the text has changed since it was given out."""

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


def cited(client, statement, query):
    """(what is said above the text, as its state and its words)."""
    text = client.get(f"{statement.get_absolute_url()}?{query}", follow=True).content.decode()
    found = re.search(r'data-cited="(\w+)"[^>]*>(.*?)</section>', text, re.DOTALL)
    if not found:
        return None
    return found[1], " ".join(html.unescape(re.sub(r"<[^>]+>", "", found[2])).split())


def digest(statement, number=1):
    return statement.versions.get(number=number).short_digest


def test_without_a_version_nothing_is_said(client):
    assert cited(client, make_statement(), "") is None


def test_unchanged(client):
    statement = make_statement()

    state, words = cited(client, statement, f"v=1&d={digest(statement)}")

    assert state == "unchanged"
    assert words.startswith("Unchanged since it was cited. Version 1, of ")


def test_corrected_says_what_and_why(client):
    statement = make_statement(summary="It asked for one veto.")
    correct(statement, "Two, not one", summary="It asked for two vetoes.")

    state, words = cited(client, statement, f"v=1&d={digest(statement)}")

    assert state == "corrected"
    assert words.startswith("Corrected since it was cited. Version 1, of ")
    assert "Two, not one" in words
    assert "[removed: one veto]" in words.replace(" ]", "]")
    assert "[added: two vetoes]" in words.replace(" ]", "]")


def test_recoded_says_that_the_words_are_the_same(client):
    statement = make_statement()
    statement.themes.add(make_theme("Veto"))

    state, words = cited(client, statement, "v=1")

    assert state == "corrected"
    assert words.startswith("Corrected since it was cited; the words are the same.")
    assert "[added: Veto]" in words


def test_moved_says_where_from_and_why(client):
    old, new = make_statement(summary="One thing."), make_statement(summary="The same thing.")
    short = digest(old)
    merge_statements(old, new, "Entered twice")

    state, words = cited(client, old, f"v=1&d={short}")

    assert state == "moved"
    assert f"Statement {old.reference} was merged on " in words
    assert "Reason given: Entered twice" in words
    assert "[removed: One ]" in words


def test_moved_twice_is_followed(client):
    old, between, new = make_statement(), make_statement(), make_statement()
    merge_statements(old, between, "Entered twice")
    merge_statements(between, new, "Entered three times")

    assert cited(client, old, "v=1")[0] == "moved"


def test_withdrawn_says_how_it_was_cited(client):
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
def test_what_cannot_be_said_is_said(client, query, problem):
    state, words = cited(client, make_statement(), query)

    assert state == "problem"
    assert words.startswith(problem)
    assert words.endswith("Below is the statement as it is now.")


def test_a_statement_that_did_not_move_here_is_not_said_to_have(client):
    one, other = make_statement(), make_statement()

    assert cited(client, one, f"v=1&was={other.reference}")[0] == "problem"


def test_the_canonical_address_says_nothing_of_versions(client):
    statement = make_statement()

    text = client.get(f"{statement.get_absolute_url()}?v=1&d=x").content.decode()

    canonical = f'<link rel="canonical" href="http://testserver{statement.get_absolute_url()}">'
    assert canonical in text


def test_a_statement_that_was_corrected_lists_its_versions(client):
    statement = make_statement(summary="One.")
    assert 'id="versions"' not in client.get(statement.get_absolute_url()).content.decode()
    correct(statement, "A misprint", summary="Two.")

    text = client.get(statement.get_absolute_url()).content.decode()

    section = text[text.index('id="versions"') :]
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", "", section)).split())
    assert re.search(r"Version 2: corrected on .+, because: A misprint", words)
    assert re.search(r"Version 1: published on .+, because: Made for a test", words)
