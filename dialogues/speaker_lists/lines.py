"""The lines of a printed list: without bullets and emphasis, with wrapped lines joined."""

import re
from dataclasses import dataclass, replace
from itertools import chain, product, zip_longest

from dialogues.speaker_lists.headings import read_heading, split_heading
from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.separators import first_name, last_name, split_at, without_brackets

# Bullets, and the numbers or letters of a list: 1. 2) (3) iv. (a) b)
BULLET = re.compile(
    r"^\s*(?:[•●▪■◦‣∙·➢►✓*–—-]|\(?\d{1,3}[.)]|\(?[ivx]{1,5}[.)]|\(?[a-z]\))\s+", re.I
)
EMPHASIS = re.compile(r"\*\*|__|^\s*#+\s+")
CELL_END = re.compile(r" *[\t|] *")
# Before and after the cells of a row between pipes.
FRAME = re.compile(r"^\s*\|\s*|\s*\|\s*$")
# A line without letters and digits: the rule under a heading, a bullet alone.
RULE = re.compile(r"^[^\w()\[\]]+$")
WIDE_SPACE = re.compile(r" {2,}")
SPACES = re.compile(r"[^\S\t\n]")
# A word that a printer divided: its last mark, at the end of a line.
DIVIDED = re.compile("(?<=\\w)[-‐\u00ad\ufffe]$")
# A line that ends or begins in the middle of a name.
ENDS_WITHIN = re.compile(r"\b(?:and|of|the|for|&)$", re.I)
BEGINS_WITHIN = re.compile(r"^(?:\(|&|(?:and|of|the|on behalf of|in the name of|including)\b)")
MAX_WORDS_CUT = 5  # of a name that goes on in the next line
# Longer than any list on one line, and more cells than any table has: joining more to them would
# take minutes for a text of nonsense.
MAX_LINE_LENGTH = 10_000  # characters
MAX_CELLS = 50
# The end of a line in which its last name is looked for.
MAX_TAIL = 400  # characters


@dataclass(frozen=True)
class Line:
    """A line of a list with its number; the cells of a row of a table, none of other lines."""

    number: int
    text: str
    cells: tuple[str, ...] = ()
    is_item: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it goes on in the next: it ends with a comma or within parentheses."""
        return self.text.endswith(",") or self.text.count("(") > self.text.count(")")

    @property
    def tail(self) -> str:
        """The end of its text, which is long enough for any name."""
        return self.text[-MAX_TAIL:]

    def extended(self, text: str, joint: str = " ") -> "Line":
        """The line with another behind it, which goes on in the last cell."""
        last = (*self.cells[:-1], f"{self.cells[-1]}{joint}{text}") if self.cells else ()
        return replace(self, text=f"{self.text}{joint}{text}", cells=last)


def read_lines(text: str, known: KnownNames) -> list[Line]:
    """The lines that have text. A name that is wrapped is on one line again."""
    printed = [_line(number, line, known) for number, line in enumerate(text.splitlines(), 1)]
    printed = [line for line in printed if line.text]
    lines = printed[:1]
    for line, after in zip_longest(printed[1:], printed[2:]):
        joined = _joined(lines[-1], line, after.text if after else "", known)
        lines[-1:] = [joined] if joined else [lines[-1], line]
    return lines


def _line(number, printed, known):
    """A Line, empty for a rule between rows."""
    if RULE.match(printed):
        return Line(number, "")
    text = EMPHASIS.sub("", SPACES.sub(" ", printed))
    if "\t" in text or text.count("|") > 0:
        cells = tuple(CELL_END.split(FRAME.sub("", text), maxsplit=MAX_CELLS - 1))
        return Line(number, text.strip(), cells if len(cells) > 1 else ())
    stripped = BULLET.sub("", text).strip()
    cells = _spaced_cells(stripped, known)
    is_item = stripped != text.strip()
    return Line(number, WIDE_SPACE.sub(" ", stripped), cells, is_item)


def _spaced_cells(text, known):
    """The cells of a row that wide spaces divide; none if these are within names."""
    cells = WIDE_SPACE.split(text)
    has_columns = len(cells) > 1 and (
        split_heading(cells[0], known)[0] or all(map(known.is_name, cells))
    )
    return tuple(cells) if has_columns and not known.is_name(text) else ()


def _joined(before, line, after, known):
    """The two lines as one; None if the second begins a name of its own.

    `after` is the text that follows: a name may go on in a third line.
    """
    if line.is_item or line.cells or len(before.text) > MAX_LINE_LENGTH:
        return None
    if DIVIDED.search(before.text):
        return _undivided(before, line, known)
    if _is_one_name(before, line, after, known):
        return before.extended(line.text)
    if split_heading(line.text, known)[0] or read_heading(before.text, known):
        return None
    if before.is_open or BEGINS_WITHIN.match(line.text):
        return before.extended(line.text)
    is_cut = ENDS_WITHIN.search(before.text) or _breaks_off(before, known)
    return before.extended(line.text) if is_cut and not _ends_in_name(before, known) else None


def _ends_in_name(line, known):
    """Whether the line ends with a whole name, which may have commas: "Korea, Republic of"."""
    parts = split_at(line.tail)
    return any(known.is_name(",".join(parts[-length:]).strip()) for length in (1, 2, 3))


def _is_one_name(before, line, after, known):
    """Whether the end of a line and the beginning of the next are one known name."""
    tails = {last_name(before.tail), split_at(before.tail)[-1].strip()}
    heads = {first_name(line.text), split_at(line.text)[0].strip()}
    ends = {first_name(after), split_at(after)[0].strip()}
    pairs = product(tails, heads)
    threes = ((tail, f"{line.text} {end}") for tail, end in product(tails, ends))
    return any(
        known.is_name(f"{tail} {head}") and not (known.is_name(tail) and known.is_name(head))
        for tail, head in chain(pairs, threes)
    )


def _undivided(before, line, known):
    """The two lines with the divided word whole: with its hyphen if a name has it."""
    whole = replace(before, text=DIVIDED.sub("", before.text))
    if before.cells:
        whole = replace(whole, cells=(*before.cells[:-1], DIVIDED.sub("", before.cells[-1])))
    tail, head = last_name(whole.tail), first_name(line.text)
    is_hyphened = line.text[:1].isupper() and not known.is_name(f"{tail}{head}")
    return whole.extended(line.text, "-" if is_hyphened else "")


def _breaks_off(before, known):
    """Whether a list between commas breaks off within a name: its last one is not known."""
    tail = last_name(before.tail)
    has_commas = len(split_at(without_brackets(before.tail))) > 1
    words = tail.split()
    looks_like_name = len(words) <= MAX_WORDS_CUT and tail[:1].isupper() and not tail.endswith(".")
    return has_commas and looks_like_name and not known.is_name(without_brackets(tail).strip())
