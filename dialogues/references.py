"""A statement's reference: seven characters that mean nothing and never change.

Six random characters of Crockford's base32 and a check character. The check is a linear code over
the field of 32 elements: any one wrong character, and any two swapped ones, are noticed.
"""

import re
import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 7
SHAPE = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
# What people write for a character that the alphabet leaves out.
MISREAD = str.maketrans({"i": "1", "l": "1", "o": "0", "-": None, " ": None})
POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over the field of two elements


def new_reference():
    """A reference nobody has been given on purpose; the database refuses a second one."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return body + check_character(body)


def check_character(body):
    """The character that makes the weighted sum of all characters zero."""
    total = 0
    for char in body:
        total = _double(total ^ ALPHABET.index(char))
    return ALPHABET[total]


def parse_reference(typed):
    """The reference as it is stored, or None when what was typed cannot be one."""
    reference = typed.casefold().translate(MISREAD)
    if not SHAPE.fullmatch(reference):
        return None
    return reference if check_character(reference[:-1]) == reference[-1] else None


def similar_references(typed):
    """The references that may be meant by what was typed: one character is wrong, missing or too
    many, or two beside each other are swapped. None that could not be a reference."""
    typed = typed.casefold().translate(MISREAD)[: LENGTH + 2]
    cuts = [(typed[:at], typed[at:]) for at in range(len(typed) + 1)]
    near = {before + after[1:] for before, after in cuts if after}
    near |= {before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1}
    for char in ALPHABET:
        near |= {before + char + after for before, after in cuts}
        near |= {before + char + after[1:] for before, after in cuts if after}
    return {one for one in near if len(one) == LENGTH and parse_reference(one) == one}


def _double(value):
    """The value times x in the field of 32 elements."""
    value <<= 1
    return value ^ POLYNOMIAL if value & 0b100000 else value
