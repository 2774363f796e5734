"""Lines of text in a picture, which does not break them itself."""

import textwrap
from typing import NamedTuple

# The width of a letter of the serif, as a share of the font size: few texts are wider on average.
LETTER_WIDTH = 0.5


class TextLine(NamedTuple):
    """A line and the height of its base line, in pixels."""

    text: str
    y: int


def lines_of(text: str, size: int, width: int, top: int, most: int = 99) -> list[TextLine]:
    """The lines of a text `size` pixels high in `width` pixels, from `top` down.

    After `most` lines the rest is an ellipsis.
    """
    letters = int(width / (size * LETTER_WIDTH))
    lines = textwrap.wrap(text, letters, max_lines=most, placeholder=" …", break_on_hyphens=False)
    return [TextLine(line, top + round(size * (1 + 1.3 * n))) for n, line in enumerate(lines)]


def is_latin(text: str) -> bool:
    """Whether the fonts of pictures have the letters of a text."""
    return all(letter < "\u0250" or "\u1e00" <= letter <= "\u23ff" for letter in text)
