"""Compares a pasted quotation with the text it may come from, word by word.

The quotation may leave words out, insert words in brackets and fit its first letter to a sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

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
# Words that may turn a sentence round, in the languages of most statements.
NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|nothing|nobody|nowhere|unless|without|unable|cannot|except"
    r"|hardly|rarely|only|fail(?:s|ed|ure)?|refus(?:e|es|ed|al)|reject(?:s|ed)?|oppos(?:e|es|ed)"
    r"|un(?:willing|likely|necessary|acceptable|justified)|im(?:possible|proper)|in(?:capable|valid)"
    r"|\w+n['’]t|pas|jamais|sans|aucun|aucune|nunca|ning[uú]n|sin)\b",
    re.I,
)
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


@dataclass(frozen=True)
class ExactMatch:
    """A quotation whose words are in a text to the letter.

    `pieces` has what it leaves out of the text (REMOVED) and what it puts in (ADDED); it is
    abridged if there is any of both.
    """

    pieces: tuple[DiffPiece, ...]

    @property
    def is_abridged(self) -> bool:
        return any(piece.kind != SAME for piece in self.pieces)


def match_quotation(quotation: ComparableText, recorded: ComparableText) -> QuotationMatch:
    """The QuotationMatch of a quotation with a recorded text."""
    quotation = quotation.with_insertions()
    matcher = _matcher(quotation, recorded)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    share = sum(block.size for block in blocks) / max(len(quotation), 1)
    in_a_row = max((block.size for block in blocks), default=0)
    is_short = len(quotation) <= SHORT_LENGTH
    if share < MIN_SHARE or in_a_row < (MIN_IN_A_ROW_IF_SHORT if is_short else MIN_IN_A_ROW):
        return QuotationMatch(share)
    start, end = blocks[0].b - blocks[0].a, blocks[-1].b + len(quotation) - blocks[-1].a
    return QuotationMatch(share, tuple(_pieces(recorded.between(max(start, 0), end), quotation)))


def match_exactly(quotation: ComparableText, recorded: ComparableText) -> ExactMatch | None:
    """The ExactMatch of a quotation; None if the text does not have the words to the letter.

    The runs of words must be in this order, with at most an omission or insertion between two.
    """
    first, *runs = _runs(quotation)
    if not runs or (len(runs) > 1 and any(len(run.keys) < MIN_WORDS_BETWEEN for run in runs)):
        return None
    # {end: start and the end before} of each run, as far as they follow each other. Trying each
    # combination could take forever.
    levels, ends, gap = [], [0], len(recorded)
    for run in runs:
        level = {}
        for start in _starts(run.keys, recorded):
            before = bisect_right(ends, start) - 1
            if before >= 0 and start - ends[before] <= gap:
                level[start + len(run.keys)] = start, ends[before]
        if not level:
            return None
        levels.append(level)
        ends, gap = sorted(level), run.gap_after
    pieces = [*_inserted(first), *_exact_pieces(recorded, runs, levels), *_inserted(runs[-1])]
    return ExactMatch(tuple(pieces))


def _inserted(run):
    """A piece for what is put in after a run."""
    return [DiffPiece(ADDED, run.inserted)] if run.inserted else []


def _exact_pieces(recorded, runs, levels):
    """The words of each run, and between two what is left out and put in."""
    end = min(levels[-1])
    spans = []
    for level in reversed(levels):
        start, before = level[end]
        spans.insert(0, (start, end))
        end = before
    for at, (start, end) in enumerate(spans):
        if at:
            yield from _between(recorded.between(spans[at - 1][1], start), runs[at - 1].inserted)
        yield DiffPiece(SAME, "".join(recorded.parts[start:end]))


def _between(left_out, inserted):
    """Pieces for what a quotation leaves out between two runs, and what it puts in."""
    has_words = any(key not in EDGES and key != ELLIPSIS for key in left_out.keys)
    is_same = inserted.strip("[] ") == left_out.text
    if is_same or not (has_words or inserted):
        yield DiffPiece(SAME, "".join(left_out.parts))
        return
    if has_words:
        yield DiffPiece(REMOVED, "".join(left_out.parts))
    if inserted:
        yield DiffPiece(ADDED, inserted)


def negations_of(pieces: tuple[DiffPiece, ...]) -> list[str]:
    """The words among what differs that may turn the sense round: not, unless, unable."""
    texts = [piece.text for piece in pieces if piece.kind != SAME]
    words = (word.casefold() for text in texts for word in NEGATION.findall(text))
    return list(dict.fromkeys(words))


def _starts(run: tuple[str, ...], recorded: ComparableText) -> Iterator[int]:
    """Where a run of words begins. Its first letter may have another case, to fit a sentence."""
    first = run[0].casefold()
    for start in range(len(recorded) - len(run) + 1):
        is_first = recorded.folded[start] == first
        if is_first and recorded.keys[start + 1 : start + len(run)] == run[1:]:
            yield start


class Run(NamedTuple):
    """Words of a quotation in a row; how many of the text may follow before the next run, and the
    words that the quoting author put there."""

    keys: tuple[str, ...]
    gap_after: int
    inserted: str


def _runs(quotation: ComparableText) -> Iterator[Run]:
    """An empty run for what is put in first, then the runs between omissions and insertions,
    without the marks at their ends."""
    marks = [at for at, key in enumerate(quotation.keys) if key in (ELLIPSIS, INSERTION)]
    run, gap, inserted = (), 0, ""
    for begin, end in pairwise([-1, *marks, len(quotation)]):
        words = _without_edges(quotation.keys[begin + 1 : end])
        if words:
            yield Run(run, gap, inserted)
            run, gap, inserted = words, 0, ""
        if end < len(quotation):
            is_omission = quotation.keys[end] == ELLIPSIS
            gap = max(gap, MAX_OMITTED if is_omission else MAX_REPLACED)
            inserted += "" if is_omission else quotation.parts[end]
    yield Run(run, gap, inserted)


def _without_edges(keys):
    while keys and keys[-1] in EDGES:
        keys = keys[:-1]
    while keys and keys[0] in EDGES:
        keys = keys[1:]
    return keys


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
