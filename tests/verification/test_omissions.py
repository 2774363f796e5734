"""A quotation that leaves words out, or puts others in, is never plainly exact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.models import Edition
from dialogues.text.comparable_text import ComparableText
from dialogues.text.quotation_match import match_exactly, negations_of
from dialogues.verification.verify import check_text
from tests.records import make_statement

WORDS = (
    "Prevention must not always be interpreted as primarily aimed at the imposition of coercive "
    "measures, but rather as an enabler to assist States. A given State is either unwilling or "
    "unable to prosecute, and human life [has] lost its value [...] in many places, unless we act."
)


@pytest.fixture
def statement(db):
    return make_statement(text=WORDS, provenance="verbatim-record")


def result_of(text):
    (result,) = check_text(f"“{text}”", Edition.objects.current_stamp())
    return result


def changes(result):
    return [(piece.kind, piece.text.strip()) for piece in result.pieces if piece.kind != "same"]


@pytest.mark.once
@pytest.mark.parametrize(
    ("text", "expected", "negations"),
    [
        ("it must … be interpreted as primarily aimed", None, []),
        ("Prevention must … be interpreted as primarily", [("removed", "not always")], ["not"]),
        ("Prevention must [always] be interpreted as",
         [("removed", "not always"), ("added", "[always]")], ["not"]),
        ("must not … be interpreted as primarily", [("removed", "always")], []),
        ("State is either unwilling or … to prosecute", [("removed", "unable")], ["unable"]),
        ("State is either … unable to prosecute", [("removed", "unwilling or")], ["unwilling"]),
        ("as an enabler [. . .] assist States", [("removed", "to")], []),
        ("as an enabler (...) assist States", [("removed", "to")], []),
        ("as an enabler (…) assist States", [("removed", "to")], []),
        ("as an enabler [ … ] assist States", [("removed", "to")], []),
        ("as an enabler [....] assist States", [("removed", "to")], []),
        ("as an enabler (. . .) assist States", [("removed", "to")], []),
        ("as an enabler ⋯ assist States", [("removed", "to")], []),
        ("as an enabler . . . assist States", [("removed", "to")], []),
        ("as an enabler [...] assist States", [("removed", "to")], []),
        ("aimed at the … measures, but rather",
         [("removed", "imposition of coercive")], []),
        ("but rather as an enabler [never] to assist States", [("added", "[never]")], ["never"]),
        ("but rather as an enabler [sic] to assist States", [("added", "[sic]")], []),
        ("in many places … we act", [("removed", ", unless")], ["unless"]),
        ("[It] must not always be interpreted", [("added", "[It]")], []),
    ],
)  # fmt: skip
def test_what_is_left_out_or_put_in_is_shown(statement, text, expected, negations):
    result = result_of(text)
    if expected is None:
        assert result.state != "exact"
        return

    assert (result.state, result.statement) == ("abridged", statement)
    assert changes(result) == expected
    assert negations_of(result.pieces) == negations
    assert all(f"“{word}”" in str(result.note) for word in negations)


@pytest.mark.once
@pytest.mark.parametrize(
    "text",
    [
        "human life [has] lost its value",
        "human life has lost its value",
        "lost its value [...] in many places",
        "lost its value … in many places",
        "lost its value (...) in many places",
        "… as an enabler to assist States …",
        "[P]revention must not always be interpreted",
        "an enabler to assist States[12]. A given State",
    ],
)
def test_what_the_source_has_is_exact(statement, text):
    result = result_of(text)

    assert (result.state, changes(result)) == ("exact", [])


@pytest.mark.once
def test_an_omission_of_the_source_that_is_dropped_is_shown(statement):
    result = result_of("human life [has] lost its value in many places")

    assert (result.state, changes(result)) == ("differs", [("removed", "…")])


SENTENCE = WORDS.replace("[", "").replace("]", "").replace("... ", "").split()
OTHERS = ["always", "never", "peace", "not", "all", "they"]


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_other_words_are_never_exact(data):
    """A word changed, dropped or added; or behind an omission, which shows it."""
    start = data.draw(st.integers(0, len(SENTENCE) - 8))
    words = SENTENCE[start : start + data.draw(st.integers(6, 20))]
    at = data.draw(st.integers(1, len(words) - 2))
    edit = data.draw(st.sampled_from(["change", "drop", "add", "omit", "insert"]))
    other = data.draw(st.sampled_from(OTHERS))
    put_in = {"change": [other], "drop": [], "add": [other, words[at]], "omit": ["…"],
              "insert": [f"[{other}]"]}[edit]  # fmt: skip
    edited = [*words[:at], *put_in, *words[at + 1 :]]
    recorded = ComparableText.from_record(" ".join(SENTENCE))

    match = match_exactly(ComparableText.from_quotation(" ".join(edited)), recorded)

    # A word in brackets may be the one that it replaces.
    same_words = " ".join(edited).translate({ord("["): "", ord("]"): ""}) in " ".join(SENTENCE)
    assert match is None or match.is_abridged or same_words
    if match and match.is_abridged:
        shown = " ".join(piece.text for piece in match.pieces if piece.kind != "added")
        assert words[at].strip(",.") in shown
