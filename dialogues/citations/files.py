"""Works as files for reference managers. Each format is a generator of blocks of bytes.

These formats have no field for what a list is `about`; the response's header has it.
"""

import json
import re

from dialogues.citations.csl import csl_item
from dialogues.citations.styles import STYLES, citation_of
from dialogues.citations.work import SITE
from dialogues.text.characters import clean_text

LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
INVISIBLE = re.compile("[\x7f\u202a-\u202e\u2066-\u2069]")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def to_csl_json(works, about=None):
    """A list of CSL-JSON items."""
    yield b"["
    comma = ""
    for work in works:
        yield (comma + json.dumps(csl_item(work), ensure_ascii=False)).encode()
        comma = ",\n"
    yield b"]\n"


def to_ris(works, about=None):
    """RIS. A speech is a SLIDE with its speaker in A2: Zotero imports that as a presentation."""
    for work in works:
        tags = [("TY", _ris_type(work)), ("ID", work.id), ("TI", work.title)]
        tags += [("A2", work.author if work.is_named else ""), *_ris_document(work)]
        tags += [("T2", work.event or (SITE if work.here else "")), ("CY", work.event_place)]
        tags += [("PY", work.issued[:4]), ("DA", work.issued.replace("-", "/"))]
        tags += [("AB", work.quotation), ("N1", work.note)]
        tags += [("LA", work.language), ("DP", SITE if work.here else "")]
        tags += [("UR", work.address)]
        tags += [("Y2", work.accessed.replace("-", "/"))]
        lines = [f"{tag}  - {_one_line(value)}" for tag, value in tags if value]
        yield ("\r\n".join([*lines, "ER  - ", "", ""])).encode()


RIS_TYPES = {"report": "RPRT", "event": "CONF", "webpage": "ELEC", "dataset": "DATA"}


def _ris_type(work):
    """A speech, a report, an event or a page; an unattributed position is a page."""
    if work.author:
        return "SLIDE" if work.is_named else "ELEC"
    return RIS_TYPES[work.document.type] if work.document else "ELEC"


def _ris_document(work):
    """The author and number of the document that a page is about."""
    if work.author or not work.document:
        return []
    return [("AU", work.document.publisher), ("SN", work.document.symbols)]


def to_bibtex(works, about=None):
    """BibTeX: @misc, as it has no speeches. Double braces keep the name of a state undivided."""
    for work in works:
        author = _bibtex_author(work)
        fields = {
            "author": f"{{{_latex(author)}}}" if author else "",
            "title": f"{{{_latex(work.title)}}}",
            "year": work.issued[:4],
            "month": _month(work.issued),
            "number": _latex(work.document.symbols) if work.document and not work.author else "",
            "howpublished": _latex(work.here),
            "note": _latex(work.note),
            "url": work.address,
            "urldate": work.accessed,
            "language": work.language,
        }
        filled = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
        key = re.sub(r"[^\w-]", "", work.id)
        yield ("@misc{" + ",\n".join([f"r2p-{key}", *filled]) + "\n}\n\n").encode()


def _bibtex_author(work):
    if work.author:
        return work.author if work.is_named else ""
    return work.document.publisher if work.document else SITE


def to_text(works, about=None):
    """Each work as a United Nations footnote, one per line."""
    for work in works:
        yield (citation_of(work, STYLES["un"]).plain + "\n").encode()


FILES = {
    "csl.json": (to_csl_json, "application/vnd.citationstyles.csl+json"),
    "ris": (to_ris, "application/x-research-info-systems; charset=utf-8"),
    "bib": (to_bibtex, "application/x-bibtex; charset=utf-8"),
    "txt": (to_text, "text/plain; charset=utf-8"),
}


def _one_line(value):
    """The value on one line, without control and bidirectional formatting characters."""
    return " ".join(INVISIBLE.sub("", clean_text(value)).split())


def _latex(text):
    return "".join(LATEX.get(char, char) for char in _one_line(text))


def _month(issued):
    return MONTHS[int(issued[5:7]) - 1] if len(issued) > len("2017") else ""
