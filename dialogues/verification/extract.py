"""Extract the addresses of statements and the quotations from a text."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qs

from dialogues.references import parse_reference

ADDRESS = re.compile(
    r"/statements/(?P<reference>[0-9A-Za-z-]{7,12})(?![0-9A-Za-z-])"
    r"(?:/v(?P<number>\d{1,9})(?!\d))?/?(?:\?(?P<query>[^\s<>)\]}|,]*))?"
)
# An opening and a closing mark, of two kinds where a printer mixed them. Straight marks must not
# enclose an empty line: one missing mark would turn all the text after it inside out.
MAX_LENGTH = 3_000  # characters
QUOTED = re.compile(
    rf"“([^“”\"]{{3,{MAX_LENGTH}}})[”\"]|«([^«»]{{3,{MAX_LENGTH}}})»|„([^„“”]{{3,{MAX_LENGTH}}})[“”]"
    rf"|\"((?:[^“”\"\n]|\n(?!\s*\n)){{3,{MAX_LENGTH}}})[”\"]"
)
PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*(?:[\d•*\[(-]))")
# Shorter passages occur in many texts.
MIN_WORDS, MIN_LETTERS = 2, 10


@dataclass(frozen=True)
class Passage:
    """A quotation, or the address of a statement with its query.

    `number` is the cited version, `digest` the digest of its words, `was` the reference under which
    the statement was cited if it moved; each may be empty.
    """

    text: str
    reference: str = ""
    number: str = ""
    digest: str = ""
    was: str = ""

    @property
    def is_address(self):
        return bool(self.reference)


def passages_of(text: str) -> list[Passage]:
    """The quotations and addresses in a text, in order.

    A paragraph that contains neither is one quotation.
    """
    passages = {match.span(): _address(match) for match in ADDRESS.finditer(text)}
    for match in QUOTED.finditer(text):
        quotation = next(group for group in match.groups() if group)
        if _is_long_enough(quotation):
            passages[match.span()] = Passage(quotation.strip())
    spans = list(passages)
    for paragraph, passage in _paragraphs(text):
        if not any(_overlaps(paragraph, span) for span in spans):
            passages[paragraph] = passage
    return [passages[span] for span in sorted(passages)]


def _paragraphs(text):
    """(span, Passage) of each paragraph that is long enough."""
    begin = 0
    for end, after in [*(match.span() for match in PARAGRAPHS.finditer(text)), (len(text),) * 2]:
        if _is_long_enough(text[begin:end]):
            yield (begin, end), Passage(text[begin:end].strip())
        begin = after


def _overlaps(span, other):
    return span[0] < other[1] and other[0] < span[1]


def _address(match):
    query = parse_qs(unescape(match["query"] or ""))
    values = {key: query.get(key, [""])[0].rstrip(".;:") for key in ("v", "d", "was")}
    number = match["number"] or values["v"]
    reference = parse_reference(match["reference"]) or match["reference"]
    return Passage(match[0], reference, number, values["d"], values["was"])


def _is_long_enough(text):
    letters = sum(map(str.isalnum, text))
    return len(text.split()) >= MIN_WORDS and letters >= MIN_LETTERS
