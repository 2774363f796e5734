"""A work as CSL-JSON, and as the styles of the Citation Style Language write it."""

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
# citeproc-py writes some values as they are and escapes others, so marks of HTML go through it as
# characters that mean nothing.
GUARDED = {"&": "\ue000", "<": "\ue001", ">": "\ue002"}
ESCAPED = {"\ue000": "&amp;", "\ue001": "&lt;", "\ue002": "&gt;"}
# The site's policy lets no style stand in a page.
SMALL_CAPITALS = '<span style="font-variant:small-caps;">'


def item_of(work):
    """The work as one item of CSL-JSON, for reference managers: a speech, a document of ours where
    nobody is named, the document that a page is about, or a page."""
    item = {
        "id": work.id,
        "type": "speech" if work.author and work.is_named else "document",
        "title": work.title,
        "author": _literal(work.author if work.is_named else ""),
        "genre": work.genre,
        # One program knows the first name of this, others the second.
        "event": work.event,
        "event-title": work.event,
        "event-place": work.event_place,
        "issued": date_parts(work.issued),
        "accessed": date_parts(work.accessed),
        "archive": SITE,
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
        "type": "report",
        "title": document.title,
        "author": _literal(document.publisher),
        "number": document.symbols,
    }


def date_parts(issued):
    """A day or a year as CSL-JSON has it; None of nothing."""
    return {"date-parts": [[int(part) for part in issued.split("-")]]} if issued else None


def written(style, item, locale="en-US", as_note=False):
    """An item as a style writes it, in HTML, without the full stop at its end.

    `as_note`: as in a footnote; else as in a list of references.
    """
    with warnings.catch_warnings():
        # It warns of each part of an item that it has no use for.
        warnings.simplefilter("ignore")
        sheet = CitationStylesStyle(str(FOLDER / f"{style}.csl"), validate=False, locale=locale)
        source = CiteProcJSON([_guarded(_without_empty(item))])
        bibliography = CitationStylesBibliography(sheet, source, formatter.html)
        citation = Citation([CitationItem(item["id"])])
        bibliography.register(citation)
        note = bibliography.cite(citation, _leave_out)
        text = note if as_note else bibliography.bibliography()[0]
    text = str(text).strip().removesuffix(".").replace(SMALL_CAPITALS, '<span class="small-caps">')
    return text.translate(str.maketrans(ESCAPED))


def american(html):
    """Full stops and commas stand inside the quotation marks, as in the United States."""
    return re.sub(r"([”’])([.,])", r"\2\1", html)


def _guarded(value):
    if isinstance(value, str):
        return value.translate(str.maketrans(GUARDED))
    if isinstance(value, dict):
        return {key: _guarded(one) for key, one in value.items()}
    return [_guarded(one) for one in value] if isinstance(value, list) else value


def _leave_out(missing):
    """Called for an item that a citation names and the source has not: ours has one, and it."""
    raise KeyError(missing.key)


def _literal(name):
    """States and bodies have one name, not a first and a last."""
    return [{"literal": name}] if name else None


def _without_empty(item):
    return {key: value for key, value in item.items() if value}
