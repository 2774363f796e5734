"""A quotation beside the words it should have."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from dialogues.differences import ADDED, PART, REMOVED, SAME, Piece
from dialogues.wording import ELLIPSIS, uniform

# [has] spoken, [T]he: what somebody put in to make a quotation fit.
INSERTED = re.compile(r"\[([^\[\]\n]{1,40})\]")
EDGES = set(",.;:!?-")
# So much of a quotation is found for it to be the same with differences.
ALIKE = 0.6
# Fewer words in a row are in many texts.
FEWEST_IN_A_ROW = 3
# Beyond so many parts, words that stand everywhere are not compared first: it would take seconds.
LONG = 1_500


@dataclass(frozen=True)
class Words:
    """A text as its parts (a word or mark with the space behind it), and what counts of each."""

    parts: tuple[str, ...]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, text):
        """Without quotation marks and brackets, which quoting changes."""
        text = uniform(INSERTED.sub(r"\1", text)).replace('"', "")
        parts = [part for part in PART.findall(text) if part.strip() not in ("", "[", "]")]
        return cls(tuple(parts), tuple(part.strip() for part in parts))

    def __len__(self):
        return len(self.keys)

    def between(self, start, end):
        return Words(self.parts[start:end], self.keys[start:end])

    @property
    def text(self):
        return "".join(self.parts).strip()


@dataclass(frozen=True)
class Comparison:
    """How much of a quotation is found (0 to 1), whether it is exact, and what differs."""

    share: float
    is_exact: bool
    pieces: tuple[Piece, ...] = ()


def compared(quotation, said):
    """The Comparison of a quotation with what was said; both are Words."""
    if _is_exact(quotation, said):
        return Comparison(1.0, True)
    quoted, words = _without_omissions(quotation), _without_omissions(said)
    matcher = _matcher(quoted, words)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    share = sum(block.size for block in blocks) / max(len(quoted), 1)
    if share < ALIKE or max(block.size for block in blocks) < FEWEST_IN_A_ROW:
        return Comparison(share, False)
    start, end = blocks[0].b - blocks[0].a, blocks[-1].b + len(quoted) - blocks[-1].a
    return Comparison(share, False, tuple(_pieces(words.between(max(start, 0), end), quoted)))


def _is_exact(quotation, said):
    """Whether each piece between omissions stands there to the letter, in this order."""
    said = _without_omissions(said)
    folded = [key.casefold() for key in said.keys]
    at = 0
    for segment in _segments(quotation.keys):
        place = _find([key.casefold() for key in segment], folded, at)
        if place is None:
            return False
        at = place + len(segment)
        # The first letter follows the sentence that quotes.
        if list(said.keys[place + 1 : at]) != segment[1:]:
            return False
    return at > 0


def _segments(keys):
    """The words between omissions, without marks at their ends, which are the quoting author's."""
    segment = []
    for key in (*keys, ELLIPSIS):
        if key != ELLIPSIS:
            segment.append(key)
            continue
        while segment and segment[-1] in EDGES:
            segment.pop()
        while segment and segment[0] in EDGES:
            segment.pop(0)
        if segment:
            yield segment
        segment = []


def _find(wanted, keys, start):
    """Where a list of words begins in another, at or after a place; None if it does not."""
    for place in range(start, len(keys) - len(wanted) + 1):
        if keys[place] == wanted[0] and keys[place : place + len(wanted)] == wanted:
            return place
    return None


def _without_omissions(words):
    kept = [at for at, key in enumerate(words.keys) if key != ELLIPSIS]
    return Words(tuple(words.parts[at] for at in kept), tuple(words.keys[at] for at in kept))


def _pieces(said, quoted):
    """The quotation with what was said instead: removed words are of the record, added ones of the
    quotation."""
    pieces = []
    for kind, a, to_a, b, to_b in _matcher(quoted, said).get_opcodes():
        if kind == "equal":
            pieces.append(Piece(SAME, "".join(quoted.parts[a:to_a])))
            continue
        for name, parts in ((REMOVED, said.parts[b:to_b]), (ADDED, quoted.parts[a:to_a])):
            if parts:
                pieces.append(Piece(name, "".join(parts)))
    return _trimmed(pieces)


def _matcher(quoted, said):
    is_long = len(quoted) + len(said) > LONG
    return SequenceMatcher(None, quoted.keys, said.keys, autojunk=is_long)


def _trimmed(pieces):
    """Without what the record has before and after the quotation: nobody said it was quoted."""
    while pieces and pieces[0].kind == REMOVED and pieces[1:2] and pieces[1].kind == SAME:
        pieces.pop(0)
    while pieces and pieces[-1].kind == REMOVED and pieces[-2:-1] and pieces[-2].kind == SAME:
        pieces.pop()
    return pieces
