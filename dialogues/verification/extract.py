"""Extract the addresses of statements and the quotations from a text."""

import re
from dataclasses import dataclass, replace
from html import unescape
from itertools import pairwise

from dialogues.references import parse_reference
from dialogues.text.normalise import SIGN
from dialogues.verification.readable import readable

ADDRESS = re.compile(
    r"/statements/(?P<reference>[0-9A-Za-z-]{7,12})(?![0-9A-Za-z-])"
    r"(?:/v(?P<number>\d{1,9})(?!\d))?/?(?:\\?\?(?P<query>[\w=&;%\\-]*))?"
)
# The values of an address, wherever they end: a digest is in hexadecimal, a version a number.
VALUES = {
    key: re.compile(rf"(?:^|[&;])(?:amp;)?{key}=({value})", re.I)
    for key, value in (("v", r"\d{1,9}"), ("d", r"[0-9a-f]{1,64}"), ("was", r"[0-9a-z-]{1,12}"))
}
WHOLE_ADDRESS = re.compile(r"(?:https?://)?[\w.:/\\{-]*$")
MAX_LENGTH = 3_000  # characters
# An opening and a closing mark, of two kinds where a printer mixed them. Straight marks must not
# enclose an empty line: one missing mark would turn all the text after it inside out.
DOUBLE = re.compile(
    rf"“((?:[^“”\"]|“[^“”\"\n]{{1,300}}”){{1,{MAX_LENGTH}}})[”\"„]|«([^«»]{{1,{MAX_LENGTH}}})»|»([^«»]{{1,{MAX_LENGTH}}})«"
    rf"|„([^„“”\"]{{1,{MAX_LENGTH}}})[“”\"]|「([^「」]{{1,{MAX_LENGTH}}})」|『([^『』]{{1,{MAX_LENGTH}}})』"
    rf"|《([^《》]{{1,{MAX_LENGTH}}})》|‹([^‹›]{{1,{MAX_LENGTH}}})›|›([^‹›]{{1,{MAX_LENGTH}}})‹"
    rf"|\"((?:[^“”\"\n]|\n(?!\s*\n)){{1,{MAX_LENGTH}}})[”\"]"
)
# Single marks, which are apostrophes within words and after them: the states’ duty.
SINGLE_OPENS = re.compile(r"(?:(?<=[\s(\[–—,:;])|^)[‘‚'](?=[\w\[…])", re.M)
MAX_CLOSES = 6  # that are tried for one opening mark
SINGLE_CLOSES = re.compile(r"(?<=[\w.,;:!?…\])])[’‘'](?!\w)")
PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*(?:[\d•*\[(-]))")
LIST_MARK = re.compile(r"^\s*(?:[•*–-]|\d{1,3}[.)])\s+")
# Lines of files of citations, which are no prose.
DATA = re.compile(r"^\s*(?:[A-Z][A-Z0-9] {2}-|\w+\s*=\s*[{\"]|[{\"]\w+\"?\s*:|<|\||@\w+\{)", re.M)
# A whole file: a table with the names of its columns, or JSON.
WHOLE_FILE = re.compile(r"\ufeff?\w+(?:,[\w ]+){5,}\r?\n|\s*(?:\{|\[\s*\{)\s*[\"“]\w+[\"”]\s*:")
# Shorter passages occur in many texts. A sign of a script without spaces is half a word.
MIN_WORDS, MIN_LETTERS, MIN_SIGNS = 2, 10, 6


@dataclass(frozen=True)
class Passage:
    """A quotation, or the address of a statement with its query.

    `number` is the cited version, `digest` the digest of its words, `was` the reference under which
    the statement was cited if it moved; each may be empty. `shorter`: what else the marks may
    enclose. `is_incidental`: words next to an address, or in the data of a file, which need not be
    a quotation.
    """

    text: str
    reference: str = ""
    number: str = ""
    digest: str = ""
    was: str = ""
    shorter: tuple[str, ...] = ()
    is_incidental: bool = False

    @property
    def is_address(self) -> bool:
        return bool(self.reference)

    @property
    def is_too_short(self) -> bool:
        return not self.is_address and not is_long_enough(self.text)


def passages_of(text: str) -> list[Passage]:
    """The quotations and addresses in a text, in order.

    A paragraph that contains neither is one quotation; words next to an address are one too.
    """
    text = readable(text)
    passages = {match.span(): _address(match) for match in ADDRESS.finditer(text)}
    addresses = list(passages)
    passages |= _double_quoted(text)
    passages |= _single_quoted(text, list(passages))
    quoted = [span for span in passages if span not in addresses]
    is_file = bool(WHOLE_FILE.match(text))
    for span, words in _paragraphs(text):
        inside = [other for other in addresses if _overlaps(span, other)]
        is_data = is_file or bool(DATA.search(words))
        within = [other for other in quoted if _overlaps(span, other)]
        for other in within:
            passages[other] = replace(passages[other], is_incidental=is_data)
        if within:
            continue
        if not inside:
            plain = LIST_MARK.sub("", words).strip()
            passages[span] = Passage(plain, is_incidental=is_data)
        elif around := _words_around(text, span, inside):
            passages[(span[0], span[0])] = Passage(around, is_incidental=True)
    return [passages[span] for span in sorted(passages)]


def _double_quoted(text):
    """{span: Passage} of what double marks enclose."""
    quotations = {}
    for match in DOUBLE.finditer(text):
        words = next(group for group in match.groups() if group).strip()
        if _has_letters(words) and not ADDRESS.search(words):
            quotations[match.span()] = Passage(words)
    return quotations


def _single_quoted(text, taken):
    """{span: Passage} of what single marks enclose, outside the spans that are taken.

    A mark at the end of a word may close the quotation or be an apostrophe: the longest is tried
    first, up to the next opening mark or the end of the paragraph.
    """
    quotations = {}
    starts = [match.end() for match in SINGLE_OPENS.finditer(text)]
    for start, after in pairwise([*starts, len(text)]):
        end = min(after, start + MAX_LENGTH)
        if (end_of_paragraph := text.find("\n\n", start, end)) >= 0:
            end = end_of_paragraph
        closes = [match.start() for match in SINGLE_CLOSES.finditer(text, start, end)]
        closes = [close for close in closes if not _is_within((start, close), taken)]
        if closes and _has_letters(text[start : closes[-1]]):
            longest, *shorter = (text[start:close] for close in reversed(closes[-MAX_CLOSES:]))
            shorter = tuple(words for words in shorter if is_long_enough(words))
            quotations[(start - 1, closes[-1] + 1)] = Passage(longest.strip(), shorter=shorter)
    return quotations


def _is_within(span, taken):
    return any(_overlaps(span, other) for other in taken)


def _paragraphs(text):
    """(span, words) of each paragraph with letters."""
    begin = 0
    for end, after in [*(match.span() for match in PARAGRAPHS.finditer(text)), (len(text),) * 2]:
        if _has_letters(text[begin:end]):
            yield (begin, end), text[begin:end]
        begin = after


def _words_around(text, span, addresses):
    """The words of a paragraph next to its addresses; empty for data, and for few words."""
    if DATA.search(text[slice(*span)]):
        return ""
    words, begin = [], span[0]
    for start, end in addresses:
        words.append(WHOLE_ADDRESS.sub("", text[begin:start]))
        begin = end
    around = " ".join(" ".join([*words, text[begin : span[1]]]).split())
    around = LIST_MARK.sub("", around).strip("()<>[]{}.,;: ")
    return around if is_long_enough(around) else ""


def _overlaps(span, other):
    return span[0] < other[1] and other[0] < span[1]


def _address(match):
    query = unescape(match["query"] or "").replace("\\", "")
    matches = (VALUES[key].search(query) for key in ("v", "d", "was"))
    v, d, was = (value[1] if value else "" for value in matches)
    reference = parse_reference(match["reference"]) or match["reference"]
    return Passage(match[0], reference, match["number"] or v, d, was)


def _has_letters(text):
    return any(map(str.isalpha, text))


def is_long_enough(text: str) -> bool:
    """Whether a passage has words enough to say where it is from."""
    if len(SIGN.findall(text)) >= MIN_SIGNS:
        return True
    letters = sum(map(str.isalnum, text))
    return len(text.split()) >= MIN_WORDS and letters >= MIN_LETTERS
