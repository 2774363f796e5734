"""The styles in which a work is cited, as HTML.

Most speeches are known only from a summary. The footnotes of Chicago, OSCOLA, the Bluebook and the
United Nations name both speech and summary ("quoted in"). The reference lists of APA (7th ed.,
8.6), MLA (9th ed., 6.77) and Chicago (17th ed., 15.56) name the work that was read; the text names
the speaker. Each citation ends with the place on this site, the version and the date of access.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from django.utils.dateformat import format as date_format
from django.utils.html import escape, strip_tags
from django.utils.safestring import mark_safe
from django.utils.text import Truncator

from dialogues.citations.csl import date_parts, render, us_punctuation
from dialogues.citations.wikipedia import wikipedia
from dialogues.citations.work import SITE, parse_day

# Formats of dates; SHORT is the month as MLA and the Bluebook abbreviate it.
DAY_FORMATS = {"us": "F j, Y", "gb": "j F Y", "mla": "j SHORT Y", "bluebook": "SHORT j, Y"}
SHORT_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()

# Characters of the words in a mail: mail programs take no longer addresses.
MAX_WORDS = 1_000


@dataclass(frozen=True)
class Style:
    """A citation style. `write(work)` returns (entry, in-text citation) as HTML."""

    key: str
    label: str
    write: Callable


@dataclass(frozen=True)
class Citation:
    """A work in one style. `in_text` is empty if the style cites in notes."""

    style: Style
    entry: str
    in_text: str

    @property
    def plain(self):
        """The entry without HTML markup."""
        return plain_text(self.entry)


def citations_of(work):
    """The work in every style, in the order of STYLES."""
    return [citation_of(work, style) for style in STYLES.values()]


def citation_of(work, style):
    entry, in_text = style.write(work)
    return Citation(style, mark_safe(entry), mark_safe(in_text))  # noqa: S308 escaped where made


def words_cited(work, citation):
    """The quotation of a statement, or else its summary, with its citation, for a mail."""
    words = Truncator(work.quotation or work.summary).chars(MAX_WORDS)
    return f"{f'“{words}”' if work.quotation else words}\n\n{citation.plain}"


def plain_text(html):
    """The plain text of a citation's HTML."""
    return unescape(strip_tags(html))


def united_nations(work):
    """A footnote after the United Nations Editorial Manual Online."""
    accessed = (
        f"Available at {escape(work.address)} (accessed on {_format_day(work.accessed, 'gb')})."
    )
    if not work.author:
        title = _un_document(work.document) if work.document else f"{SITE}, “{escape(work.title)}”"
        return f"{_with_here(title, work)}. {accessed}", ""
    place = ", ".join(escape(part) for part in (work.event, work.event_place) if part)
    speech = f"{escape(work.speaker)}, {work.genre} at the {place}"
    if work.issued:
        speech += f", {_format_day(work.issued, 'gb')}"
    if work.document:
        as_ = f"as {work.relation}" if work.relation else "in"
        speech += f", {as_} {_un_document(work.document)}"
        speech += f", {escape(work.pinpoint)}" if work.pinpoint else ""
    return f"{speech}. {escape(work.here)}. {accessed}", ""


def _un_document(document):
    """Author, title, symbols in brackets if there are any, and the date."""
    author_and_title = [escape(document.publisher), f"“{escape(document.title)}”"]
    symbols = f" ({escape(document.symbols)})" if document.symbols else ""
    # Some titles have the date.
    printed = _format_day(document.issued, "gb")
    day = f", {printed}" if printed and printed not in document.title else ""
    return ", ".join(part for part in author_and_title if part) + symbols + day


def chicago_notes(work):
    end = f", accessed {_format_day(work.accessed, 'us')}, {escape(work.address)}."
    return us_punctuation(_note(work, "chicago-notes-bibliography") + end), ""


def oscola(work):
    if not work.author:
        return _page(work, "oscola", "en-GB") + _oscola_end(work), ""
    text = render("oscola", _speech(work, title=work.genre.capitalize()), "en-GB", as_note=True)
    if work.document:
        document = render("oscola", _report(work.document), "en-GB", as_note=True)
        where = ", ".join(part for part in (document, escape(work.pinpoint)) if part)
        text += f" (as cited in {where})" if work.relation else f", in {where}"
    return f"{text} {escape(work.here)}" + _oscola_end(work), ""


def _oscola_end(work):
    return f" &lt;{escape(work.address)}&gt; accessed {_format_day(work.accessed, 'gb')}."


def bluebook(work):
    # What it calls a speech has no day; a page has one.
    how = {"type": "webpage", "title": work.title, "event": "", "event-title": ""}
    text = _note(work, "bluebook-law-review", relation="<i>{}</i>", **how).replace(", (", " (")
    end = f", {escape(work.address)} (last visited {_format_day(work.accessed, 'bluebook')})."
    return us_punctuation(text + end), ""


def chicago_author_date(work):
    accessed = f" Accessed {_format_day(work.accessed, 'us')}. {escape(work.address)}."
    entry = _reference(work, "chicago-author-date") + accessed
    speech = f"{work.genre} of {_format_day(work.issued, 'us')}"
    return us_punctuation(entry), us_punctuation(_in_text(work, speech, work.relation, " "))


def apa(work):
    accessed = f" Retrieved {_format_day(work.accessed, 'us')}, from {escape(work.address)}"
    entry = _reference(work, "apa") + accessed
    return us_punctuation(entry), us_punctuation(
        _in_text(work, work.issued[:4], "as cited in", ", ")
    )


def mla(work):
    accessed = f", {escape(work.address)}. Accessed {_format_day(work.accessed, 'mla')}."
    # In this style a speech has no day, and a document has one.
    entry = _reference(work, "modern-language-association", "document").removesuffix(".") + accessed
    entry = entry.replace(f". {SITE},", f". <i>{SITE}</i>,")
    relation = {"quoted in": "qtd. in"}.get(work.relation, work.relation)
    return us_punctuation(entry), us_punctuation(_in_text(work, "", relation, None))


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


def _note(work, style, **options):
    """A footnote: the speech, its document, and the place on this site."""
    if not work.author:
        return _page(work, style)
    return f"{_speech_in_document(work, style, **options)}, {escape(work.here)}"


def _speech_in_document(work, style, relation="{}", **fields):
    """The speech, and the document with the locator.

    `relation` is the format of the words between the two; `fields` replace those of the speech.
    """
    text = render(style, _speech(work, **fields), as_note=True)
    if work.document:
        document = render(style, _report(work.document), as_note=True)
        text += f", {relation.format(work.relation or 'in')} {document}"
        if work.document.symbols and escape(work.document.symbols) not in document:
            text += f", {escape(work.document.symbols)}"
    return f"{text}, {escape(work.pinpoint)}" if work.pinpoint else text


def _page(work, style, locale="en-US"):
    """A page of this site, or a document described here, as a footnote."""
    return _with_here(render(style, _page_item(work), locale, as_note=True), work)


def _reference(work, style, type_="speech"):
    """An entry in a list of references: the work that was read, and the place on this site."""
    if not work.author:
        text = render(style, _page_item(work))
        return f"{text}. {escape(_sentence(_here(work)))}." if work.here else f"{text}."
    first_hand = not (work.relation and work.document)
    item = _speech(work, type=type_) if first_hand else _report(work.document)
    here = ", ".join((SITE, *([] if first_hand else [work.speaker]), work.place_here))
    return f"{render(style, item)}. {escape(here)}."


def _page_item(work):
    if work.document:
        return _report(work.document)
    return {
        "id": work.id,
        "type": "webpage",
        "title": work.title,
        # A page without an author would be written with its title twice.
        "author": [{"literal": SITE}],
        "issued": date_parts(work.issued),
    }


def _sentence(text):
    return text[:1].upper() + text[1:]


def _with_here(text, work):
    """A page or document with the place on this site, unless it is cited where it was published."""
    return f"{text}, {escape(_here(work))}" if work.here else text


def _here(work):
    """The place on this site; a page names the site as its author already."""
    return work.here if work.document else work.place_here


def _in_text(work, detail, relation, before_year):
    """(Speaker, detail, as cited in author, year, locator); no year if `before_year` is None."""
    if not work.author:
        return ""
    parts = [work.speaker, detail]
    if work.genre not in ("statement", *detail.split()):
        parts.append(work.genre)
    if work.relation and work.document:
        document = work.document
        year = document.issued[:4] or "n.d."
        author = document.publisher or document.title
        parts.append(f"{relation} {author}" + ("" if before_year is None else before_year + year))
        parts.append(work.pinpoint)
    # Brackets within brackets are square.
    text = ", ".join(part for part in parts if part).replace("(", "[").replace(")", "]")
    return f"({escape(text)})"


def _speech(work, **fields):
    return {
        "id": work.id,
        "type": "speech",
        "author": [{"literal": work.speaker}],
        "genre": work.genre,
        "event": work.event,
        "event-title": work.event,
        "event-place": work.event_place,
        "issued": date_parts(work.issued),
    } | fields


def _report(document):
    return {
        "id": "document",
        "type": "report",
        "title": document.title,
        "author": [{"literal": document.publisher}] if document.publisher else None,
        "number": document.symbols,
        "issued": date_parts(document.issued),
    }


def _format_day(issued, country):
    """A day in the format of a country or style; a year unchanged."""
    day = parse_day(issued)
    if not day:
        return issued
    parts = DAY_FORMATS[country].split()
    return " ".join(_part_of_day(day, part) for part in parts)


def _part_of_day(day, part):
    return SHORT_MONTHS[day.month - 1] if part == "SHORT" else date_format(day, part)
