"""The sentences of a text, with the quotations in them."""

import re
from bisect import bisect_right
from typing import NamedTuple

# A full stop after these ends no sentence.
ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|para|paras|art|e\.g|i\.e|cf|vs|H\.E|H\.R\.H|U\.S|U\.K|Sr|Jr|Gen|M|Mme)\.$",
    re.I,
)
LONGEST_ABBREVIATION = 10  # characters
MAX_SENTENCE = 4_000  # characters
END = re.compile(r"[.!?…]+[”\"’'»)\]]*(?=\s+[A-Z“\"‘«(\[0-9À-Þ]|\s*$)")
QUOTED = re.compile(
    r"“(?P<curly>[^“”]+)”|«\s*(?P<french>[^«»]+?)\s*»|(?<!\w)\"(?P<straight>[^\"]+)\"(?!\w)"
    r"|„(?P<german>[^„“”]+)[“”]"
)


class Span(NamedTuple):
    """A part of a text: from `start` to `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def sentences_of(text: str) -> list[Span]:
    """The sentences of a text. A quotation of several sentences divides none.

    Without what is longer than MAX_SENTENCE, which nobody wrote as a sentence.
    """
    starts, ends = _quoted_places(text)
    spans, start = [], 0
    for match in END.finditer(text):
        end = match.end()
        at = bisect_right(starts, match.start()) - 1
        is_quoted = at >= 0 and starts[at] < match.start() and end < ends[at]
        before = text[max(start, match.start() - LONGEST_ABBREVIATION) : match.start() + 1]
        if not is_quoted and not ABBREVIATION.search(before):
            spans.append(_stripped(text, start, end))
            start = end
    spans.append(_stripped(text, start, len(text)))
    return [span for span in spans if 0 < span.end - span.start <= MAX_SENTENCE]


def _quoted_places(text):
    places = [match.span() for match in QUOTED.finditer(text)]
    return [start for start, _end in places], [end for _start, end in places]


def quotations_of(text: str, span: Span) -> list[Span]:
    """What is between quotation marks in a part of a text, without the marks."""
    return [
        Span(span.start + match.start(kind), span.start + match.end(kind))
        for match in QUOTED.finditer(span.of(text))
        if (kind := match.lastgroup)
    ]


def _stripped(text, start, end):
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
