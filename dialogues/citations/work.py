"""What is cited, described once: every style and file format is made from this description."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.dateformat import format as date_format

from dialogues.models import Dialogue, Participation, SourceDocument, Statement
from dialogues.models.locators import locator_of
from dialogues.models.statements import quotations_of
from dialogues.serializers import speaker_name

SITE = "R2P Dialogues"
# How a second-hand source reports what a speaker said.
SECOND_HAND = {
    Statement.Provenance.QUOTED: "quoted in",
    Statement.Provenance.PARAPHRASED: "paraphrased in",
    Statement.Provenance.UN_PRESS: "paraphrased in",
    Statement.Provenance.OWN_PRESS: "paraphrased in",
    Statement.Provenance.PRESS: "paraphrased in",
    Statement.Provenance.REFLECTED: "reflected in",
}
WEB_PAGES = (SourceDocument.Kind.WEB_PAGE, SourceDocument.Kind.BACKGROUND)
ZOTERO_TYPES = {
    "report": "report",
    "webpage": "webpage",
    "event": "document",
    "dataset": "dataset",
}
# Between two quotations, which are apart in the source: not one with an omission.
BETWEEN_QUOTATIONS = "” … “"


@dataclass(frozen=True)
class Document:
    """A source document or an event as a citation names it.

    `issued`: ISO day, month or year; "" if unknown. `type`: as in the Citation Style Language.
    """

    title: str
    publisher: str
    symbols: str = ""
    issued: str = ""
    url: str = ""
    type: str = "report"


@dataclass(frozen=True)
class Work:
    """A statement or page as it is cited. Days are ISO dates; unknown values are empty."""

    id: str  # in files: "w5qsg9b-v1"
    title: str
    address: str  # permalink: with version and digest
    accessed: str
    place_here: str  # on this site: "statement w5qsg9b, version 1" or "edition 12"; "" elsewhere
    author: str = ""  # the speaker as printed, or the office
    office: str = ""  # of a person who spoke
    is_named: bool = True
    on_behalf_of: str = ""
    genre: str = ""
    event: str = ""
    event_place: str = ""
    issued: str = ""
    relation: str = ""  # "quoted in", for a second-hand source; empty for a first-hand one
    document: Document | None = None
    pinpoint: str = ""
    quotation: str = ""
    summary: str = ""
    language: str = "en"

    @property
    def speaker(self):
        """Who spoke, in which office and on behalf of whom."""
        if not self.is_named:
            return f"{self.author} (not named)"
        speaker = f"{self.author}, {self.office}" if self.office else self.author
        if not self.on_behalf_of:
            return speaker
        return f"{speaker}, speaking on behalf of {self.on_behalf_of}"

    @property
    def note(self):
        """Office, on behalf of whom, document and locator, summary, and place on this site."""
        parts = []
        if self.author and not self.is_named:
            parts.append(f"Attributed to “{self.author}”, whom the source does not name.")
        if self.office:
            parts.append(f"{self.author}: {self.office}.")
        if self.on_behalf_of:
            parts.append(f"Speaking on behalf of {self.on_behalf_of}.")
        if self.document and self.author:
            document = self.document
            where = (document.publisher, document.title, document.symbols, self.pinpoint)
            relation = (self.relation or "in").capitalize()
            parts.append(f"{relation} {', '.join(part for part in where if part)}.")
        if self.summary:
            parts.append(f"Summary by the editors of {SITE}: {self.summary}")
        if self.here:
            parts.append(f"{self.here}.")
        return " ".join(parts)

    @property
    def here(self):
        """The place on this site, with its name; "" for what is cited at its own address."""
        return f"{SITE}, {self.place_here}" if self.place_here else ""

    @property
    def zotero_type(self):
        """What the work becomes in Zotero."""
        if self.author:
            return "presentation" if self.is_named else "document"
        return ZOTERO_TYPES[self.document.type] if self.document else "webpage"

    @property
    def when(self):
        """The day in words, or the year."""
        return date_in_words(self.issued)


def statement_work(record, version, base, today):
    """The Work of one version of a statement: `record` is its public record, `base` the host."""
    speaker, dialogue = record["speaker"], record["dialogue"]
    path = f"{base}/statements/{record['reference']}/"
    genre, event = genre_of(bool(speaker), speaker and speaker["status"]), event_of(dialogue)
    return Work(
        id=f"{record['reference']}-v{version.number}",
        title=title_of(genre, event, record["attribution_as_printed"]),
        address=f"{path}?{urlencode({'v': version.number, 'd': version.short_digest})}",
        accessed=today.isoformat(),
        place_here=_place_of(record, version),
        author=_author(record),
        office=speaker["office"] if speaker and speaker["person"] else "",
        is_named=bool(speaker),
        on_behalf_of=_on_behalf_of(speaker) if speaker else "",
        genre=genre,
        event=event,
        event_place=dialogue["place"],
        issued=(speaker or {}).get("spoke_on") or dialogue["held_on"] or str(dialogue["year"]),
        relation=SECOND_HAND.get(record["provenance"], ""),
        document=document_of(record["source"]),
        pinpoint=locator_of(record["section"], record["paragraph"]),
        quotation=BETWEEN_QUOTATIONS.join(quotations_of(record["text"])),
        summary=record["summary"],
        language=record["language"],
    )


def one_line_citation(work):
    """The work in one line without the date of access, for the page of a withdrawn statement."""
    speech = f"{work.speaker}, {work.genre} at the {work.event}, {work.when}"
    return f"{speech}. {SITE}, {work.place_here}, {work.address}"


def title_of(genre, event, attribution=""):
    """The title of a statement, which has none of its own; an attribution is part of it."""
    of = f" of “{attribution}”" if attribution else ""
    return f"{genre.capitalize()}{of} at the {event}"


def _place_of(record, version):
    """The statement and its version on this site, and whether only a beginning was read."""
    place = f"statement {record['reference']}, version {version.number}"
    is_beginning = record["source"].get("read") == SourceDocument.ReadExtent.BEGINNING
    return f"{place}, from the beginning of the text" if is_beginning else place


def document_of(source):
    """The Document of a source record; see dialogues.serializers.source_record."""
    return Document(
        title=source["name"],
        publisher=source["publisher"],
        symbols=source["symbols"],
        issued=source["published_on"] or source.get("published_in", ""),
        url=source["url"],
        type="webpage" if source["kind"] in WEB_PAGES else "report",
    )


def event_of(dialogue):
    """The dialogue as an event: its title, with format and forum if the title lacks the format."""
    format_ = str(Dialogue.Format(dialogue["format"]).label)
    if dialogue["format"] == Dialogue.Format.NOT_HELD or _plain(format_) in _plain(
        dialogue["name"]
    ):
        return dialogue["name"]
    forum = Dialogue.Forum(dialogue["forum"]).label
    return f"{format_} of the {forum}, “{dialogue['name']}”"


def _plain(text):
    return re.sub(r"[^a-z ]", "", text.casefold())


def _author(record):
    speaker = record["speaker"]
    return (speaker and speaker["as_printed"]) or speaker_name(record)


def _on_behalf_of(speaker):
    if speaker["capacity"] != Participation.Capacity.ON_BEHALF:
        return ""
    group = speaker["on_behalf_of"]
    return speaker["on_behalf_of_as_printed"] or (group["name"] if group else "")


def genre_of(is_named, status):
    """What is cited; without a named speaker it is a position, not a statement."""
    if not is_named:
        return "position"
    if status == Participation.Status.INSCRIBED:
        return "statement inscribed but not delivered"
    return "statement"


def date_in_words(issued):
    """An ISO day as 6 September 2017, a month as September 2017; a year unchanged."""
    if day := parse_day(issued):
        return date_format(day, "j F Y")
    month = date.fromisoformat(f"{issued}-01") if len(issued) == len("2017-09") else None
    return date_format(month, "F Y") if month else issued


def parse_day(issued):
    """The date of an ISO day; None for a month or year alone."""
    return date.fromisoformat(issued) if len(issued) == len("2017-09-06") else None
