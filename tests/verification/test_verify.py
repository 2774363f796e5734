"""Quotations and addresses as people paste them."""

import pytest

from dialogues import publishing
from dialogues.merging import merge_statements
from dialogues.models import Edition, open_edition
from dialogues.verification import verify
from dialogues.verification.verify import TooMuchError, check
from tests.records import make_source, make_statement, make_theme

pytestmark = pytest.mark.django_db

WORDS = (
    "It is the most meaningful contribution, in our view, to making the concept of 2005–2017 "
    "operational in practice. We don't doubt it: the well-known promise – made by all – stands…"
)


@pytest.fixture
def statement():
    return make_statement(text=WORDS, provenance="quoted-in-summary")


def verdicts(text):
    return check(text, Edition.objects.current_stamp())


def states(text):
    return [one.state for one in verdicts(text)]


EXACT = [
    WORDS,
    f"“{WORDS}”",
    f'"{WORDS}"',
    f"«{WORDS}»",
    "The delegate called it “the most meaningful contribution, in our view,” and sat down.",
    "“The most meaningful contribution, in our view”",
    "“[T]he most meaningful contribution, in our view”",
    "“the most meaningful contribution [...] operational in practice”",
    "“the most meaningful contribution … operational in practice.”",
    "“the most meaningful contribution . . . operational in practice”",
    "“the concept of 2005-2017 operational”",
    "“We don’t doubt it”",
    "“the well‑known promise—made by all—stands”",
    "“the most\nmeaningful   contribution”",
    "“the most mean-\ningful contribution” he said",
    "“the well-\nknown promise”",
    "“to making [what is] the concept of 2005–2017”",
    "“the most meaningful contribution [sic], in our view”",
    "The most meaningful contribution",
]


@pytest.mark.parametrize("text", EXACT)
def test_what_only_printing_changes_is_exact(statement, text):
    found = verdicts(text)

    assert [(one.state, one.statement) for one in found] == [("exact", statement)]


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


@pytest.mark.parametrize(("text", "added"), ALTERED)
def test_each_altered_word_is_marked(statement, text, added):
    (verdict,) = verdicts(f"“{text}”")

    assert (verdict.state, verdict.statement) == ("differs", statement)
    marked = [one.text.strip() for one in verdict.pieces if one.kind == "added"]
    assert marked == added
    shown = "".join(one.text for one in verdict.pieces if one.kind != "removed")
    assert shown.split() == text.replace("–", " - ").replace("2005 - ", "2005-").split()


def test_a_comma_that_is_missing_is_marked(statement):
    (verdict,) = verdicts("“the most meaningful contribution in our view, to making the concept”")

    assert [(one.kind, one.text.strip()) for one in verdict.pieces if one.kind != "same"] == [
        ("removed", ",")
    ]


STITCHED = [
    "“the … contribution … practice”",
    "“the [least] meaningful contribution”",
    "“We don't doubt it! the well-known promise”",
    "“operational in practice? We don't doubt it”",
]


@pytest.mark.parametrize("text", STITCHED)
def test_words_stitched_together_are_not_exact(statement, text):
    assert "exact" not in states(text)


def test_a_quotation_of_many_omissions_is_answered():
    make_statement(text="of the people " * 60, provenance="verbatim-record", summary="x")
    many = "of the … " * 28

    assert states(f"“{many}people of”") == ["exact"]
    assert states(f"“{many}nobody said”") == ["not-found"]
    assert states(f"“{'of the … ' * 8_000}”") == ["not-found"]


def test_two_printed_quotations_are_not_one():
    make_statement(text="We do support it today.\n\nWe act alone.", provenance="quoted-in-summary")

    assert states("“We do support it today. We act alone.”") == ["differs"]
    assert states("“We do support … act alone”") != ["exact"]


def test_paragraphs_of_a_speech_go_on():
    make_statement(text="We do support it today.\n\nWe act alone.", provenance="verbatim-record")

    assert states("“We do support it today. We act alone.”") == ["exact"]


def test_the_editors_words_are_not_the_speakers(statement):
    statement.summary = "Called it the best of all contributions."
    statement.save()

    assert states("“Called it the best of all contributions”") == ["summary"]


def test_omissions_are_pointed_out(statement):
    (verdict,) = verdicts("“the most meaningful contribution … operational in practice”")

    assert str(verdict.note).startswith("The quotation leaves words out")


def test_the_second_place_is_looked_at_too():
    make_statement(text="The council must act. Later the Council must act now.", summary="x")

    assert states("“the Council must act now”") == ["exact"]
    assert states("“the Council must act”") == ["exact"]


def test_arabic_is_written_with_or_without_its_signs():
    make_statement(text="إنّ المسؤوليّة عن الحماية", language="ar", summary="x")

    assert states("“إن المسؤولية عن الحماية”") == ["exact"]


def test_an_address_copied_from_a_page_or_an_address_bar_is_understood(statement):
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


def test_what_nobody_said_is_not_found(statement):
    assert states("“Nobody ever said such a thing at all”") == ["not-found"]


def test_a_formula_many_use_is_not_taken_for_a_quotation_of_one(statement):
    assert states("“made by all of us who came here today to speak”") == ["not-found"]


def test_words_that_were_corrected_are_superseded(statement):
    with open_edition("A misprint"):
        statement.text = WORDS.replace("meaningful", "important")
        statement.save()

    (verdict,) = verdicts("“the most meaningful contribution, in our view”")

    assert (verdict.state, verdict.statement) == ("superseded", statement)
    assert verdict.version.number == 1
    (difference,) = verdict.differences
    assert [(one.kind, one.text.strip()) for one in difference.pieces if one.kind != "same"] == [
        ("removed", "meaningful"),
        ("added", "important"),
    ]


def test_words_of_a_statement_that_was_only_recoded_still_stand(statement):
    statement.themes.add(make_theme())

    assert states("“Meaningful contribution, in”") == ["exact"]


def test_words_of_a_statement_that_was_merged_are_superseded(statement):
    other = make_statement()
    merge_statements(statement, other, "Entered twice")

    (verdict,) = verdicts("“the most meaningful contribution, in our view”")

    assert (verdict.state, verdict.version) == ("superseded", statement.versions.get())


def test_words_that_were_withdrawn_are_found_no_more(statement):
    publishing.withdraw([statement], "Wrong")

    assert states(f"“{WORDS}”") == ["not-found"]


def test_a_bibliography_is_answered_line_by_line(statement):
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


def test_the_title_of_a_source_is_no_quotation():
    make_source(title="Summary of the dialogue")

    assert states("Centre, “Summary of the Dialogue”, 2017") == ["not-found"]
    assert states("Centre, “Summary of the dialogue”, 2017") == []


def test_two_words_between_marks_are_a_quotation(statement):
    assert states("He said “meaningful contribution” and “yes”.") == ["exact"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“”", "word", "\0", "“““““", '"', "]["])
def test_nothing_to_check_is_no_error(text):
    assert states(text) == []


def test_a_quotation_goes_on_over_the_page(statement):
    text = "It was “the most meaningful contribution, in our\n\nview, to making” it so."

    assert states(text) == ["exact"]


def test_more_than_is_checked_at_once_is_refused(monkeypatch):
    with pytest.raises(TooMuchError, match="100001 characters; up to 100000"):
        verdicts("x" * 100_001)
    with pytest.raises(TooMuchError, match="201 quotations; up to 200"):
        verdicts("“one two three” " * 201)


def test_without_the_index_the_database_answers(statement, settings):
    settings.SEARCH_INDEX = False

    assert states("“the most meaningful contribution, in our view”") == ["exact"]


def test_every_label_is_of_a_state_that_can_be():
    assert set(verify.LABELS) == {
        *("exact", "summary", "differs", "superseded", "not-found"),
        *("unchanged", "corrected", "undated", "moved", "gone", "unknown"),
    }
