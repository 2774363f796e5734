"""Persons and offices in a list: "H.E. Mr. Ali Example, Permanent Representative of Ghana"."""

import re
from typing import NamedTuple

from dialogues.speaker_lists.known_names import KnownNames

TITLE = re.compile(
    r"^(?:(?:h\.?\s?e\.?|his excellency|her excellency|the honou?rable|hon|mr|mrs|ms|mme|mlle|miss"
    r"|dr|prof|professor|sir|dame|amb|ambassador|bishop|archbishop|monsignor|msgr|sheikh|shaikh"
    r"|sayed|prince|princess)\b\.?\s*)+(?=\w)",
    re.I,
)
OFFICE = re.compile(
    r"\b(?:representative|ambassador|minister|president|charg[ée]|counsell?or|secretary|director"
    r"|advis[eo]r|attach[ée]|head of|chair|chairperson|delegate|expert|officer|observer"
    r"|commissioner|rapporteur|coordinator|chief|consul|envoy|legal|deputy)\b",
    re.I,
)
TO_THE_UN = re.compile(r"\s+to\s+the\s+united\s+nations\b.*$", re.I)
OF = re.compile(r"\s+(?:of|for|from)\s+(?:the\s+)?", re.I)
BRACKET = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<within>.+)\)$", re.S)
DASH_OR_COLON = re.compile(r"\s+[–—-]\s+|:\s+")


class Delegate(NamedTuple):
    """A name of the list, and the person and the office printed with it."""

    name: str
    person: str = ""
    office: str = ""


def has_title(text: str) -> bool:
    """Whether a text begins as persons are addressed: Mr., H.E., Dr."""
    return bool(TITLE.match(text))


def is_office(text: str) -> bool:
    """Whether a text has a word for an office."""
    return bool(OFFICE.search(text))


def without_title(person: str) -> str:
    """The person's name; with the title where only one word would be left."""
    name = TITLE.sub("", person).strip()
    return name if " " in name else person


def read_delegate(text: str, known: KnownNames) -> Delegate:
    """The Delegate in the text of one speaker; only a name where no person is printed."""
    if known.is_name(text):
        return Delegate(text)
    bracket = BRACKET.match(text)
    pairs = [(bracket["before"], bracket["within"])] if bracket else []
    pairs += [(text[: at.start()], text[at.end() :]) for at in DASH_OR_COLON.finditer(text)]
    commas = [at.start() for at in re.finditer(",", text)]
    pairs += [(text[:at], text[at + 1 :].strip()) for at in commas]
    for before, after in pairs:
        if has_title(before) and (delegate := _person_first(before, after, known)):
            return delegate
        if known.is_name(before) and has_title(after):
            return Delegate(before, *_person_and_office(after))
    return Delegate(text)


def _person_first(before, after, known):
    """Mr. Ali Example (Ghana); Mr. Ali Example, Minister of Justice, Ghana."""
    person, office = _person_and_office(before)
    office_after, _comma, last = after.rpartition(",")
    if known.is_name(last.strip()):
        return Delegate(last.strip(), person, office or office_after.strip())
    after = TO_THE_UN.sub("", after)
    for match in OF.finditer(after):
        if known.is_name(after[match.end() :]):
            return Delegate(after[match.end() :], person, after[: match.start()].strip(" ,"))
    return None


def _person_and_office(text):
    person, _comma, office = text.partition(",")
    return person.strip(), office.strip()
