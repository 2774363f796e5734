"""The records that a query names: a state, a theme, a document, a statement by its reference."""

import re
from typing import NamedTuple

from dialogues.index.schema import KEYED_FIELDS
from dialogues.search.cited_records import cited_in
from dialogues.search.query_parser import KEYS
from dialogues.snapshot.record_names import NamedRecord, RecordNames, record_names_at

MAX_WORDS = 12  # of a query in which names are looked for
MAX_NAME_WORDS = 8
MAX_RECORDS = 3
# A whole name with so few errors is meant rather than one of its words, 0 to 1.
ALMOST_SURE = 0.93
# Operators, what they exclude, and key:value filters, which are resolved as such.
SYNTAX = re.compile(
    rf"(?<!\S)-\S+|\bNOT\s+\S+|\b(?i:{'|'.join((*KEYS, *KEYED_FIELDS))}):\S+"
    r"|\bAND\b|\bOR\b|[\"“”()*]"
)


class Named(NamedTuple):
    """The records that a query names. `is_near`: no name is spelled so; they may be meant."""

    records: tuple[NamedRecord, ...] = ()
    is_near: bool = False


def named_in(text: str, edition: str) -> Named:
    """The Named of what a reader typed. One query if a part of it may be a reference."""
    names, cited = record_names_at(edition), cited_in(text, edition)
    text = SYNTAX.sub(" ", text).strip()
    if not text:
        return Named()
    if records := list(dict.fromkeys([*cited, *names.records_of(text)])):
        return Named(tuple(records[:MAX_RECORDS]))
    near = names.near(text, ALMOST_SURE)
    if not near and (records := _in_words(text, names)):
        return Named(tuple(records[:MAX_RECORDS]))
    near = near or names.near(text)
    return Named(tuple(near[:MAX_RECORDS]), is_near=bool(near))


def _in_words(text: str, names: RecordNames) -> list[NamedRecord]:
    """The records of the longest names among the words of a text, in their order."""
    parts = text.split()[:MAX_WORDS]
    taken, by_place = set(), {}
    for length in range(min(len(parts), MAX_NAME_WORDS), 0, -1):
        for start in range(len(parts) - length + 1):
            places = set(range(start, start + length))
            name = " ".join(parts[start : start + length]).strip("?!.,;:")
            if places & taken or not _may_be_name(name, length):
                continue
            if records := names.records_of(name):
                taken |= places
                by_place[start] = records
    return [record for start in sorted(by_place) for record in by_place[start]]


def _may_be_name(name, length):
    """Whether words among others may be meant as a name: not "us", "it" or a last name of two."""
    return length > 1 or len(name) > 3 or name.isupper() or not name.isascii()
