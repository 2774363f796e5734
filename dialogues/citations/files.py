"""Works as files that reference managers open. Each format is a function of works, in blocks.

These formats have no place for what a list is about; it stands in the header of the answer.
"""

import json
import re

from dialogues.citations.csl import item_of
from dialogues.citations.styles import STYLES, citation_of
from dialogues.citations.work import SITE

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
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def to_csl_json(works, about=None):
    """A list of items in CSL-JSON."""
    yield b"["
    comma = ""
    for work in works:
        yield (comma + json.dumps(item_of(work), ensure_ascii=False)).encode()
        comma = ",\n"
    yield b"]\n"


def to_ris(works, about=None):
    """RIS. A speech is a SLIDE with its speaker in A2: so Zotero makes a presentation of it; what
    has no speaker is a web page."""
    for work in works:
        tags = [("TY", "SLIDE" if work.author else "ELEC"), ("ID", work.id), ("TI", work.title)]
        tags += [("A2", work.author), ("T2", work.event or SITE), ("CY", work.event_place)]
        tags += [("PY", work.issued[:4]), ("DA", work.issued.replace("-", "/"))]
        tags += [("AB", work.quotation or work.summary), ("N1", work.note)]
        tags += [("LA", work.language), ("DP", SITE), ("UR", work.address)]
        tags += [("Y2", work.accessed.replace("-", "/"))]
        lines = [f"{tag}  - {_one_line(value)}" for tag, value in tags if value]
        yield ("\r\n".join([*lines, "ER  - ", "", ""])).encode()


def to_bibtex(works, about=None):
    """BibTeX: @misc, for it knows no speeches. A state's name is kept whole by two braces."""
    for work in works:
        fields = {
            "author": f"{{{_latex(work.author)}}}" if work.author else "",
            "title": f"{{{_latex(work.title)}}}",
            "year": work.issued[:4],
            "month": _month(work.issued),
            "howpublished": _latex(f"{SITE}, {work.place_here}"),
            "note": _latex(work.note),
            "url": work.address,
            "urldate": work.accessed,
            "language": work.language,
        }
        filled = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
        key = re.sub(r"[^\w-]", "", work.id)
        yield ("@misc{" + ",\n".join([f"r2p-{key}", *filled]) + "\n}\n\n").encode()


def to_text(works, about=None):
    """Each work as the footnote of the United Nations, one on a line."""
    for work in works:
        yield (citation_of(work, STYLES["un"]).plain + "\n").encode()


FILES = {
    "csl.json": (to_csl_json, "application/vnd.citationstyles.csl+json"),
    "ris": (to_ris, "application/x-research-info-systems; charset=utf-8"),
    "bib": (to_bibtex, "application/x-bibtex; charset=utf-8"),
    "txt": (to_text, "text/plain; charset=utf-8"),
}


def _one_line(value):
    return " ".join(value.split())


def _latex(text):
    return "".join(LATEX.get(char, char) for char in _one_line(text))


def _month(issued):
    return MONTHS[int(issued[5:7]) - 1] if len(issued) > 4 else ""
