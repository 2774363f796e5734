"""What counts as the same words."""

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


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_printers_do_differently_is_the_same(one, other):
    assert normalise(one) == normalise(other)
    assert digest_of(one) == digest_of(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_changes_the_words_is_not_the_same(one, other):
    assert digest_of(one) != digest_of(other)


def test_texts_do_not_run_into_each_other():
    assert digest_of("one two", "") != digest_of("one", "two")


def test_a_digest_can_be_made_elsewhere():
    # printf 'the most meaningful contribution ,\n\n' | sha256sum, with two lines after the words
    assert digest_of("“the most  meaningful contribution,”", "", "") == (
        "be0bdf0db27be69887ff5bb475ce4acc59738ad393d370c440a8a4649cbc51f7"
    )


@given(st.text())
def test_normalising_again_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)
