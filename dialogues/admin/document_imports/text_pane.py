"""The text of a document, with the words marked from which proposals were read."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from dialogues.models import ImportProposal

QUOTATION = "quotation"


class Mark(NamedTuple):
    """Words of a piece: their kind, and the proposal that was read from them."""

    start: int
    end: int
    kind: str
    proposal: int


class TextPiece(NamedTuple):
    """A piece as the page shows it. `place`: its page or line."""

    number: int
    kind: str
    place: str
    markup: str


def text_pieces(
    pieces: list[Mapping], proposals: Iterable[ImportProposal], first: int, last: int
) -> list[TextPiece]:
    """The TextPieces from one number to another, both included."""
    marks = {}
    for proposal in proposals:
        for number, mark in _marks_of(proposal):
            marks.setdefault(number, []).append(mark)
    return [
        TextPiece(
            piece["number"],
            piece["kind"],
            _place_of(piece),
            _markup(piece["text"], marks.get(piece["number"], [])),
        )
        for piece in pieces[first : last + 1]
    ]


def _marks_of(proposal):
    """(number of a piece, Mark) of the whole, and of its quotations."""
    spans = [(proposal.place, proposal.kind)]
    spans += [
        (place, QUOTATION)
        for name, place in proposal.evidence.items()
        if name.startswith("quotations.")
    ]
    for (piece, start, end), kind in spans:
        yield piece, Mark(start, end, kind, proposal.pk)


def _place_of(piece):
    """The page; the line of a text without pages."""
    if piece["page"]:
        return _("page %d") % piece["page"]
    return _("line %d") % piece["line"] if piece["line"] else ""


def _markup(text, marks):
    """The text, in a mark for each run of words with the same proposals."""
    ends = {0, len(text), *(at for mark in marks for at in (mark.start, mark.end))}
    places = sorted(at for at in ends if 0 <= at <= len(text))
    runs = zip(places, places[1:], strict=False)
    return format_html_join("", "{}", ((_run(text[a:b], marks, a),) for a, b in runs))


def _run(words, marks, at):
    here = [mark for mark in marks if mark.start <= at < mark.end]
    if not here:
        return words
    kinds = " ".join(sorted({mark.kind for mark in here}))
    keys = " ".join(str(mark.proposal) for mark in here)
    return format_html('<mark class="{}" data-proposals="{}">{}</mark>', kinds, keys, words)
