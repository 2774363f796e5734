"""Marks the words of a query in a text, and cuts a long text around the first match."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dialogues.index.schema import stems, words
from dialogues.search.query_parser import ParsedQuery, Prefix, Words

# A word, with accents that follow their letters as separate characters.
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u0610-\u061a\u064b-\u065f]*)+")
# A longer text is cut, and starts this many characters before the first match.
MAX_SNIPPET_LENGTH = 700
CONTEXT_BEFORE = 160

Span = tuple[int, int]


@dataclass(frozen=True)
class HighlightTerms:
    """What is marked: phrases, as stems, and words that begin with certain letters."""

    phrases: frozenset[tuple[str, ...]] = frozenset()
    prefixes: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, parsed: ParsedQuery) -> "HighlightTerms":
        """All terms that a query wants; no result has the excluded ones."""
        leaves = list(parsed.leaves())
        phrases = frozenset(tuple(stems(leaf.text)) for leaf in leaves if isinstance(leaf, Words))
        return cls(phrases, tuple(leaf.letters for leaf in leaves if isinstance(leaf, Prefix)))

    def __bool__(self):
        return bool(self.phrases or self.prefixes)

    def matches(self, text: str) -> list[Span]:
        """(start, end) of each word of the text to mark, in order."""
        spans = [match.span() for match in WORD.finditer(text)]
        forms = [_forms(text[start:end]) for start, end in spans]
        all_stems = tuple(stem for stem, _word in forms)
        marked = {at for at, (_, word) in enumerate(forms) if word.startswith(self.prefixes)}
        by_first_stem = defaultdict(list)
        for phrase in self.phrases:
            by_first_stem[phrase[0]].append(phrase)
        for at, stem in enumerate(all_stems):
            for phrase in by_first_stem.get(stem, ()):
                if all_stems[at : at + len(phrase)] == phrase:
                    marked.update(range(at, at + len(phrase)))
        return [spans[at] for at in sorted(marked)]


def snippet(text: str, terms: HighlightTerms) -> SafeString:
    """The text as HTML with each match in <mark>; a long text is cut, with "…" at the cuts."""
    matches = terms.matches(text) if terms else []
    start, end = _window(text, matches)
    pieces, at = [], start
    for first, last in matches:
        if start <= first and last <= end:
            pieces += [(text[at:first], ""), ("", text[first:last])]
            at = last
    pieces.append((text[at:end], ""))
    body = format_html_join("", "{}{}", ((plain, _mark(match)) for plain, match in pieces))
    return format_html("{}{}{}", "… " if start else "", body, " …" if end < len(text) else "")


def _mark(match):
    return format_html("<mark>{}</mark>", match) if match else ""


def _window(text, matches):
    """Where to cut: between words, with the first match inside."""
    if len(text) <= MAX_SNIPPET_LENGTH:
        return 0, len(text)
    start = max(matches[0][0] - CONTEXT_BEFORE, 0) if matches else 0
    if start:
        # After the next space before the match; a text without spaces is cut anywhere.
        start = max(text.find(" ", start, matches[0][0]) + 1, start)
    end = min(start + MAX_SNIPPET_LENGTH, len(text))
    if end < len(text):
        end = max(text.rfind(" ", start, end), start) or end
    return start, end


@lru_cache(maxsize=20_000)
def _forms(word):
    """The stem of a word and the word as the index compares it; "" if the index has none."""
    return "".join(stems(word)), "".join(words(word))
