"""Compares a pasted quotation with the text it may come from, word by word.

The quotation may leave words out, insert words in brackets and fit its first letter to a sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from dialogues.text.comparable_text import INSERTION, ComparableText
from dialogues.text.normalise import ELLIPSIS
from dialogues.text.word_diff import (
    ADDED,
    REMOVED,
    SAME,
    DiffPiece,
)

# Words of the text that an insertion may replace, and an omission may leave out.
MAX_REPLACED, MAX_OMITTED = 3, 400
# Words between two omissions: fewer could be found anywhere and made to say anything.
MIN_WORDS_BETWEEN = 2
# Marks at the ends of a quotation that are the quoting author's.
EDGES = set(",.;:-")
# The share of a quotation that must match for it to be the same text with differences.
MIN_SHARE = 0.6
# Matching words in a row: fewer are in many texts. A short quotation needs only two.
MIN_IN_A_ROW, MIN_IN_A_ROW_IF_SHORT = 3, 2
SHORT_LENGTH = 5  # parts
# In longer texts, words that are everywhere are not compared first: that would take seconds.
MAX_EXACT_PARTS = 1_500


@dataclass(frozen=True)
class QuotationMatch:
    """The share of a quotation that matches (0 to 1), and the differences; none if it is small."""

    share: float
    pieces: tuple[DiffPiece, ...] = ()


def match_quotation(quotation: ComparableText, recorded: ComparableText) -> QuotationMatch:
    """The QuotationMatch of a quotation with a recorded text."""
    quoted, words = _without_omissions(quotation), _without_omissions(recorded)
    blocks = [block for block in _matcher(quoted, words).get_matching_blocks() if block.size]
    share = sum(block.size for block in blocks) / max(len(quoted), 1)
    in_a_row = max((block.size for block in blocks), default=0)
    is_short = len(quoted) <= SHORT_LENGTH
    if share < MIN_SHARE or in_a_row < (MIN_IN_A_ROW_IF_SHORT if is_short else MIN_IN_A_ROW):
        return QuotationMatch(share)
    start, end = blocks[0].b - blocks[0].a, blocks[-1].b + len(quoted) - blocks[-1].a
    return QuotationMatch(share, tuple(_pieces(words.between(max(start, 0), end), quoted)))


def is_exact_quotation(quotation: ComparableText, recorded: ComparableText) -> bool:
    """Whether a recorded text has the words to the letter.

    The runs of words must be in this order, with at most an omission or insertion between two.
    """
    runs = list(_runs(quotation.keys))
    if not runs or (len(runs) > 1 and any(len(run) < MIN_WORDS_BETWEEN for run, _gap in runs)):
        return False
    # All places where the runs so far may end: trying each combination could take forever.
    ends, gap = [0], len(recorded)
    for run, next_gap in runs:
        reachable = (start for start in _starts(run, recorded) if _is_after(start, ends, gap))
        ends, gap = [start + len(run) for start in reachable], next_gap
        if not ends:
            return False
    return True


def _is_after(start, ends, gap):
    """Whether a run that begins here follows one of these ends with at most `gap` words between."""
    return any(0 <= start - end <= gap for end in ends)


def has_omissions(quotation: ComparableText) -> bool:
    """Whether a quotation leaves words out or inserts words of the quoting author."""
    return ELLIPSIS in quotation.keys or INSERTION in quotation.keys


def _starts(run: list[str], recorded: ComparableText) -> Iterator[int]:
    """Where a run of words begins. Its first letter may have another case, to fit a sentence."""
    first = run[0].casefold()
    for start in range(len(recorded) - len(run) + 1):
        is_first = recorded.folded[start] == first
        if is_first and list(recorded.keys[start + 1 : start + len(run)]) == run[1:]:
            yield start


def _runs(keys: tuple[str, ...]) -> Iterator[tuple[list[str], int]]:
    """(words in a row, how many words may be between them and the next run) of a quotation."""
    run = []
    for key in (*keys, ELLIPSIS):
        if key not in (ELLIPSIS, INSERTION):
            run.append(key)
            continue
        while run and run[-1] in EDGES:
            run.pop()
        while run and run[0] in EDGES:
            run.pop(0)
        if run:
            yield run, MAX_OMITTED if key == ELLIPSIS else MAX_REPLACED
        run = []


def _without_omissions(text: ComparableText) -> ComparableText:
    places = [at for at, key in enumerate(text.keys) if key not in (ELLIPSIS, INSERTION)]
    return ComparableText(
        tuple(text.parts[at] for at in places), tuple(text.keys[at] for at in places)
    )


def _pieces(recorded, quoted):
    """The quotation with its differences: REMOVED words are recorded, ADDED ones are quoted."""
    pieces = []
    for kind, start, end, other_start, other_end in _matcher(quoted, recorded).get_opcodes():
        if kind == "equal":
            pieces.append(DiffPiece(SAME, "".join(quoted.parts[start:end])))
            continue
        changes = (
            (REMOVED, recorded.parts[other_start:other_end]),
            (ADDED, quoted.parts[start:end]),
        )
        pieces += [DiffPiece(change, "".join(parts)) for change, parts in changes if parts]
    return _trimmed(pieces)


def _matcher(quoted, recorded):
    is_long = len(quoted) + len(recorded) > MAX_EXACT_PARTS
    keys = _fitted(quoted.keys, recorded.keys)
    return SequenceMatcher(None, keys, recorded.keys, autojunk=is_long)


def _fitted(keys, recorded_keys):
    """The keys with the case of the first letter as recorded: a quotation fits its sentence."""
    first = keys[0][:1].swapcase() + keys[0][1:] if keys else ""
    is_fitted = keys and keys[0] not in recorded_keys and first in recorded_keys
    return (first, *keys[1:]) if is_fitted else keys


def _trimmed(pieces):
    """The pieces without recorded words before and after the quotation, which it does not claim."""
    while pieces and pieces[0].kind == REMOVED and pieces[1:2] and pieces[1].kind == SAME:
        pieces.pop(0)
    while pieces and pieces[-1].kind == REMOVED and pieces[-2:-1] and pieces[-2].kind == SAME:
        pieces.pop()
    return pieces
