"""The page of a source: its dates, its address, its ledger and its passages."""

import json
import re

import pytest

from dialogues.models import Passage, SourceParagraph
from tests.records import make_figure, make_participation, make_source, make_state, make_statement
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def squeezed(response):
    return re.sub(r"\s+", " ", text_of(response))


def facts(client, source):
    """{term: definition} of the page of a source."""
    markup = client.get(source.get_absolute_url()).content.decode()
    pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", markup, re.DOTALL)
    return {
        " ".join(term.split()): " ".join(re.sub(r"<[^>]+>", " ", words).split())
        for term, words in pairs
    }


def add_paragraph(source, position, paragraph, progress="entered", **fields):
    return SourceParagraph.objects.create(
        source=source, position=position, paragraph=paragraph, progress=progress, **fields
    )


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ({"date_as_printed": "6 September 2017"}, "not known"),
        ({"date_note": "After 15 September 2017."}, "not known After 15 September 2017."),
        ({"published_in": "2017"}, "2017"),
        ({"published_in": "2017-09"}, "September 2017"),
        ({"published_on": "2017-10-22"}, "22 October 2017"),
    ],
)
def test_a_date_in_a_title_is_not_the_date_of_publication(client, fields, published):
    assert facts(client, make_source(**fields))["Published"] == published


def test_an_address_has_the_day_on_which_it_was_seen(client):
    source = make_source(url="https://example.org/a", retrieved_on="2026-11-26")

    assert facts(client, source)["Link"] == "https://example.org/a seen on 26 November 2026"


def test_a_source_without_an_address_says_so(client):
    assert facts(client, make_source())["Link"] == "No address is known."


def test_a_ledger_links_what_is_recorded_of_each_paragraph(client):
    source = make_source()
    add_paragraph(source, 1, "1", "nothing", note="Thanks.")
    add_paragraph(source, 2, "2")
    add_paragraph(source, 3, "3", "open")
    speech = make_participation(
        participant=make_state("Peru"), source=source, paragraph="2", section=""
    )
    statement = make_statement(participation=speech, source=source, paragraph="2", section="")
    make_figure(source=source, paragraph="2", section="")

    markup = client.get(source.get_absolute_url()).content.decode()

    rows = re.findall(r'<tr data-progress="(\w+)">(.*?)</tr>', markup, re.DOTALL)
    assert [progress for progress, _row in rows] == ["nothing", "entered", "open"]
    assert f'href="{statement.get_absolute_url()}">Peru</a>' in rows[1][1]
    assert "1 participation" in rows[1][1]
    assert "Figures 1" in rows[1][1]
    assert re.findall(r'data-progress="\w+">(\d)</strong>', markup) == ["1", "1", "1"]


def test_a_source_that_nobody_has_read_through_has_no_ledger(client):
    assert "Paragraph by paragraph" not in squeezed(client.get(make_source().get_absolute_url()))


def test_the_ledger_is_counted_on_the_page_of_the_dialogue(client):
    statement = make_statement()
    statement.source.dialogues.add(statement.dialogue)
    add_paragraph(statement.source, 1, "1")

    text = squeezed(client.get(statement.dialogue.get_absolute_url()))

    assert 'Entered: <strong data-progress="entered">1</strong>' in text


def test_a_dialogue_is_entered_in_full_once_no_paragraph_is_open(client):
    statement = make_statement()
    statement.source.dialogues.add(statement.dialogue)
    paragraph = add_paragraph(statement.source, 1, "1", "open")
    assert "0 dialogues are entered in full, 1 in part." in squeezed(client.get("/dialogues/"))

    paragraph.progress = "entered"
    paragraph.save()

    assert "1 dialogue is entered in full, 0 in part." in squeezed(client.get("/dialogues/"))


def quoted_statement(**fields):
    source = make_source(checksum="x", **fields)
    statement = make_statement(
        source=source, text="a crucial tool", provenance="quoted-in-summary", paragraph="7"
    )
    Passage.objects.create(
        source=source, position=1, section=statement.section, paragraph="7",
        text="It called it “a crucial\ntool” <b>today</b>.",
    )  # fmt: skip
    return statement


def test_a_passage_that_may_be_shown_has_the_quotation_marked(client):
    statement = quoted_statement(is_text_public=True)

    text = client.get(statement.get_absolute_url()).content.decode()

    assert "<mark>a crucial\ntool</mark>" in text
    assert "&lt;b&gt;today&lt;/b&gt;" in text


def test_a_passage_is_hidden_unless_its_source_permits_it(client):
    statement = quoted_statement()

    assert "<mark>" not in client.get(statement.get_absolute_url()).content.decode()


def test_a_statement_leads_to_the_words_in_its_source(client):
    source = make_source(url="https://example.org/a", archived_url="https://archive.example.org/a")
    statement = make_statement(source=source, begins_with="My delegation")

    text = text_of(client.get(statement.get_absolute_url()))

    assert 'href="https://example.org/a#:~:text=My%20delegation"' in text
    assert 'href="https://archive.example.org/a"' in text
    assert 'href="https://example.org/a#:~:text=My%20delegation"' in text_of(
        client.get("/statements/")
    )


def test_a_statement_from_a_beginning_says_so(client):
    statement = make_statement(source=make_source(read_extent="beginning"))

    text = squeezed(client.get(statement.get_absolute_url()))

    assert "Only the beginning of this text was read." in text
    assert "from the beginning of the text" in squeezed(
        client.get(f"{statement.get_absolute_url()}cite/")
    )


def test_a_source_can_be_saved_as_itself(client):
    source = make_source(
        title="A report", publisher="United Nations", symbols="A/1", url="https://undocs.org/A/1"
    )

    markup = client.get(source.get_absolute_url()).content.decode()

    assert '<meta name="citation_title" content="A report">' in markup
    assert '<meta name="citation_author" content="United Nations,">' in markup
    assert '<meta name="citation_public_url" content="https://undocs.org/A/1">' in markup
    linked = json.loads(re.search(r'ld\+json">(.*?)</script>', markup, re.DOTALL)[1])
    assert (linked["name"], linked["url"]) == ("A report", "https://undocs.org/A/1")


def test_the_statements_of_a_source_are_on_pages(client):
    source = make_source()
    for number in range(17):
        make_statement(source=source, position=number)

    pages = [client.get(source.get_absolute_url() + query) for query in ("", "?page=2", "?page=9")]

    counts = [page.content.decode().count("data-reference") for page in pages]
    assert counts == [10, 7, 10]
    assert 'href="?page=2#statements"' in pages[0].content.decode()
    assert "There is no page “9”." in pages[2].content.decode()
