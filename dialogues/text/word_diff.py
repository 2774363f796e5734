"""Two texts compared word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from dialogues.text.normalise import normalise

# A word or a mark, with the space behind it.
PART = re.compile(r"(?:\w+(?:['’-]\w+)*|[^\w\s])\s*|\s+")
# Beyond so many parts, words that stand everywhere are not looked for first: it would take seconds.
LONG = 2_000
SAME, ADDED, REMOVED = "same", "added", "removed"


@dataclass(frozen=True)
class DiffPiece:
    """Some words, and whether they are the "same", "added" or "removed"."""

    kind: str
    text: str


def diff_words(before, after):
    """The words of both texts as pieces, in the order of reading.

    Other quotation marks, dashes and spaces are the same words; the text after is shown.
    """
    then, now = PART.findall(before), PART.findall(after)
    is_long = len(then) + len(now) > LONG
    compared = [[normalise(part) for part in parts] for parts in (then, now)]
    matcher = SequenceMatcher(None, *compared, autojunk=is_long)
    pieces = []
    for kind, from_then, to_then, from_now, to_now in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(DiffPiece(SAME, "".join(now[from_now:to_now])))
            continue
        pieces += _changed(REMOVED, then[from_then:to_then]) + _changed(ADDED, now[from_now:to_now])
    return pieces


def _changed(kind, parts):
    return [DiffPiece(kind, "".join(parts))] if parts else []
