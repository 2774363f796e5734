"""The words of a query are marked in a text, and long texts are cut around them."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.search.highlight import MAX_SNIPPET_LENGTH, HighlightTerms, snippet
from dialogues.search.query_parser import ParsedQuery, parse_query


def terms_of(query):
    return HighlightTerms.from_query(parse_query(query))


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("veto", "Vetoes, the veto.", "<mark>Vetoes</mark>, the <mark>veto</mark>."),
        ("cote d'ivoire", "Côte d’Ivoire", "<mark>Côte</mark> <mark>d</mark>’<mark>Ivoire</mark>"),
        ("d'ivoire", "the word d alone", "the word d alone"),
        ('"early warning"', "early, a warning", "early, a warning"),
        ('"early warning"', "early warning", "<mark>early</mark> <mark>warning</mark>"),
        ("prev*", "Prévention of it", "<mark>Prévention</mark> of it"),
        ("early -late", "early and late", "<mark>early</mark> and late"),
        ("责任", "保护责任。", "保护<mark>责</mark><mark>任</mark>。"),
        ("note:early dialogue:early", "early", "early"),
        ("الامن", "مجلس الامن", "مجلس <mark>الامن</mark>"),
        ("e\u0301cole", "l’e\u0301cole", "l’<mark>e\u0301cole</mark>"),
        ('"a b c" OR c', "b c", "b <mark>c</mark>"),
        ("b", "<b>&", "&lt;<mark>b</mark>&gt;&amp;"),
        ("", "<i>", "&lt;i&gt;"),
    ],
)
def test_the_words_of_a_query_are_marked(query, text, shown):
    assert snippet(text, terms_of(query)) == shown


@settings(max_examples=300, deadline=None)
@given(
    query=st.lists(
        st.sampled_from(["a", "b", '"a b"', '"b a c"', "a*", "b*", "OR", "-c"]), max_size=6
    ),
    text=st.lists(st.sampled_from(["a", "b", "c", "ab", "<", "&", "é", " ", "\n"]), max_size=30),
)
def test_a_snippet_adds_only_marks(query, text):
    shown = snippet("".join(text), terms_of(" ".join(query)))

    assert unescape(re.sub("</?mark>", "", shown)) == "".join(text)


def test_a_long_text_is_cut_around_the_first_match():
    text = "before " * 200 + "veto " + "after " * 200

    shown = snippet(text, terms_of("veto"))

    assert shown.startswith("… before ")
    assert "<mark>veto</mark>" in shown
    assert shown.endswith(" after …")
    assert len(shown) < MAX_SNIPPET_LENGTH + 40


def test_a_long_text_without_a_match_is_cut_at_a_word():
    assert snippet("word " * 500, HighlightTerms()) == ("word " * 140).strip() + " …"


def test_a_long_text_without_spaces_is_cut_anywhere():
    assert snippet("x" * 2_000, HighlightTerms()) == "x" * MAX_SNIPPET_LENGTH + " …"


def test_a_query_without_words_marks_nothing():
    assert not HighlightTerms.from_query(ParsedQuery())
