"""What somebody pasted, taken apart: addresses of statements, quotations, and else paragraphs."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qs

from dialogues.references import parse_reference

ADDRESS = re.compile(
    r"/statements/(?P<reference>[0-9A-Za-z-]{7,12})(?![0-9A-Za-z-])"
    r"(?:/v(?P<number>\d{1,9})(?!\d))?/?(?:\?(?P<query>[^\s<>)\]}|,]*))?"
)
# A mark that opens and one that closes, of two kinds where a printer mixed them. Between straight
# ones there is no empty line, or one that is missing would turn the whole text inside out.
LONGEST = 3_000  # characters
QUOTED = re.compile(
    rf"“([^“”\"]{{3,{LONGEST}}})[”\"]|«([^«»]{{3,{LONGEST}}})»|„([^„“”]{{3,{LONGEST}}})[“”]"
    rf"|\"((?:[^“”\"\n]|\n(?!\s*\n)){{3,{LONGEST}}})[”\"]"
)
PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*(?:[\d•*\[(-]))")
# Less is in many texts.
FEWEST_WORDS, FEWEST_LETTERS = 2, 10


@dataclass(frozen=True)
class Passage:
    """A quotation, or an address of a statement with what it carries: a version, a digest, and the
    reference that it was cited by if it moved."""

    text: str
    reference: str = ""
    number: str = ""
    digest: str = ""
    was: str = ""

    @property
    def is_address(self):
        return bool(self.reference)


def passages_of(text):
    """The Passages of a text in their order: its quotations and addresses, and each paragraph in
    which there is none of them as one quotation."""
    found = [(match.span(), _address(match)) for match in ADDRESS.finditer(text)]
    for match in QUOTED.finditer(text):
        quoted = next(group for group in match.groups() if group)
        if _is_long_enough(quoted):
            found.append((match.span(), Passage(quoted.strip())))
    taken = [span for span, _passage in found]
    found += [one for one in _paragraphs(text) if not any(_touch(one[0], span) for span in taken)]
    return [passage for _span, passage in sorted(found, key=lambda one: one[0])]


def _paragraphs(text):
    """(span, Passage) of each paragraph that has words enough."""
    begin = 0
    for end, after in [*(match.span() for match in PARAGRAPHS.finditer(text)), (len(text),) * 2]:
        if _is_long_enough(text[begin:end]):
            yield (begin, end), Passage(text[begin:end].strip())
        begin = after


def _touch(one, other):
    return one[0] < other[1] and other[0] < one[1]


def _address(match):
    asked = parse_qs(unescape(match["query"] or ""))
    values = {key: asked.get(key, [""])[0].rstrip(".;:") for key in ("v", "d", "was")}
    number = match["number"] or values["v"]
    reference = parse_reference(match["reference"]) or match["reference"]
    return Passage(match[0], reference, number, values["d"], values["was"])


def _is_long_enough(text):
    letters = sum(map(str.isalnum, text))
    return len(text.split()) >= FEWEST_WORDS and letters >= FEWEST_LETTERS
