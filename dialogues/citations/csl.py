"""A work as CSL-JSON, and rendered in styles of the Citation Style Language (CSL)."""

import re
import warnings
from pathlib import Path

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from dialogues.citations.work import SITE

FOLDER = Path(__file__).parent / "csl"
# citeproc-py escapes some values and not others, so HTML characters pass through it as private-use
# characters.
GUARDED = {"&": "\ue000", "<": "\ue001", ">": "\ue002"}
ESCAPED = {"\ue000": "&amp;", "\ue001": "&lt;", "\ue002": "&gt;"}
# The site's Content-Security-Policy forbids style attributes.
SMALL_CAPITALS = '<span style="font-variant:small-caps;">'


def csl_item(work):
    """The work as one CSL-JSON item, for reference managers.

    The statement of a named speaker is a speech, any other statement a document. A dialogue or a
    source has the type of its Document; any other page is a webpage.
    """
    item = {
        "id": work.id,
        "type": "speech" if work.author and work.is_named else "document",
        "title": work.title,
        "author": _literal(work.author if work.is_named else ""),
        "genre": work.genre,
        # Some reference managers read the first key, others the second.
        "event": work.event,
        "event-title": work.event,
        "event-place": work.event_place,
        "issued": date_parts(work.issued),
        "accessed": date_parts(work.accessed),
        "archive": SITE if work.here else "",
        "archive_location": work.place_here,
        "URL": work.address,
        "language": work.language,
        "abstract": work.quotation,
        "note": work.note,
    }
    if not work.author:
        item |= _of_document(work.document) if work.document else _of_page()
    return _without_empty(item)


def _of_page():
    return {"type": "webpage", "author": _literal(SITE), "container-title": SITE}


def _of_document(document):
    return {
        "type": document.type,
        "title": document.title,
        "author": _literal(document.publisher),
        "number": document.symbols,
    }


def date_parts(issued):
    """An ISO date or a year as CSL-JSON; None for ""."""
    return {"date-parts": [[int(part) for part in issued.split("-")]]} if issued else None


def render(style, item, locale="en-US", as_note=False):
    """An item in a CSL style, as HTML without the final full stop.

    `as_note`: as a footnote; otherwise as an entry in a list of references.
    """
    with warnings.catch_warnings():
        # It warns about each part of an item that it does not use.
        warnings.simplefilter("ignore")
        sheet = CitationStylesStyle(str(FOLDER / f"{style}.csl"), validate=False, locale=locale)
        source = CiteProcJSON([_guarded(_without_empty(item))])
        bibliography = CitationStylesBibliography(sheet, source, formatter.html)
        citation = Citation([CitationItem(item["id"])])
        bibliography.register(citation)
        note = bibliography.cite(citation, _raise_missing)
        text = note if as_note else bibliography.bibliography()[0]
    text = str(text).strip().removesuffix(".").replace(SMALL_CAPITALS, '<span class="small-caps">')
    return text.translate(str.maketrans(ESCAPED))


def us_punctuation(html):
    """Move full stops and commas inside the quotation marks, as in the United States."""
    return re.sub(r"([”’])([.,])", r"\2\1", html)


def _guarded(value):
    if isinstance(value, str):
        return value.translate(str.maketrans(GUARDED))
    if isinstance(value, dict):
        return {key: _guarded(item) for key, item in value.items()}
    return [_guarded(item) for item in value] if isinstance(value, list) else value


def _raise_missing(item):
    """Called for a cited item that the source lacks; ours always has its only item."""
    raise KeyError(item.key)


def _literal(name):
    """A name that is not divided into a first and a last name."""
    return [{"literal": name}] if name else None


def _without_empty(item):
    return {key: value for key, value in item.items() if value}
