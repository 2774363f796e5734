"""What is cited, described once: every style and file format is made from this description."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.utils.dateformat import format as date_format

from dialogues.models import Dialogue, Participation, Statement
from dialogues.models.sources import locator_of
from dialogues.serializers import speaker_name

SITE = "R2P Dialogues"
# How a second-hand source reports what a speaker said.
SECOND_HAND = {
    Statement.Provenance.QUOTED: "quoted in",
    Statement.Provenance.PARAPHRASED: "paraphrased in",
    Statement.Provenance.REFLECTED: "reflected in",
}
PRINTED_DAY = "%d %B %Y"


@dataclass(frozen=True)
class Document:
    """A source document as a citation names it. `issued`: ISO date or year; "" if unknown."""

    title: str
    publisher: str
    symbols: str
    issued: str
    url: str


@dataclass(frozen=True)
class Work:
    """A statement or page as it is cited. Days are ISO dates; unknown values are empty."""

    id: str  # in files: "w5qsg9b-v1"
    title: str
    address: str  # permalink: with version and digest
    accessed: str
    place_here: str  # on this site: "statement w5qsg9b, version 1" or "edition 12"
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
        return " ".join([*parts, f"{SITE}, {self.place_here}."])

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
        title=title_of(genre, event),
        address=f"{path}?{urlencode({'v': version.number, 'd': version.short_digest})}",
        accessed=today.isoformat(),
        place_here=f"statement {record['reference']}, version {version.number}",
        author=_author(record),
        office=speaker["office"] if speaker and speaker["person"] else "",
        is_named=bool(speaker),
        on_behalf_of=_on_behalf_of(speaker) if speaker else "",
        genre=genre,
        event=event,
        event_place=dialogue["place"],
        issued=dialogue["held_on"] or str(dialogue["year"]),
        relation=SECOND_HAND.get(record["provenance"], ""),
        document=document_of(record["source"]),
        pinpoint=locator_of(record["section"], record["paragraph"]),
        quotation=record["text"].replace("\n\n", " […] "),
        summary=record["summary"],
        language=record["language"],
    )


def one_line_citation(work):
    """The work in one line without the date of access, for the page of a withdrawn statement."""
    speech = f"{work.speaker}, {work.genre} at the {work.event}, {work.when}"
    return f"{speech}. {SITE}, {work.place_here}, {work.address}"


def page_work(key, title, address, edition, today, **fields):
    """The Work of a page that changes with the editions, such as a dialogue or a list."""
    return Work(
        id=key,
        title=title,
        address=address,
        accessed=today.isoformat(),
        place_here=f"edition {edition}",
        **fields,
    )


def title_of(genre, event):
    """The title of a statement, which has none of its own."""
    return f"{genre.capitalize()} at the {event}"


def document_of(source):
    """The Document of a source record; see dialogues.serializers.source_record."""
    return Document(
        title=source["name"],
        publisher=source["publisher"],
        symbols=source["symbols"],
        issued=source["published_on"] or _printed_day(source["date_as_printed"]),
        url=source["url"],
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


def _printed_day(printed):
    """The ISO date of a printed date that is one day; else its year, else ""."""
    try:
        return datetime.strptime(printed, PRINTED_DAY).date().isoformat()
    except ValueError:
        year = re.search(r"\b(19|20)\d\d\b", printed)
        return year[0] if year else ""


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
    """An ISO date as 6 September 2017; a year unchanged."""
    day = parse_day(issued)
    return date_format(day, "j F Y") if day else issued


def parse_day(issued):
    """The date of an ISO day; None for a year alone."""
    return date.fromisoformat(issued) if len(issued) > 4 else None
