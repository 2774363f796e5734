"""What is cited, described once: each style and each file format is made of this description."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _

from dialogues.models import Dialogue, Participation, Statement
from dialogues.models.sources import locator_of
from dialogues.serializers import speaker_name

SITE = "R2P Dialogues"
# How a source has what it says of a speaker; first-hand sources have it in the speaker's words.
SECOND_HAND = {
    Statement.Provenance.QUOTED: "quoted in",
    Statement.Provenance.PARAPHRASED: "paraphrased in",
    Statement.Provenance.REFLECTED: "reflected in",
}
PRINTED_DAY = "%d %B %Y"


@dataclass(frozen=True)
class Document:
    """A source document as a citation names it. `issued` is a day, or a year; "" if unknown."""

    title: str
    publisher: str
    symbols: str
    issued: str
    url: str


@dataclass(frozen=True)
class Work:
    """A statement or a page, as it is cited. Days are ISO dates; empty where nothing is known."""

    id: str  # names it in a file: w5qsg9b-v1
    title: str
    address: str  # for good, with version and digest
    accessed: str
    place_here: str  # "statement w5qsg9b, version 1" or "edition 12"
    author: str = ""  # the speaker as printed, or the office
    office: str = ""  # in which a person spoke
    is_named: bool = True
    on_behalf_of: str = ""
    genre: str = ""
    event: str = ""
    event_place: str = ""
    issued: str = ""
    relation: str = ""  # "quoted in": how a second-hand source has it; empty of a first-hand one
    document: Document | None = None
    pinpoint: str = ""
    quotation: str = ""
    summary: str = ""
    language: str = "en"

    @property
    def speaker(self):
        """Who spoke, in which office and for whom, as a citation says it."""
        if not self.is_named:
            return f"{self.author} (not named)"
        named = f"{self.author}, {self.office}" if self.office else self.author
        return f"{named}, speaking on behalf of {self.on_behalf_of}" if self.on_behalf_of else named

    @property
    def note(self):
        """For whom it was said, which document has it where, and where it stands here."""
        parts = []
        if self.office:
            parts.append(f"{self.author}: {self.office}.")
        if self.on_behalf_of:
            parts.append(f"Speaking on behalf of {self.on_behalf_of}.")
        if self.document and self.author:
            named = (self.document.publisher, self.document.title, self.document.symbols)
            where = ", ".join(part for part in (*named, self.pinpoint) if part)
            parts.append(f"{(self.relation or 'in').capitalize()} {where}.")
        if self.summary:
            parts.append(f"Summary by the editors of {SITE}: {self.summary}")
        return " ".join([*parts, f"{SITE}, {self.place_here}."])

    @property
    def when(self):
        """Its day in words, or its year."""
        return in_words(self.issued)


def statement_work(record, version, base, today):
    """The Work of a statement's public record, as it stands in one version. `base`: this host."""
    speaker, dialogue = record["speaker"], record["dialogue"]
    path = f"{base}/statements/{record['reference']}/"
    genre, event = genre_of(bool(speaker), speaker and speaker["status"]), event_of(dialogue)
    return Work(
        id=f"{record['reference']}-v{version.number}",
        title=title_of(genre, event),
        address=f"{path}?{urlencode({'v': version.number, 'd': version.short_digest})}",
        accessed=today.isoformat(),
        place_here=_("statement %(reference)s, version %(number)s")
        % {"reference": record["reference"], "number": version.number},
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


def cited_as(work):
    """The work in one line without dates of reading, for a page that says what stood there."""
    said = f"{work.speaker}, {work.genre} at the {work.event}, {work.when}"
    return f"{said}. {SITE}, {work.place_here}, {work.address}"


def page_work(key, title, address, edition, today, **more):
    """The Work of a page that changes with the editions: a dialogue, a list."""
    return Work(
        id=key,
        title=title,
        address=address,
        accessed=today.isoformat(),
        place_here=_("edition %s") % edition,
        **more,
    )


def title_of(genre, event):
    """What a statement is called that has no title of its own."""
    return f"{genre.capitalize()} at the {event}"


def document_of(source):
    """A source document of its record; see dialogues.serializers.source_record."""
    return Document(
        title=source["name"],
        publisher=source["publisher"],
        symbols=source["symbols"],
        issued=source["published_on"] or _printed_day(source["date_as_printed"]),
        url=source["url"],
    )


def event_of(dialogue):
    """The dialogue as an event: its title, with its format where the title does not say it."""
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
    """A printed date as ISO, where it is one day; else its year, else nothing."""
    try:
        return datetime.strptime(printed, PRINTED_DAY).date().isoformat()
    except ValueError:
        found = re.search(r"\b(19|20)\d\d\b", printed)
        return found[0] if found else ""


def _author(record):
    speaker = record["speaker"]
    return (speaker and speaker["as_printed"]) or speaker_name(record)


def _on_behalf_of(speaker):
    if speaker["capacity"] != Participation.Capacity.ON_BEHALF:
        return ""
    group = speaker["on_behalf_of"]
    return speaker["on_behalf_of_as_printed"] or (group["name"] if group else "")


def genre_of(is_named, status):
    """What it is: nobody makes a statement who is not named, or did not take the floor."""
    if not is_named:
        return "position"
    if status == Participation.Status.INSCRIBED:
        return "statement inscribed but not delivered"
    return "statement"


def in_words(issued):
    """A day as 6 September 2017; a year as it is."""
    day = day_of(issued)
    return date_format(day, "j F Y") if day else issued


def day_of(issued):
    """A date of an ISO day, else None: a year alone is no day."""
    return date.fromisoformat(issued) if len(issued) > 4 else None
