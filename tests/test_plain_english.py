"""The code, the pages and the documents are in plain English.

A marker is a word or turn of phrase that says less than the plain one, or a name that does not
say what a value is.
"""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

# A pattern, and what to write instead.
WORDS = {
    r"anew": "again; rebuild, reload",
    r"whoever|whosoever|whomever": "anyone who; the noun",
    r"beside": "next to; with",
    r"mend|mends|mended|mending": "fix; correct",
    r"(?:that|which|it|this|who) (?:is|are) none": "is not one; has none",
    r"(?:is|are|was|were) no more": "no longer exists",
    r"(?:is|are|was|were|be|been) told|told (?:of|by|apart)": "is shown; sees; differs",
    r"(?:one|he|those) who": "anyone who; the noun",
    r"stands?": "is; means; is written",
    r"by this alone": "on its own",
    r"who (?:asks|asked)": "the noun",
    r"the likest|of nobody|hence|thence|whence|lest|thereof|hitherto": "a plain word",
}
MARKER = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
# As names: the noun says what the value is.
NAMES = {"one", "found", "said", "told", "kept", "chosen", "asked", "named", "typed"}

ROOT = Path(settings.BASE_DIR)
FOLDERS = ("dialogues", "r2p_site", "templates", "static", "tests", "docs")
SUFFIXES = {".py", ".html", ".css", ".js", ".md", ".txt", ".toml"}
# The record speaks in the words of its sources; a migration is what it was when it ran.
NOT_OURS = ("dialogues/collection/files/", "dialogues/migrations/", "dialogues/citations/csl/")
# {file: markers and names it may have}, each with its reason.
ALLOWED = {
    # Words of a quotation.
    "tests/verification/test_verify.py": {"stands"},
    # A column of the file, and a field of the database.
    "dialogues/exports/analysis/commitment.py": {"said"},
    "dialogues/models/figures.py": {"named"},
}


def sources():
    for folder in FOLDERS:
        yield from (path for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES)
    yield from ROOT.glob("*.md")
    yield ROOT / "Makefile"


def name(path):
    return str(path.relative_to(ROOT))


# This file lists the markers.
PATHS = sorted(
    path for path in sources() if path != Path(__file__) and not name(path).startswith(NOT_OURS)
)
MODULES = [path for path in PATHS if path.suffix == ".py"]


def bound_names(tree):
    """(line, name) of each variable, argument, function and class."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=bound, ctx=ast.Store()) | ast.arg(arg=bound):
                yield node.lineno, bound
            case ast.FunctionDef(name=bound) | ast.ClassDef(name=bound):
                yield node.lineno, bound


def markers_of(path):
    """(line, marker) of each marker in a file."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return ((number, match[0]) for number, line in lines for match in MARKER.finditer(line))


def refused(paths, words_of, is_refused):
    """{file: (line, word) of each word in it that is refused and not allowed there}."""
    words = {
        name(path): [
            (line, word)
            for line, word in words_of(path)
            if is_refused(word) and word not in ALLOWED.get(name(path), ())
        ]
        for path in paths
    }
    return {path: lines for path, lines in words.items() if lines}


@pytest.mark.once
def test_no_marker_is_used():
    assert refused(PATHS, markers_of, bool) == {}


@pytest.mark.once
def test_a_name_says_what_its_value_is():
    def names_of(path):
        return bound_names(ast.parse(path.read_text(encoding="utf-8")))

    assert refused(MODULES, names_of, NAMES.__contains__) == {}
