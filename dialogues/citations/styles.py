"""The eight styles in which a work is cited, as HTML.

What a speaker said is mostly known from another's summary. The notes of Chicago, OSCOLA, the
Bluebook and the United Nations name both, "quoted in"; the lists of references of APA (7th ed.,
8.6), MLA (9th ed., 6.77) and Chicago (17th ed., 15.56) name the work that was read, and the speaker
stands in the text. Each ends with where it stands here, in which version, and when it was read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from django.utils.dateformat import format as date_format
from django.utils.html import escape, strip_tags
from django.utils.safestring import mark_safe

from dialogues.citations.csl import american, date_parts, written
from dialogues.citations.wikipedia import wikipedia
from dialogues.citations.work import SITE, day_of

# How days are written; SHORT stands for the month as MLA and the Bluebook shorten it.
DAY = {"us": "F j, Y", "gb": "j F Y", "mla": "j SHORT Y", "bluebook": "SHORT j, Y"}
SHORT_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()


@dataclass(frozen=True)
class Style:
    """A style of citation. `write` gives (entry, in the text) in HTML; the second may be empty."""

    key: str
    label: str
    write: Callable


@dataclass(frozen=True)
class Citation:
    """A work in one style. `in_text` is empty where the style cites in notes."""

    style: Style
    entry: str
    in_text: str

    @property
    def plain(self):
        """The entry without the marks of HTML."""
        return as_text(self.entry)


def citations_of(work):
    """The work in every style, in the order of STYLES."""
    return [citation_of(work, style) for style in STYLES.values()]


def citation_of(work, style):
    entry, in_text = style.write(work)
    return Citation(style, mark_safe(entry), mark_safe(in_text))  # noqa: S308 escaped where made


def as_text(html):
    """HTML of a citation as plain text."""
    return unescape(strip_tags(html))


def united_nations(work):
    """A footnote as the United Nations Editorial Manual Online asks for."""
    read_on = f"Available at {escape(work.address)} (accessed on {_day(work.accessed, 'gb')})."
    if not work.author:
        named = _un_document(work.document) if work.document else f"{SITE}, “{escape(work.title)}”"
        return f"{named}, {escape(_here(work))}. {read_on}", ""
    place = ", ".join(escape(one) for one in (work.event, work.event_place) if one)
    said = f"{escape(work.speaker)}, {work.genre} at the {place}"
    if work.issued:
        said += f", {_day(work.issued, 'gb')}"
    if work.document:
        as_ = f"as {work.relation}" if work.relation else "in"
        said += f", {as_} {_un_document(work.document)}"
        said += f", {escape(work.pinpoint)}" if work.pinpoint else ""
    return f"{said}. {SITE}, {escape(work.place_here)}. {read_on}", ""


def _un_document(document):
    """Author, title, symbol in brackets only where there is one, and the date."""
    named = [escape(document.publisher), f"“{escape(document.title)}”"]
    symbols = f" ({escape(document.symbols)})" if document.symbols else ""
    # Some titles end with their day.
    printed = _day(document.issued, "gb")
    day = f", {printed}" if printed and not document.title.endswith(printed) else ""
    return ", ".join(part for part in named if part) + symbols + day


def chicago_notes(work):
    end = f", accessed {_day(work.accessed, 'us')}, {escape(work.address)}."
    return american(_note(work, "chicago-notes-bibliography") + end), ""


def oscola(work):
    if not work.author:
        return _page(work, "oscola", "en-GB") + _oscola_end(work), ""
    text = written("oscola", _speech(work, title=work.genre.capitalize()), "en-GB", as_note=True)
    if work.document:
        document = written("oscola", _report(work.document), "en-GB", as_note=True)
        where = ", ".join(part for part in (document, escape(work.pinpoint)) if part)
        text += f" (as cited in {where})" if work.relation else f", in {where}"
    return f"{text} {SITE}, {escape(work.place_here)}" + _oscola_end(work), ""


def _oscola_end(work):
    return f" &lt;{escape(work.address)}&gt; accessed {_day(work.accessed, 'gb')}."


def bluebook(work):
    # What it calls a speech has no day; a page has one.
    how = {"type": "webpage", "title": work.title, "event": "", "event-title": ""}
    text = _note(work, "bluebook-law-review", relation="<i>{}</i>", **how).replace(", (", " (")
    end = f", {escape(work.address)} (last visited {_day(work.accessed, 'bluebook')})."
    return american(text + end), ""


def chicago_author_date(work):
    read_on = f" Accessed {_day(work.accessed, 'us')}. {escape(work.address)}."
    entry = _reference(work, "chicago-author-date") + read_on
    said = f"{work.genre} of {_day(work.issued, 'us')}"
    return american(entry), american(_in_text(work, said, work.relation, " "))


def apa(work):
    read_on = f" Retrieved {_day(work.accessed, 'us')}, from {escape(work.address)}"
    entry = _reference(work, "apa") + read_on
    return american(entry), american(_in_text(work, work.issued[:4], "as cited in", ", "))


def mla(work):
    read_on = f", {escape(work.address)}. Accessed {_day(work.accessed, 'mla')}."
    # What it calls a speech has no day; a document has one.
    entry = _reference(work, "modern-language-association", "document").removesuffix(".") + read_on
    entry = entry.replace(f". {SITE},", f". <i>{SITE}</i>,")
    relation = {"quoted in": "qtd. in"}.get(work.relation, work.relation)
    return american(entry), american(_in_text(work, "", relation, None))


STYLES = {
    style.key: style
    for style in (
        Style("un", "United Nations footnote", united_nations),
        Style("chicago-notes", "Chicago, notes", chicago_notes),
        Style("chicago-author-date", "Chicago, author-date", chicago_author_date),
        Style("apa", "APA, 7th edition", apa),
        Style("mla", "MLA, 9th edition", mla),
        Style("oscola", "OSCOLA, 4th edition", oscola),
        Style("bluebook", "Bluebook", bluebook),
        Style("wikipedia", "Wikipedia", lambda work: (escape(wikipedia(work)), "")),
    )
}


def _note(work, style, **how):
    """A footnote: the speech, the document that has it, and where it stands here."""
    if not work.author:
        return _page(work, style)
    return f"{_both(work, style, **how)}, {SITE}, {escape(work.place_here)}"


def _both(work, style, relation="{}", **how):
    """The speech as a style writes it, and the document that has it with the place in it.

    `relation` is what the style makes of the words between the two.
    """
    text = written(style, _speech(work, **how), as_note=True)
    if work.document:
        document = written(style, _report(work.document), as_note=True)
        text += f", {relation.format(work.relation or 'in')} {document}"
        if work.document.symbols and escape(work.document.symbols) not in document:
            text += f", {escape(work.document.symbols)}"
    return f"{text}, {escape(work.pinpoint)}" if work.pinpoint else text


def _page(work, style, locale="en-US"):
    """A page of this site, or a document described here, as a footnote has it."""
    return f"{written(style, _page_item(work), locale, as_note=True)}, {escape(_here(work))}"


def _reference(work, style, type_="speech"):
    """An entry of a list of references: the work that was read, and where it stands here."""
    if not work.author:
        return f"{written(style, _page_item(work))}. {escape(_sentence(_here(work)))}."
    first_hand = not (work.relation and work.document)
    item = _speech(work, type=type_) if first_hand else _report(work.document)
    here = ", ".join((SITE, *([] if first_hand else [work.speaker]), work.place_here))
    return f"{written(style, item)}. {escape(here)}."


def _page_item(work):
    if work.document:
        return _report(work.document)
    return {
        "id": work.id,
        "type": "webpage",
        "title": work.title,
        # Named as its author, for a page without one is written with its title twice.
        "author": [{"literal": SITE}],
        "issued": date_parts(work.issued),
    }


def _sentence(text):
    return text[:1].upper() + text[1:]


def _here(work):
    """Where it stands: a page is by this site, a document is not."""
    return f"{SITE}, {work.place_here}" if work.document else work.place_here


def _in_text(work, said, relation, before_year):
    """(Speaker, year, as cited in author, year, place). `before_year` None: the style has none."""
    if not work.author:
        return ""
    parts = [work.speaker, said]
    if work.genre not in ("statement", *said.split()):
        parts.append(work.genre)
    if work.relation and work.document:
        document = work.document
        year = document.issued[:4] or "n.d."
        named = document.publisher or document.title
        parts.append(f"{relation} {named}" + ("" if before_year is None else before_year + year))
        parts.append(work.pinpoint)
    # In brackets, brackets are square.
    text = ", ".join(part for part in parts if part).replace("(", "[").replace(")", "]")
    return f"({escape(text)})"


def _speech(work, **how):
    return {
        "id": work.id,
        "type": "speech",
        "author": [{"literal": work.speaker}],
        "genre": work.genre,
        "event": work.event,
        "event-title": work.event,
        "event-place": work.event_place,
        "issued": date_parts(work.issued),
    } | how


def _report(document):
    return {
        "id": "document",
        "type": "report",
        "title": document.title,
        "author": [{"literal": document.publisher}] if document.publisher else None,
        "number": document.symbols,
        "issued": date_parts(document.issued),
    }


def _day(issued, country):
    """A day as a country writes it; a year as it is."""
    day = day_of(issued)
    if not day:
        return issued
    parts = DAY[country].split()
    return " ".join(_part_of_day(day, part) for part in parts)


def _part_of_day(day, part):
    return SHORT_MONTHS[day.month - 1] if part == "SHORT" else date_format(day, part)
