"""The words that were looked for, marked where they stand in a text; long texts cut around them."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join

from dialogues.index.schema import stems, words
from dialogues.search.query_parser import Prefix, Words

# A word with the accents that may stand after its letters, as separate marks.
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u0610-\u061a\u064b-\u065f]*)+")
# A text longer than this is cut; so much of it is shown before the first find.
LONGEST = 700
BEFORE = 160


@dataclass(frozen=True)
class HighlightTerms:
    """What is marked: words in a row, by their stems, and words that begin with certain letters."""

    rows: frozenset[tuple[str, ...]] = frozenset()
    prefixes: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, parsed):
        """The marks of all that a question wants; what it excludes is in no result."""
        leaves = list(parsed.leaves())
        rows = frozenset(tuple(stems(one.text)) for one in leaves if isinstance(one, Words))
        return cls(rows, tuple(one.letters for one in leaves if isinstance(one, Prefix)))

    def __bool__(self):
        return bool(self.rows or self.prefixes)

    def matches(self, text):
        """(start, end) of each word of the text to mark, in order."""
        found = [one.span() for one in WORD.finditer(text)]
        forms = [_forms(text[start:end]) for start, end in found]
        all_stems = tuple(stem for stem, _word in forms)
        marked = {at for at, (_, word) in enumerate(forms) if word.startswith(self.prefixes)}
        beginning = defaultdict(list)
        for row in self.rows:
            beginning[row[0]].append(row)
        for at, stem in enumerate(all_stems):
            for row in beginning.get(stem, ()):
                if all_stems[at : at + len(row)] == row:
                    marked.update(range(at, at + len(row)))
        return [found[at] for at in sorted(marked)]


def snippet(text, marks):
    """The text as HTML with each find in <mark>; cut with "…" where it is long."""
    finds = marks.matches(text) if marks else []
    start, end = _window(text, finds)
    pieces, at = [], start
    for first, last in finds:
        if start <= first and last <= end:
            pieces += [(text[at:first], ""), ("", text[first:last])]
            at = last
    pieces.append((text[at:end], ""))
    body = format_html_join("", "{}{}", ((plain, _mark(found)) for plain, found in pieces))
    return format_html("{}{}{}", "… " if start else "", body, " …" if end < len(text) else "")


def _mark(found):
    return format_html("<mark>{}</mark>", found) if found else ""


def _window(text, finds):
    """Where to cut: between words, with the first find inside."""
    if len(text) <= LONGEST:
        return 0, len(text)
    start = max(finds[0][0] - BEFORE, 0) if finds else 0
    if start:
        # Behind the next space before the find; in a text without spaces, where it is.
        start = max(text.find(" ", start, finds[0][0]) + 1, start)
    end = min(start + LONGEST, len(text))
    if end < len(text):
        end = max(text.rfind(" ", start, end), start) or end
    return start, end


@lru_cache(maxsize=20_000)
def _forms(word):
    """The stem of a word and the word as it is compared; "" where the index has none."""
    return "".join(stems(word)), "".join(words(word))
