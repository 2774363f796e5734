"""Check quotations and addresses as people paste them."""

import pytest

from dialogues import publishing
from dialogues.merging import merge_statements
from dialogues.models import Edition, open_edition
from dialogues.verification import verify
from dialogues.verification.verify import TooMuchError, check_text
from tests.records import make_source, make_statement, make_theme

pytestmark = pytest.mark.django_db

WORDS = (
    "It is the most meaningful contribution, in our view, to making the concept of 2005–2017 "
    "operational in practice. We don't doubt it: the well-known promise – made by all – stands…"
)


@pytest.fixture
def statement():
    return make_statement(text=WORDS, provenance="quoted-in-summary")


def results(text):
    return check_text(text, Edition.objects.current_stamp())


def states(text):
    return [result.state for result in results(text)]


def changes(pieces):
    return [(piece.kind, piece.text.strip()) for piece in pieces if piece.kind != "same"]


EXACT = [
    WORDS,
    f"“{WORDS}”",
    f'"{WORDS}"',
    f"«{WORDS}»",
    "The delegate called it “the most meaningful contribution, in our view,” and sat down.",
    "“The most meaningful contribution, in our view”",
    "“[T]he most meaningful contribution, in our view”",
    "“the concept of 2005-2017 operational”",
    "“We don’t doubt it”",
    "“the well‑known promise—made by all—stands”",
    "“the most\nmeaningful   contribution”",
    "“the most mean-\ningful contribution” he said",
    "“the well-\nknown promise”",
    "The most meaningful contribution",
]


@pytest.mark.once
@pytest.mark.parametrize("text", EXACT)
def test_a_quotation_that_differs_only_in_typography_is_exact(statement, text):
    matches = [(result.state, result.statement) for result in results(text)]

    assert matches == [("exact", statement)]


ALTERED = [
    ("the most meaningful contribution, in my view, to making the concept", ["my"]),
    ("the most meaningful contribution in our view, to making the concept", []),
    ("the least meaningful contribution, in our view, to making the concept", ["least"]),
    ("the most meaningful contribution, in our view, to making the idea", ["idea"]),
    ("the concept of 2005–2018 operational in practice", ["2005-2018"]),
    ("We do doubt it: the well-known promise", ["do"]),
    ("the well-known promises – made by all", ["promises"]),
    ("the most meaningful contribution, in our own view, to making", ["own"]),
    ("operational in practice; We don't doubt it", [";"]),
    ("to making the Concept of 2005–2017 operational", ["Concept"]),
]


@pytest.mark.once
@pytest.mark.parametrize(("text", "added"), ALTERED)
def test_each_altered_word_is_marked(statement, text, added):
    (result,) = results(f"“{text}”")

    assert (result.state, result.statement) == ("differs", statement)
    marked = [piece.text.strip() for piece in result.pieces if piece.kind == "added"]
    assert marked == added
    shown = "".join(piece.text for piece in result.pieces if piece.kind != "removed")
    assert shown.split() == text.replace("–", " - ").replace("2005 - ", "2005-").split()


def test_a_missing_comma_is_marked(statement):
    (result,) = results("“the most meaningful contribution in our view, to making the concept”")

    assert changes(result.pieces) == [("removed", ",")]


STITCHED = [
    "“the … contribution … practice”",
    "“the [least] meaningful contribution”",
    "“We don't doubt it! the well-known promise”",
    "“operational in practice? We don't doubt it”",
]


@pytest.mark.once
@pytest.mark.parametrize("text", STITCHED)
def test_words_stitched_together_are_not_exact(statement, text):
    assert "exact" not in states(text)


@pytest.mark.once
def test_a_quotation_with_many_omissions_is_checked():
    make_statement(text="of the people " * 60, provenance="verbatim-record", summary="x")
    many = "of the … " * 28

    assert states(f"“{many}people of”") == ["abridged"]
    assert states(f"“{many}nobody said”") == ["not-found"]
    assert states(f"“{'of the … ' * 8_000}”") == ["not-found"]


def test_two_quotations_of_a_summary_are_not_quoted_as_one():
    make_statement(text="We do support it today.\n\nWe act alone.", provenance="quoted-in-summary")

    assert states("“We do support it today. We act alone.”") == ["differs"]
    assert states("“We do support … act alone”") != ["exact"]


def test_a_quotation_may_span_paragraphs_of_a_speech():
    make_statement(text="We do support it today.\n\nWe act alone.", provenance="verbatim-record")

    assert states("“We do support it today. We act alone.”") == ["exact"]


def test_a_quotation_of_the_editors_summary_is_labelled(statement):
    statement.summary = "Called it the best of all contributions."
    statement.save()

    assert states("“Called it the best of all contributions”") == ["summary"]


def test_a_later_occurrence_is_found():
    make_statement(text="The council must act. Later the Council must act now.", summary="x")

    assert states("“the Council must act now”") == ["exact"]
    assert states("“the Council must act”") == ["exact"]


def test_arabic_matches_with_and_without_diacritics():
    make_statement(text="إنّ المسؤوليّة عن الحماية", language="ar", summary="x")

    assert states("“إن المسؤولية عن الحماية”") == ["exact"]


def test_an_address_copied_from_a_page_or_the_address_bar_is_read(statement):
    reference, digest = statement.reference, statement.versions.get().short_digest
    other = make_statement()
    merge_statements(statement, other, "Entered twice")

    def state(rest):
        return states(f"https://r2p.example{rest}")[0]

    assert state(f"/statements/{other.reference}/?v=1&d={digest}&was={reference}") == "moved"
    assert state(f"/statements/{reference}/?v=1&amp;d={digest}") == "moved"
    assert state(f"/statements/{reference}/?v=77&d={digest}") == "unknown"
    assert state(f"/statements/{reference}/?v=1&d=ffffff") == "unknown"
    assert state(f"/statements/{reference}/?v=1&d={digest[:3]}") == "unknown"
    assert state(f"/statements/{reference}zz/") == "unknown"


def test_words_that_nobody_said_are_not_found(statement):
    assert states("“Nobody ever said such a thing at all”") == ["not-found"]


def test_a_common_formula_is_not_matched_to_a_statement(statement):
    assert states("“made by all of us who came here today to speak”") == ["not-found"]


def test_corrected_words_are_superseded(statement):
    with open_edition("A misprint"):
        statement.text = WORDS.replace("meaningful", "important")
        statement.save()

    (result,) = results("“the most meaningful contribution, in our view”")

    assert (result.state, result.statement) == ("superseded", statement)
    assert result.version.number == 1
    (difference,) = result.differences
    assert changes(difference.pieces) == [("removed", "meaningful"), ("added", "important")]


def test_words_are_exact_if_only_the_themes_changed(statement):
    statement.themes.add(make_theme())

    assert states("“Meaningful contribution, in”") == ["exact"]


def test_words_of_a_merged_statement_are_superseded(statement):
    other = make_statement()
    merge_statements(statement, other, "Entered twice")

    (result,) = results("“the most meaningful contribution, in our view”")

    assert (result.state, result.version) == ("superseded", statement.versions.get())


def test_withdrawn_words_are_not_found(statement):
    publishing.withdraw([statement], "Wrong")

    assert states(f"“{WORDS}”") == ["not-found"]


def test_each_line_of_a_bibliography_is_checked(statement):
    with open_edition("A misprint"):
        statement.summary = "Corrected."
        statement.save()
    other, gone = make_statement(), make_statement()
    merged = make_statement()
    publishing.withdraw([gone], "Wrong")
    merge_statements(merged, other, "Entered twice")
    first, last = statement.versions.all()
    lines = [
        f"1. X, https://r2p.example/statements/{statement.reference}/?v=2&d={last.short_digest}.",
        f"2. Y (https://r2p.example/statements/{statement.reference}/?v=1&d={first.short_digest})",
        f"3. Z <https://r2p.example/statements/{statement.reference}/v1/> accessed today",
        f"4. https://r2p.example/statements/{statement.reference.upper()}/",
        f"5. https://r2p.example/statements/{gone.reference}/?v=1",
        f"6. https://r2p.example/statements/{merged.reference}/?v=1",
        "7. https://r2p.example/statements/0000001/",
        f"8. https://r2p.example/statements/{statement.reference}/?v=9",
        f"9. https://r2p.example/statements/{statement.reference}/?v=1&d=000000",
    ]

    assert states("\n".join(lines)) == [
        "unchanged",
        "corrected",
        "corrected",
        "undated",
        "gone",
        "moved",
        "unknown",
        "unknown",
        "unknown",
    ]


def test_the_title_of_a_source_is_not_a_quotation():
    make_source(title="Summary of the dialogue")

    assert states("Centre, “Summary of the dialogues”, 2017") == ["not-found"]
    assert states("Centre, “Summary of the Dialogue,” 2017") == []
    assert states("Centre, “Summary of the dialogue”, 2017") == []


def test_two_words_between_marks_are_a_quotation(statement):
    assert states("He said “meaningful contribution” and “yes”.") == ["exact", "too-short"]


@pytest.mark.once
@pytest.mark.parametrize("text", ["", " ", "\n\n", "“”", "12 34", "\0", "“““““", '"', "]["])
def test_a_text_without_passages_has_no_results(text):
    assert states(text) == []


def test_a_quotation_may_span_a_page_break(statement):
    text = "It was “the most meaningful contribution, in our\n\nview, to making” it so."

    assert states(text) == ["exact"]


@pytest.mark.once
def test_too_long_a_text_is_refused():
    with pytest.raises(TooMuchError, match="100001 characters; up to 100000"):
        results("x" * 100_001)
    with pytest.raises(TooMuchError, match="201 quotations; up to 200"):
        results("“one two three” " * 201)


def test_without_the_index_the_database_is_searched(statement, settings):
    settings.SEARCH_INDEX = False

    assert states("“the most meaningful contribution, in our view”") == ["exact"]


def test_every_state_has_a_label():
    assert set(verify.LABELS) == {
        *("exact", "abridged", "summary", "summary-abridged", "differs", "superseded"),
        *("not-found", "too-short"),
        *("unchanged", "corrected", "undated", "moved", "gone", "unknown"),
    }
