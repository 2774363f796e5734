"""Shows which words differ between two texts, such as two versions of a statement."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from dialogues.text.normalise import normalise

# A word or a mark, with the space after it.
PART = re.compile(r"(?:\w+(?:['’-]\w+)*|[^\w\s])\s*|\s+")
# In longer texts, words that are everywhere are not compared first: that would take seconds.
MAX_EXACT_PARTS = 2_000
SAME, ADDED, REMOVED = "same", "added", "removed"


@dataclass(frozen=True)
class DiffPiece:
    """Some words, and whether they are SAME, ADDED or REMOVED."""

    kind: str
    text: str


def diff_words(before: str, after: str) -> list[DiffPiece]:
    """The words of both texts as pieces, in reading order.

    Other quotation marks, dashes and spaces are the same words; the later text is shown.
    """
    old, new = PART.findall(before), PART.findall(after)
    is_long = len(old) + len(new) > MAX_EXACT_PARTS
    old_words, new_words = list(map(normalise, old)), list(map(normalise, new))
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=is_long)
    pieces = []
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(DiffPiece(SAME, "".join(new[new_start:new_end])))
            continue
        pieces += _changed(REMOVED, old[old_start:old_end])
        pieces += _changed(ADDED, new[new_start:new_end])
    return pieces


def _changed(kind, parts):
    return [DiffPiece(kind, "".join(parts))] if parts else []
