"""References of statements: seven characters that mean nothing and never change.

Six random characters of Crockford's base32 and a check character. The check is a linear code over
the field of 32 elements: it detects any single wrong character and any two swapped characters.
"""

import re
import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 7
# The marks of a sentence, after an address that was copied with them.
MARKS_AFTER = re.compile(r"[.,;:!?)\]}”’»›\"'*_。、，；）】」…]{1,9}$")
SHAPE = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
# What people write for characters that the alphabet leaves out.
MISREAD = str.maketrans({"i": "1", "l": "1", "o": "0", "-": None, " ": None})
POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over the field of two elements


def new_reference() -> str:
    """A random reference. It may exist already: the database refuses a duplicate."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return body + check_character(body)


def check_character(body: str) -> str:
    """The character that makes the weighted sum of all characters zero."""
    total = 0
    for char in body:
        total = _double(total ^ ALPHABET.index(char))
    return ALPHABET[total]


def parse_reference(text: str) -> str | None:
    """The reference in a typed text, as it is stored; None if the text is no reference."""
    reference = text.casefold().translate(MISREAD)
    if not SHAPE.fullmatch(reference):
        return None
    return reference if check_character(reference[:-1]) == reference[-1] else None


def similar_references(text: str) -> set[str]:
    """The valid references that a typed text may mean.

    One character of the text is wrong, missing or too many, or two neighbours are swapped.
    """
    text = text.casefold().translate(MISREAD)[: LENGTH + 2]
    cuts = [(text[:at], text[at:]) for at in range(len(text) + 1)]
    candidates = {before + after[1:] for before, after in cuts if after}
    candidates |= {
        before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1
    }
    for char in ALPHABET:
        candidates |= {before + char + after for before, after in cuts}
        candidates |= {before + char + after[1:] for before, after in cuts if after}
    return {
        candidate
        for candidate in candidates
        if len(candidate) == LENGTH and parse_reference(candidate) == candidate
    }


def _double(value):
    """The value times x in the field of 32 elements."""
    value <<= 1
    return value ^ POLYNOMIAL if value & 0b100000 else value
