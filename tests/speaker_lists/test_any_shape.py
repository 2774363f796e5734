"""Lists of known states in any shape: every name that is printed is read or asked about, and none
that is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.speaker_lists.parser import READ, text_key
from tests.speaker_lists.collection_names import collection_names, parse, slug

STATES = sorted(
    (
        participant
        for participant in collection_names().participants.values()
        if participant.kind == "state"
    ),
    key=lambda state: state.slug,
)
LISTS = st.lists(st.sampled_from(STATES), min_size=1, max_size=30, unique_by=lambda each: each.slug)
NOTES = st.sampled_from(["", "*", "†", "¹", " [a]", " (on behalf of the Group of Friends of R2P)"])
SEPARATORS = st.sampled_from(["\n", ", ", "; ", ",\n", "\n• ", "\n\n", "\n- "])
WIDTHS = st.integers(25, 100)


def read(text):
    """The slugs of the speakers of a text; nothing is asked or left unread in these lists."""
    parsed = parse(text)
    assert [unread for unread in parsed.unread if unread.has_names] == []
    return [slug(speaker.name) for speaker in parsed.speakers]


def slugs(states):
    """As `read` gives them: "Congo" alone may be either of two, and is asked about."""
    return [slug(state.name) for state in states]


@settings(deadline=None)
@given(LISTS, SEPARATORS, st.data())
def test_names_between_separators(states, separator, data):
    printed = [state.name + data.draw(NOTES) for state in states]

    assert read(separator.join(printed)) == slugs(states)


@settings(deadline=None)
@given(LISTS, st.sampled_from([" and ", ", and ", " & "]))
def test_a_sentence_of_names(states, last):
    names = [state.name for state in states]
    text = ", ".join(names[:-1]) + (last if names[1:] else "") + names[-1] + "."

    assert read(text) == slugs(states)


@settings(deadline=None)
@given(LISTS, WIDTHS)
def test_a_paragraph_wrapped_at_any_width(states, width):
    assert read(wrapped(", ".join(state.name for state in states), width)) == slugs(states)


def wrapped(text, width):
    """The text in lines of a width, broken between words as a printer does."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@settings(deadline=None)
@given(LISTS, st.integers(1, 4))
def test_a_grid(states, width):
    rows = [states[start : start + width] for start in range(0, len(states), width)]

    assert read("\n".join("\t".join(state.name for state in row) for row in rows)) == slugs(states)


@settings(deadline=None)
@given(LISTS, st.permutations(["number", "name", "person", "group", "time"]), st.booleans())
def test_a_table_of_any_order_of_columns(states, order, has_labels):
    rows = [
        {
            "number": f"{number}.",
            "name": state.name,
            "person": f"H.E. Ms. Example {chr(65 + number % 26)}.",
            "group": "African Group",
            "time": f"{10 + number // 60}:{number % 60:02}",
        }
        for number, state in enumerate(states, 1)
    ]
    labels = [{"number": "No.", "name": "Delegation", "person": "Speaker", "group": "Group",
               "time": "Time"}] if has_labels else []  # fmt: skip
    text = "\n".join("\t".join(row[column] for column in order) for row in [*labels, *rows])

    assert read(text) == slugs(states)
    assert [speaker.person for speaker in parse(text).speakers] == [row["person"] for row in rows]
    assert {speaker.heading for speaker in parse(text).speakers} == {"African Group"}


@pytest.mark.parametrize(
    "unit", ["a\t", "| a ", "on behalf of Peru, ", "Ghana-\n", "Ghana, Foo\n", "Mr. A (Peru), "]
)
def test_nonsense_of_known_names_is_read(unit):
    assert len(parse(unit * (20_000 // len(unit))).speakers) <= 1_000


def test_any_number_of_names_may_be_joined_by_and():
    text = "Peru and " * 3_000 + "Peru"

    assert parse(text).unread[0].needs_answer
    assert len(parse(text, {text_key(text): READ}).speakers) == 1_000
