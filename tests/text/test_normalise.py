"""Which texts have the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.text.normalise import digest_of, normalise

SAME = [
    ("“the veto”", '"the veto"'),
    ("«le veto»", "‘le veto’"),
    ("states’ duties", "states' duties"),
    ("don’t", "don't"),
    ("one\n\ntwo", "one two"),
    ("one two", "one  two"),
    ("word — word", "word—word"),
    ("word – word", "word -- word"),
    ("2016–2017", "2016-2017"),
    ("well‑known", "well-known"),
    ("and so on...", "and so on…"),
    ("and . . . on", "and … on"),
    ("cafe\u0301", "café"),
    ("co\u00adoperate", "cooperate"),
    ("\u200fعربي", "عربي"),
]
DIFFERENT = [
    ("one, two", "one two"),
    ("it's", "its"),
    ("Veto", "veto"),
    ("re-form", "reform"),
    ("one. Two", "one; Two"),
    ("[has] spoken", "has spoken"),
    ("75", "57"),
    ("résumé", "resume"),
]


@pytest.mark.parametrize(("text", "other"), SAME)
def test_differences_of_printing_are_ignored(text, other):
    assert normalise(text) == normalise(other)
    assert digest_of(text) == digest_of(other)


@pytest.mark.parametrize(("text", "other"), DIFFERENT)
def test_differences_of_words_count(text, other):
    assert digest_of(text) != digest_of(other)


def test_a_digest_separates_its_texts():
    assert digest_of("one two", "") != digest_of("one", "two")


def test_a_digest_can_be_reproduced_elsewhere():
    # printf 'the most meaningful contribution ,\n\n' | sha256sum: one line for each text
    assert digest_of("“the most  meaningful contribution,”", "", "") == (
        "be0bdf0db27be69887ff5bb475ce4acc59738ad393d370c440a8a4649cbc51f7"
    )


@given(st.text())
def test_normalising_again_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)
