"""Whatever this site writes of a statement, pasted whole, says that it is unchanged."""

import pytest

from dialogues.citations.files import FILES
from dialogues.citations.styles import STYLES
from dialogues.models import Edition
from dialogues.verification.verify import check_text
from tests.records import make_dialogue, make_participation, make_state, make_statement

pytestmark = [pytest.mark.django_db, pytest.mark.once]

WORDS = (
    "We hold that “never again” is the most meaningful promise of all, and that it doesn’t bind "
    "one State alone.\n\nIt binds “each and every one of us”, today & tomorrow."
)


@pytest.fixture
def statement():
    dialogue = make_dialogue(title="Interactive dialogue on “the responsibility to protect”")
    return make_statement(
        participation=make_participation(dialogue, make_state("Exampleland")),
        text=WORDS,
        summary="Called it a promise of all States that binds each of them.",
        provenance="verbatim-record",
    )


def states(text):
    return [result.state for result in check_text(text, Edition.objects.current_stamp())]


def text_of(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode()


def assert_unchanged(text, others=("exact", "summary")):
    results = states(text)

    assert "unchanged" in results
    assert set(results) <= {"unchanged", *others}, text


@pytest.mark.parametrize("extension", FILES)
def test_a_citation_file_is_unchanged(client, statement, extension):
    text = text_of(client.get(f"/statements/{statement.reference}.{extension}"))

    assert_unchanged(text)


@pytest.mark.parametrize("key", STYLES)
def test_a_citation_in_any_style_is_unchanged(client, statement, key):
    page = client.get(f"/statements/{statement.reference}/cite/")
    (citation,) = [each for each in page.context["citations"] if each.style.key == key]

    assert_unchanged(citation.plain, others=("exact",))
    assert_unchanged(citation.entry, others=("exact",))


@pytest.mark.parametrize("extension", FILES)
def test_a_citation_file_of_a_list_is_unchanged(client, statement, extension):
    assert_unchanged(text_of(client.get(f"/statements.{extension}")))


@pytest.mark.parametrize("path", ["statements.csv", "statements.json", "statements.jsonl",
                                  "feeds/statements.atom"])  # fmt: skip
def test_a_file_of_a_list_has_the_words(client, statement, path):
    """Its addresses lead to the latest version of each statement."""
    results = states(text_of(client.get(f"/{path}")))

    assert {"undated", "exact"} <= set(results) <= {"undated", "unchanged", "exact", "summary"}
