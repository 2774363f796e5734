"""Cuts a string at marks that are outside parentheses."""

import re
from itertools import pairwise

AND = re.compile(r",?\s+(?:and|&|/|as well as|along with)\s+", re.I)
IN_BRACKETS = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")


def split_at(text: str, marks: str = ",;") -> list[str]:
    """The parts between marks that are outside parentheses and brackets."""
    depth, cuts = 0, [-1]
    for at, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char in marks and depth <= 0:
            cuts.append(at)
    return [text[before + 1 : after] for before, after in pairwise([*cuts, len(text)])]


def without_brackets(text: str) -> str:
    """The text without what is in parentheses or brackets."""
    return IN_BRACKETS.sub("", text)


def last_name(text: str) -> str:
    """What follows the last separator of a line: the beginning of a name that may go on."""
    return AND.split(split_at(text)[-1])[-1].strip()


def first_name(text: str) -> str:
    """What comes before the first separator of a line: the end of a name, or all of it."""
    return AND.split(split_at(text)[0])[0].strip()
