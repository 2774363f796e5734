"""A quotation beside the words it should have."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from dialogues.text.normalise import ELLIPSIS, unify_punctuation
from dialogues.text.word_diff import (
    ADDED,
    PART,
    REMOVED,
    SAME,
    DiffPiece,
)

# [T]he: another first letter. [has]: what somebody put in, or instead, to fit a sentence.
FITTED_LETTER = re.compile(r"\[(\w)\](?=\w)")
INSERTED = re.compile(r"\[[^\[\]\n…]{1,40}\]")
INSERTION = "‸"
# How many words somebody puts others in place of, and leaves out.
MOST_REPLACED, MOST_OMITTED = 3, 400
# Words between two omissions: fewer could be found anywhere, and say anything.
FEWEST_BETWEEN = 2
# Marks at the ends of a quotation that are the quoting author's.
EDGES = set(",.;:-")
# Vowel signs and lengthened lines of Arabic, which are written or not.
ARABIC_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")
# So much of a quotation is found for it to be the same with differences.
ALIKE = 0.6
# Fewer words in a row are in many texts; of a short quotation two must do.
FEWEST_IN_A_ROW, SHORT = 3, 5
# Beyond so many parts, words that stand everywhere are not compared first: it would take seconds.
LONG = 1_500


@dataclass(frozen=True)
class ComparableText:
    """A text as its parts (a word or mark with the space behind it), and what counts of each."""

    parts: tuple[str, ...]
    keys: tuple[str, ...]

    @cached_property
    def folded(self):
        """The keys without capitals."""
        return tuple(key.casefold() for key in self.keys)

    @classmethod
    def from_record(cls, text):
        """What was said: without quotation marks and brackets."""
        return cls._of(text.replace("[…]", "…").replace("[...]", "…"))

    @classmethod
    def from_quotation(cls, text):
        """What somebody quotes: what stands in brackets is the quoting author's."""
        text = FITTED_LETTER.sub(r"\1", text).replace("[...]", "…")
        return cls._of(INSERTED.sub(f" {INSERTION} ", text))

    @classmethod
    def _of(cls, text):
        text = ARABIC_SIGNS.sub("", unify_punctuation(text)).replace('"', "")
        parts = [part for part in PART.findall(text) if part.strip() not in ("", "[", "]")]
        return cls(tuple(parts), tuple(part.strip() for part in parts))

    def __len__(self):
        return len(self.keys)

    def between(self, start, end):
        return ComparableText(self.parts[start:end], self.keys[start:end])

    @property
    def text(self):
        return "".join(self.parts).strip()


@dataclass(frozen=True)
class QuotationMatch:
    """How much of a quotation is found (0 to 1), and what differs; empty if it is too little."""

    share: float
    pieces: tuple[DiffPiece, ...] = ()


def match_quotation(quotation, said):
    """The QuotationMatch of a quotation to what was said; both are ComparableText."""
    quoted, words = _without_omissions(quotation), _without_omissions(said)
    blocks = [one for one in _matcher(quoted, words).get_matching_blocks() if one.size]
    share = sum(block.size for block in blocks) / max(len(quoted), 1)
    in_a_row = max((block.size for block in blocks), default=0)
    if share < ALIKE or in_a_row < (2 if len(quoted) <= SHORT else FEWEST_IN_A_ROW):
        return QuotationMatch(share)
    start, end = blocks[0].b - blocks[0].a, blocks[-1].b + len(quoted) - blocks[-1].a
    return QuotationMatch(share, tuple(_pieces(words.between(max(start, 0), end), quoted)))


def is_exact_quotation(quotation, said):
    """Whether the words stand there to the letter: each run of them in this order, and between two
    runs no more than an omission or what was replaced."""
    runs = list(_runs(quotation.keys))
    if not runs or (len(runs) > 1 and any(len(run) < FEWEST_BETWEEN for run, _gap in runs)):
        return False
    # All places where the runs so far may end: trying each way by itself could take for ever.
    ends, gap = [0], len(said)
    for run, next_gap in runs:
        places = [one for one in _places(run, said) if any(0 <= one - end <= gap for end in ends)]
        ends, gap = [place + len(run) for place in places], next_gap
        if not ends:
            return False
    return True


def has_omissions(quotation):
    """Whether a quotation has omissions or words of the quoting author's: ComparableText."""
    return ELLIPSIS in quotation.keys or INSERTION in quotation.keys


def _places(run, said):
    """Where a run of words stands; its first letter follows the sentence that quotes."""
    first = run[0].casefold()
    for place in range(len(said) - len(run) + 1):
        if said.folded[place] == first and list(said.keys[place + 1 : place + len(run)]) == run[1:]:
            yield place


def _runs(keys):
    """(words in a row, how many words may stand before the next) of a quotation."""
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
            yield run, MOST_OMITTED if key == ELLIPSIS else MOST_REPLACED
        run = []


def _without_omissions(words):
    kept = [at for at, key in enumerate(words.keys) if key not in (ELLIPSIS, INSERTION)]
    return ComparableText(
        tuple(words.parts[at] for at in kept), tuple(words.keys[at] for at in kept)
    )


def _pieces(said, quoted):
    """The quotation with what was said instead: removed words are of the record, added ones of the
    quotation."""
    pieces = []
    for kind, a, to_a, b, to_b in _matcher(quoted, said).get_opcodes():
        if kind == "equal":
            pieces.append(DiffPiece(SAME, "".join(quoted.parts[a:to_a])))
            continue
        for name, parts in ((REMOVED, said.parts[b:to_b]), (ADDED, quoted.parts[a:to_a])):
            if parts:
                pieces.append(DiffPiece(name, "".join(parts)))
    return _trimmed(pieces)


def _matcher(quoted, said):
    is_long = len(quoted) + len(said) > LONG
    return SequenceMatcher(None, _fitted(quoted.keys, said.keys), said.keys, autojunk=is_long)


def _fitted(keys, said):
    """The keys with the first letter as it was said: it follows the sentence that quotes."""
    first = keys[0][:1].swapcase() + keys[0][1:] if keys else ""
    return (first, *keys[1:]) if keys and keys[0] not in said and first in said else keys


def _trimmed(pieces):
    """Without what the record has before and after the quotation: nobody said it was quoted."""
    while pieces and pieces[0].kind == REMOVED and pieces[1:2] and pieces[1].kind == SAME:
        pieces.pop(0)
    while pieces and pieces[-1].kind == REMOVED and pieces[-2:-1] and pieces[-2].kind == SAME:
        pieces.pop()
    return pieces
