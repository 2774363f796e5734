"""A citation in templates of the English Wikipedia."""

from dialogues.citations.work import SITE, date_in_words


def wikipedia(work):
    """{{cite web}} for the page on this site, then {{cite report}} for the document quoted."""
    page = {
        "author": work.speaker,
        "title": work.title,
        "date": date_in_words(work.issued),
        "website": SITE,
        "id": work.place_here[:1].upper() + work.place_here[1:],
        "url": work.address,
        "access-date": date_in_words(work.accessed),
        "quote": work.quotation,
    }
    if not work.document:
        return _template("cite web", page)
    document = {
        "author": work.document.publisher,
        "title": work.document.title,
        "id": work.document.symbols,
        "date": date_in_words(work.document.issued),
        "at": work.pinpoint,
        "url": work.document.url,
    }
    if not work.author:
        here = {"url": work.address, "via": SITE if work.here else ""}
        here["access-date"] = date_in_words(work.accessed)
        return _template("cite report", document | here)
    relation = f"As {work.relation}" if work.relation else "In"
    return f"{_template('cite web', page)} {relation} {_template('cite report', document)}"


def _template(name, parameters):
    filled = [f"|{key}={_safe(value)}" for key, value in parameters.items() if value]
    return "{{" + " ".join([name, *filled]) + "}}"


def _safe(value):
    """The value with characters escaped that would end the parameter or the template."""
    for mark in "|{}[]<>":
        value = value.replace(mark, f"&#{ord(mark)};")
    return " ".join(value.split())
