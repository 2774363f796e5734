"""The records that a citation names: by an address of this site, a reference or a symbol."""

import re

from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.models import Redirection, Statement, Version
from dialogues.references import LENGTH, parse_reference
from dialogues.snapshot.record_names import NamedRecord, record_names_at
from dialogues.text.names import name_key

MAX_LENGTH = 5_000  # characters of a citation that are read
MAX_RECORDS = 20
PIECE = re.compile(r"[^\s/?&=#,;()<>\"“”]+")
VERSION = re.compile(r"/statements/([\w-]{7,12})/v([1-9]\d{0,8})(?!\d)")
ADDRESS = re.compile(r"/[a-z]+/[\w-]+/")
# As of a United Nations document: A/71/1016, A/RES/60/1, GA/12159.
SYMBOL = re.compile(r"\b[A-Z]{1,6}(?:/[A-Z0-9]+)*/\w[\w./()-]*", re.I)


def cited_in(text: str, edition: str) -> list[NamedRecord]:
    """The records that a pasted citation names, statements first. Three queries at most."""
    text = text[:MAX_LENGTH]
    names = record_names_at(edition)
    records = [
        *_statements(text),
        *(names.by_address[each] for each in ADDRESS.findall(text) if each in names.by_address),
        *(record for symbol in SYMBOL.findall(text) for record in _of_symbol(symbol, names)),
    ]
    return list(dict.fromkeys(records))[:MAX_RECORDS]


def _statements(text):
    """The statements whose references are in a text, each at the version that is cited."""
    pieces = (piece.strip(".:[]") for piece in PIECE.findall(text) if len(piece) >= LENGTH)
    references = dict.fromkeys(filter(None, map(parse_reference, pieces)))
    if not references:
        return
    published = Statement.objects.published().filter(reference__in=references).with_speaker()
    statements = {each.reference: each for each in published}
    numbers, moved = _versions(text), _moved(references.keys() - statements.keys())
    for reference in references:
        if statement := statements.get(reference):
            address = _address(reference, numbers.get(reference))
            yield NamedRecord(_("Statement"), statement.in_few_words, address)
        elif _address(reference) in moved:
            yield NamedRecord(_("Statement"), reference, _address(reference))


def _moved(references):
    """The addresses of these statements that were replaced or withdrawn, which say so."""
    if not references:
        return set()
    redirections = Redirection.objects.filter(old__in=map(_address, references))
    return set(redirections.values_list("old", flat=True))


def _versions(text):
    """{reference: number} of the versions whose addresses are in a text."""
    cited = {(parse_reference(each), int(number)) for each, number in VERSION.findall(text)}
    if not cited:
        return {}
    versions = Version.objects.filter(statement__reference__in=[each for each, _number in cited])
    return dict(cited.intersection(versions.values_list("statement__reference", "number")))


def _address(reference, number=None):
    """The address of a statement, or of one of its versions."""
    if number:
        return reverse("version-detail", args=[reference, number])
    return reverse("statement-detail", args=[reference])


def _of_symbol(symbol, names):
    """The documents of a symbol, and the dialogues whose reports have it."""
    return names.by_key.get(name_key(symbol.rstrip(".,;:)")), [])
