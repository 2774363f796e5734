"""Lines of a page by their places: the rows of a table without rules are put together."""

from collections import Counter
from collections.abc import Sequence

from dialogues.imports.files.placed_text import SAME_EDGE, PageLine, line_of

NARROW_GAP = 0.6  # times the size of letters: where a column begins, more than between words
INDENT = 30  # points to the right of the margin: a second column
MAX_LINES_IN_CELL = 14
MIN_ROWS = 3
MAX_APART = 4  # lines between two lines of the second column


def with_rows(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines of a page; those of a table of two columns are one line for each row, with a tab.

    A table has short cells next to each other; in the columns of a page many lines follow each
    other.
    """
    if not lines:
        return []
    margin = min(line.left for line in lines)
    edges = Counter(round(line.left / SAME_EDGE) for line in lines if line.left > margin + INDENT)
    for edge, count in edges.most_common(2):
        if count >= MIN_ROWS:
            joined = []
            for region, is_table in _regions(lines, edge * SAME_EDGE):
                joined += _joined(region, edge * SAME_EDGE) if is_table else region
            if sum("\t" in line.text for line in joined) >= MIN_ROWS:
                return joined
    return list(lines)


def _regions(lines, edge):
    """(lines, whether they may be a table): a table has lines at its edge, not many apart."""
    at_edge = [at for at, line in enumerate(lines) if abs(line.left - edge) <= SAME_EDGE]
    groups: list[list[int]] = []
    for at in at_edge:
        if groups and at - groups[-1][-1] <= MAX_APART:
            groups[-1].append(at)
        else:
            groups.append([at])
    done = 0
    for group in groups:
        start, end = max(done, group[0] - MAX_APART), min(len(lines), group[-1] + MAX_APART + 1)
        yield list(lines[done:start]), False
        yield list(lines[start:end]), len(group) >= MIN_ROWS
        done = end
    yield list(lines[done:]), False


def _joined(lines, edge):
    joined: list[PageLine] = []
    first: list[PageLine] = []
    second: list[PageLine] = []

    def finish():
        if first and second and max(len(first), len(second)) <= MAX_LINES_IN_CELL:
            cells = (" ".join(line.text for line in cell) for cell in (first, second))
            joined.append(first[0]._replace(text="\t".join(cells), right=second[0].right))
        else:
            joined.extend([*first, *second])
        first.clear()
        second.clear()

    for line in lines:
        if abs(line.left - edge) <= SAME_EDGE and first:
            second.append(line)
            continue
        if parts := _divided(line, edge):
            finish()
            first.append(parts[0])
            second.append(parts[1])
            continue
        if second or line.right >= edge:
            finish()
        if line.right < edge:
            first.append(line)
        else:
            joined.append(line)
    finish()
    return joined


def _divided(line, edge):
    """The two parts of a line with a gap in front of an edge; None for a line across it."""
    if line.left >= edge - SAME_EDGE or line.right <= edge:
        return None
    last = None
    for at, char in enumerate(line.chars):
        if not char.text.strip():
            continue
        if last and abs(char.left - edge) <= SAME_EDGE:
            if char.left - last.right <= NARROW_GAP * max(char.size, 1):
                return None
            return line_of(line.chars[:at], line.page), line_of(line.chars[at:], line.page)
        last = char
    return None
