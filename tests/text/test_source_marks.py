"""Where the words of quotations are in a text."""

import pytest

from dialogues.text.source_marks import MarkedText

PARAGRAPHS = [
    "He said: “no more, at all”.",
    "It was a non-\nstate actor’s act.",
    "",
    "We want . . . peace",
]


def marked(*quotations, paragraphs=PARAGRAPHS):
    """The marked words of each paragraph."""
    text = MarkedText(paragraphs)
    places = [text.mark(key, quotation) for key, quotation in enumerate(quotations)]
    words = [
        [(piece.text.strip(), sorted(piece.keys)) for piece in text.pieces(number) if piece.keys]
        for number in range(len(paragraphs))
    ]
    return places, words


@pytest.mark.parametrize(
    "quotation, place, words",
    [
        ("no more, at all", 0, [[("“no more, at all”.", [0])], [], [], []]),
        ("no  more,\nat all", 0, [[("“no more, at all”.", [0])], [], [], []]),
        ("actor's act", 1, [[], [("actor’s act.", [0])], [], []]),
        ("a non-state actor's", 1, [[], [("a non-\nstate actor’s", [0])], [], []]),
        ("all. It was", 0, [[("all”.", [0])], [("It was", [0])], [], []]),
        ("more at all", None, [[], [], [], []]),
        ("want … peace", 3, [[], [], [], [("want . . . peace", [0])]]),
        ("mor", None, [[], [], [], []]),
        ("", None, [[], [], [], []]),
    ],
)
def test_a_quotation_is_marked_where_it_begins(quotation, place, words):
    assert marked(quotation) == ([place], words)


def test_quotations_may_overlap():
    _places, words = marked("no more", "more, at")

    assert words[0] == [("“no", [0]), ("more,", [0, 1]), ("at", [1])]


def test_the_pieces_of_a_paragraph_are_its_whole_text():
    text = MarkedText(["  a b\n\nc  "])
    text.mark("x", "b c")

    assert "".join(piece.text for piece in text.pieces(0)) == "  a b\n\nc  "
