"""The sentences of a text, with the quotations in them."""

import re
from typing import NamedTuple

# A full stop after these ends no sentence.
ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|para|paras|art|e\.g|i\.e|cf|vs|H\.E|H\.R\.H|U\.S|U\.K|Sr|Jr|Gen|M|Mme)\.$",
    re.I,
)
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
    """The sentences of a text. A quotation of several sentences divides none."""
    quotations = [match.span() for match in QUOTED.finditer(text)]
    spans, start = [], 0
    for match in END.finditer(text):
        end = match.end()
        within = any(first < match.start() and end < last for first, last in quotations)
        if within or ABBREVIATION.search(text[start : match.start() + 1]):
            continue
        spans.append(_stripped(text, start, end))
        start = end
    spans.append(_stripped(text, start, len(text)))
    return [span for span in spans if span.end > span.start]


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
