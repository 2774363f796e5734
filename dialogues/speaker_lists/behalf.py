"""For whom a speaker speaks, in the words of the list: "Kenya (on behalf of the African Group)"."""

import re
from typing import NamedTuple

from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.marks import without_marks
from dialogues.speaker_lists.separators import AND, split_at

ALSO = r"(?:(?:also|speaking|and|delivering|a|the|joint|statement)\s+)*"
PHRASE = r"(?:(?:on|in)\s+(?:the\s+)?behalf(?:\s+also)?\s+of|in\s+the\s+names?\s+of)"
# What says for whom only if a group, names of states or another proper name follows.
WEAK_PHRASE = (
    r"(?:for|representing|(?:as|in\s+its\s+capacity\s+as)\s+(?:the\s+)?"
    r"(?:co-?chair|chair|president|coordinator)\s+of)"
)
BEHALF = re.compile(rf"\b{PHRASE}\s+", re.I)
BEHALF_ALONE = re.compile(rf"^{ALSO}{PHRASE}\b", re.I)
WEAK_ALONE = re.compile(rf"^{ALSO}{WEAK_PHRASE}\s+(?P<whom>.+)$", re.I)
NAME_AND_WHOM = re.compile(
    rf"^(?P<name>.+?)[\s,(\[–—:-]*(?:\b{ALSO})?\b{PHRASE}\s+(?P<whom>.+)$", re.I | re.S
)
NAME_AND_BRACKET = re.compile(r"^(?P<name>[^()]+?)[\s,]*[(\[–—]\s*(?P<rest>.+)$", re.S)
NAME_FOR_WHOM = re.compile(rf"^(?P<name>[^()]+?)\s*,?\s+{ALSO}(?P<rest>{WEAK_PHRASE}\s.+)$", re.I)
INCLUDING = re.compile(
    r"^(?P<group>.*?)[\s,]*(?:,?\s*\b(?:including|namely|comprising|consisting of|composed of"
    r"|that is|i\.e\.)[:,]?|:|\(|\s[–—-]\s)\s*(?P<names>.+)$",
    re.I,
)
# What a speaker adds about itself.
OWN_VOICE = re.compile(
    r"[\s,]*\band\s+(?:also\s+)?(?:(?:on|in)\s+)?(?:its|their|his|her)\s+"
    r"(?:own\s+(?:behalf|name|capacity|country)|national\s+capacity)\W*$",
    re.I,
)
OWN_COUNTRY = re.compile(r"^(?:and\s+)?(?:my|our|its|his|her|their)\s+own\s+country$", re.I)
AND_AFTER = re.compile(r"\s+(?:and|&)\s*$", re.I)
MAX_NAME_LENGTH = 400  # characters, of a name that may have an "and"
QUOTES = '“”"«»„'


class Behalf(NamedTuple):
    """A speaker's name, the words that say for whom, the group, and the names represented."""

    name: str
    whom: str = ""
    group: str = ""
    represented: tuple[str, ...] = ()


def read_behalf(text: str, known: KnownNames) -> Behalf:
    """The Behalf of one speaker as printed; only a name for one that speaks for itself."""
    if known.is_name(text):
        return Behalf(text)
    name, whom = _name_and_whom(text, known)
    if not whom:
        return Behalf(text)
    whom = _without_closing_bracket(whom.strip())
    group, represented = _group_and_represented(OWN_VOICE.sub("", whom), known)
    name = name.strip(" (,")
    # Mr. Example (Ghana, on behalf of the African Group)
    name += ")" * (name.count("(") - name.count(")"))
    return Behalf(without_marks(name, known), whom, group, represented)


def says_for_whom(text: str, known: KnownNames) -> bool:
    """Whether a part between commas only says for whom the one before it speaks."""
    weak = WEAK_ALONE.match(text)
    return bool(BEHALF_ALONE.match(text)) or bool(weak and _is_group_or_names(weak["whom"], known))


def _name_and_whom(text, known):
    if match := NAME_AND_WHOM.match(text):
        return match["name"], match["whom"]
    for pattern, is_sure in ((NAME_AND_BRACKET, _may_be_whom), (NAME_FOR_WHOM, _is_group_or_names)):
        match = pattern.match(text)
        weak = match and WEAK_ALONE.match(match["rest"])
        if weak and is_sure(_without_closing_bracket(weak["whom"]), known):
            return match["name"], weak["whom"]
    return text, ""


def _may_be_whom(text, _known):
    """Whether words in brackets after "for" name somebody: "for the Group of Examples"."""
    return bool(re.search(r"\b[A-Z]", text))


def _is_group_or_names(text, known):
    names = _list_of_names(text, known)
    return known.is_group(_group_name(text)) or all(map(known.is_name, names))


def _without_closing_bracket(text):
    has_more_closed = text.count(")") > text.count("(") or text.count("]") > text.count("[")
    return text[:-1].rstrip() if text.endswith((")", "]")) and has_more_closed else text


def _group_and_represented(whom, known):
    """(the group represented, the names printed of those represented)."""
    names = _list_of_names(whom, known)
    if all(known.is_name(name) and not known.is_group(name) for name in names):
        return "", tuple(names)
    if not known.is_group(_group_name(whom)) and (match := INCLUDING.match(whom)):
        members = _without_closing_bracket(match["names"].strip().rstrip("."))
        return _group_name(match["group"]), tuple(_list_of_names(members, known))
    return _group_name(whom), ()


def _list_of_names(text, known):
    parts = [without_marks(AND_AFTER.sub("", part), known) for part in split_at(text)]
    parts = [part for part in parts if part and not OWN_COUNTRY.match(part)]
    return [name for part in parts for name in split_at_and(part, known)]


def split_at_and(text: str, known: KnownNames) -> list[str]:
    """The parts between "and", where a known name keeps an "and" of its own."""
    names, begin = [], 0
    while begin < len(text) and not known.is_name(text[begin:]):
        ends = (match for match in AND.finditer(text, begin, begin + MAX_NAME_LENGTH))
        end = next((end for end in ends if known.is_name(text[begin : end.start()])), None)
        if end is None:
            return [*names, *AND.split(text[begin:])]
        names.append(text[begin : end.start()])
        begin = end.end()
    return [*names, text[begin:]]


def _group_name(text):
    """The name of a group without quotation marks and the punctuation around it."""
    return "".join(char for char in text if char not in QUOTES).strip(" ,.")
