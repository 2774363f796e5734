"""Justified text: its lines end at one edge, with spaces that are stretched for that.

Lines of a list or table may end at one edge too, if they are as long; their spaces are alike.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median

from dialogues.imports.files.placed_text import SAME_EDGE, PageLine

COMMON = 0.1  # of the lines of a document begin or end at the edge of a column
MIN_COMMON = 5
SPACE = 0.15  # times the size of letters: between two words
SAME_SPACE = 0.2  # points
MIN_STRETCHES = 4  # different widths of spaces
INDENT = (0.5, 4)  # times the size of letters: the first line of a paragraph


class JustifiedText:
    """The edges of the columns of a document, as far as its text is justified."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        by_end = {edge: [] for edge in _common(map(_end, lines))}
        for line in lines:
            if _end(line) in by_end:
                by_end[_end(line)].append(line)
        self.ends = {edge for edge, flush in by_end.items() if _has_stretches(flush)}
        self.begins = _common(map(_begin, lines)) if self.ends else set()
        # Where many paragraphs begin is no edge of a column.
        size = median(line.size for line in lines) if self.ends else 0.0
        self.begins -= {edge for edge in self.begins if self._is_after(edge * SAME_EDGE, size)}

    def column_width(self, page: Sequence[PageLine]) -> float:
        """The width of a full line of a page; 0.0 if most of its lines are not justified."""
        flush = [line for line in page if _end(line) in self.ends]
        if 2 * len(flush) <= len(page):
            return 0.0
        widths = Counter(round((line.right - line.left) / SAME_EDGE) for line in flush)
        return float(SAME_EDGE * widths.most_common(1)[0][0])

    def without_stretched_spaces(self, line: PageLine) -> PageLine:
        """The line; of a justified text without tabs, however wide its spaces are."""
        is_flush = _end(line) in self.ends
        return line._replace(text=line.text.replace("\t", " ")) if is_flush else line

    def is_indented(self, line: PageLine) -> bool:
        """Whether a line begins a little to the right of a column: a paragraph begins there."""
        return _begin(line) not in self.begins and self._is_after(line.left, line.size)

    def _is_after(self, left, size):
        """Whether a place is to the right of the edge of a column, as far as an indent is."""
        least, most = (times * size for times in INDENT)
        return any(least < left - begin * SAME_EDGE < most for begin in self.begins)


def _has_stretches(lines):
    """Whether the spaces of lines that end at one edge have different widths."""
    return len({_space_in(line) for line in lines}) >= MIN_STRETCHES


def _common(edges):
    counts = Counter(edges)
    limit = max(MIN_COMMON, COMMON * counts.total())
    return {edge for edge, count in counts.items() if count >= limit}


def _begin(line):
    return round(line.left / SAME_EDGE)


def _end(line):
    return round(line.right / SAME_EDGE)


def _space_in(line):
    """The mean width of the spaces of a line, in steps of SAME_SPACE."""
    letters = [char for char in line.chars if char.text.strip()]
    gaps = (char.left - before.right for before, char in pairwise(letters))
    spaces = [gap for gap in gaps if gap > SPACE * line.size]
    return round(mean(spaces) / SAME_SPACE) if spaces else 0
