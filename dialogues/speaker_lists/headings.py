"""Headings of lists: "Africa Group", "(b) Observer States:", "African States (13):"."""

import re
from typing import NamedTuple

from dialogues.speaker_lists.known_names import KnownNames

NUMBERING = re.compile(r"^\(?(?:[a-z]|\d{1,2}|[ivx]{1,5})[.)]\s+", re.I)
# (13), [13 States], : 13, – 13 speakers
COUNT = re.compile(
    r"\s*(?:[(\[]\s*(\d{1,3})(?:\s+[\w-]+){0,2}\s*[)\]]|[–—:-]\s*(\d{1,3})(?:\s+[\w-]+){0,2})$"
)
# The words of usual headings; one of KINDS is among them.
KINDS = set(
    "states members observer observers speakers participants delegations representatives missions "
    "organizations organisations orgs society entities agencies ngos institutions nhris others "
    "countries bodies programmes".split()
)
OTHER_WORDS = set(
    "member state mission group groups permanent "
    "of for the and from other invited all human rights council united nations un general assembly "
    "specialized related funds international intergovernmental regional subregional national non "
    "governmental nongovernmental civil accredited with status".split()
)
# A part of a name is no heading: "United States of".
CUT_OFF = re.compile(r"\b(?:of|the|for|and|from|with)$", re.I)
WORD = re.compile(r"[^\W\d_]+")
MAX_LENGTH = 120  # characters


class Heading(NamedTuple):
    """A heading as printed, without numbering and count, and the number of names it states."""

    label: str
    stated: int | None = None


def read_heading(text: str, known: KnownNames) -> Heading | None:
    """The Heading that a text is; None if it is something else."""
    if len(text) > MAX_LENGTH:
        return None
    label = NUMBERING.sub("", text.strip()).strip("*_ ").rstrip(": ")
    for candidate in (label, COUNT.sub("", label).rstrip(": ")):
        if _is_heading(candidate, known):
            count = COUNT.search(label) if candidate != label else None
            return Heading(candidate, int(count[1] or count[2]) if count else None)
    return None


def split_heading(text: str, known: KnownNames) -> tuple[Heading | None, str]:
    """(Heading, names) of a line: "Heading: names", a heading alone, or names alone."""
    if heading := read_heading(text, known):
        return heading, ""
    label, colon, names = text.partition(":")
    heading = read_heading(label, known) if colon else None
    return (heading, names.strip()) if heading else (None, text)


def _is_heading(label, known):
    if known.is_heading(label):
        return True
    words = {word.casefold() for word in WORD.findall(label)}
    is_usual = words and words & KINDS and words <= KINDS | OTHER_WORDS
    return bool(is_usual) and not CUT_OFF.search(label) and not known.is_name(label)
