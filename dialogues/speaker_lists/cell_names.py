"""Divides a line or cell into the texts of its speakers, each with the words that belong to it."""

import re

from dialogues.speaker_lists.behalf import BEHALF, BEHALF_ALONE, says_for_whom, split_at_and
from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.marks import without_marks
from dialogues.speaker_lists.people import has_title, is_office, read_delegate
from dialogues.speaker_lists.prose import split_at_stops
from dialogues.speaker_lists.separators import AND, last_name, split_at, without_brackets

# A part without any, such as a footnote's mark alone, is no name.
HAS_LETTERS = re.compile(r"\w")
AFTER_BRACKET = re.compile(r"\s*(?:,?\s*(?:and|&)\s+)?(?=\w)", re.I)
AND_AFTER_BRACKET = re.compile(r"\s*,?\s*(?:and|&)\s+(?=\w)", re.I)
MAX_PARTS_OF_NAME = 3  # Iran, Islamic Republic of
MAX_PARTS_OF_DELEGATE = 4  # Mr. Example, Minister of Justice, Head of Delegation, Ghana


def names_in(text: str, known: KnownNames) -> list[str]:
    """The texts of the speakers in a line or cell, in order."""
    sentences = split_at_stops(text)
    if len(sentences) > 1 and all(map(known.is_name, sentences)):
        return sentences
    text = _divided_after_brackets(_without_last_stop(text, known), known)
    names = []
    for block in split_at(text, ";"):
        parts = [without_marks(part, known) for part in _parts(block, known)]
        names += _joined_parts([part for part in parts if HAS_LETTERS.search(part)], known)
    return names


def _without_last_stop(text, known):
    """The text without its last full stop, which some names have: "Solomon Is." """
    stripped = text.rstrip(" .;")
    last = last_name(stripped)
    has_own = text.rstrip(" ;").endswith(".") and known.is_name(f"{last}.")
    return f"{stripped}." if has_own and not known.is_name(last) else stripped


def _joined_parts(parts, known):
    """The names of parts between commas: some names have commas of their own."""
    parts = _divided_at_and(parts, known)
    names = []
    while parts:
        length = _length_of_name(parts, known)
        name, parts = ", ".join(parts[:length]), parts[length:]
        names += _names_joined_by_and(name, known)
    return names


def _divided_at_and(parts, known):
    """The parts with what follows a name with a comma apart: "Korea, Republic of and Mali"."""
    divided = []
    for part in parts:
        first, *rest = AND.split(part, maxsplit=1)
        ends_a_name = rest and divided and known.is_name(f"{divided[-1]}, {first}")
        divided += [first, *rest] if ends_a_name and not known.is_name(part) else [part]
    return divided


def _length_of_name(parts, known):
    """How many parts are one name, or one person with office and delegation."""
    for length in range(min(MAX_PARTS_OF_NAME, len(parts)), 1, -1):
        if known.is_name(", ".join(parts[:length])):
            return length
    if read_delegate(parts[0], known).person:
        return 1 + (len(parts) > 1 and _is_only_office(parts[1], known))
    for length in range(2, min(MAX_PARTS_OF_DELEGATE, len(parts)) + 1):
        if has_title(parts[0]) or has_title(parts[1]):
            delegate = read_delegate(", ".join(parts[:length]), known)
            if delegate.person:
                more = parts[length : length + 1]
                has_office = has_title(parts[1]) and more and _is_only_office(more[0], known)
                return length + bool(has_office)
    return 1


def _is_only_office(text, known):
    return is_office(text) and not known.is_name(text) and not has_title(text)


def _parts(block, known):
    """The parts between commas. "On behalf of" keeps what follows it: a group up to the next comma,
    names of states up to the end."""
    pieces = _behalf_last(split_at(block, ","), known)
    parts = []
    while pieces:
        piece = pieces.pop(0)
        whom = BEHALF.split(piece)[-1].strip() if BEHALF.search(without_brackets(piece)) else ""
        if parts and says_for_whom(piece.strip(), known):
            piece = f"{parts.pop()},{piece}"
        if whom and known.is_name(whom) and not known.is_group(whom):
            piece, pieces = ",".join([piece, *pieces]), []
        parts.append(piece)
    return parts


def _behalf_last(pieces, known):
    """On behalf of the African Group, Kenya: the pieces with "Kenya (on behalf of ...)" instead."""
    if len(pieces) < 2 or not BEHALF_ALONE.match(pieces[0].strip()):
        return pieces
    first = pieces[0].strip()
    whom = BEHALF.split(first)[-1].strip()
    length = 1
    if known.is_name(whom) and not known.is_group(whom):
        last = next((at for at, piece in enumerate(pieces) if " and " in piece), len(pieces) - 2)
        length = min(last + 1, len(pieces) - 1)
    phrase, (speaker, *rest) = ",".join(pieces[:length]).strip(), pieces[length:]
    return [f"{speaker.strip()} ({phrase})", *rest]


def _divided_after_brackets(text, known):
    """The text with a semicolon where another name follows a bracket: “A (on behalf of B) and C”.

    After a bracket that says for whom, whatever follows is another name; after others, what an
    "and" joins.
    """
    if known.is_name(text):
        return text
    depth, opened, begin, divided = 0, 0, 0, ""
    for at, char in enumerate(text):
        if char in "([" and depth == 0:
            opened = at
        depth = max(0, depth + (char in "([") - (char in ")]"))
        if char in ")]" and depth == 0:
            bracket = text[opened + 1 : at].strip()
            follows = AFTER_BRACKET if says_for_whom(bracket, known) else AND_AFTER_BRACKET
            if match := follows.match(text, at + 1):
                divided += text[begin : at + 1] + "; "
                begin = match.end()
    return divided + text[begin:]


def _names_joined_by_and(name, known):
    """The names that "and" joins if all are known; otherwise the text as one name."""
    names = split_at_and(name, known)
    return names if all(map(known.is_name, names)) else [name]
