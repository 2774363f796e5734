"""Marks the words of a query in a text, and cuts a long text around the first match."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dialogues.index.schema import stems, words
from dialogues.search.query_parser import ParsedQuery, Prefix, Words
from dialogues.text.normalise import UNSPACED

# A sign of scripts without spaces, or a word, with accents that follow their letters as separate
# characters.
WORD = re.compile(rf"[{UNSPACED}]|(?:[^\W_{UNSPACED}][\u0300-\u036f\u0610-\u061a\u064b-\u065f]*)+")
# A longer text is cut, and starts this many characters before the first match.
MAX_SNIPPET_LENGTH = 700
CONTEXT_BEFORE = 160

Span = tuple[int, int]


class Forms(NamedTuple):
    """The stem of a word and the word as the index compares it; "" if the index has none."""

    stem: str
    word: str


@dataclass(frozen=True)
class HighlightTerms:
    """What is marked: words in a row, and words that begin with certain letters."""

    phrases: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, parsed: ParsedQuery) -> "HighlightTerms":
        """All terms that a query wants of a statement; no result has the excluded ones."""
        leaves = list(parsed.leaves())
        words = (leaf for leaf in leaves if isinstance(leaf, Words) and not leaf.key)
        return cls(
            tuple(dict.fromkeys(leaf.text for leaf in words)),
            tuple(leaf.letters for leaf in leaves if isinstance(leaf, Prefix)),
        )

    def __bool__(self):
        return bool(self.phrases or self.prefixes)

    def matches(self, text: str, language: str = "") -> list[Span]:
        """(start, end) of each word of a text in a language to mark, in order."""
        words = [(match.span(), _forms(match[0], language)) for match in WORD.finditer(text)]
        words = [word for word in words if word[1].stem]
        forms = [form for _span, form in words]
        all_stems = tuple(form.stem for form in forms)
        marked = {at for at, form in enumerate(forms) if form.word.startswith(self.prefixes)}
        by_first_stem = defaultdict(list)
        for phrase in {_stems_of(phrase, language) for phrase in self.phrases}:
            by_first_stem[phrase[0]].append(phrase)
        for at, stem in enumerate(all_stems):
            for phrase in by_first_stem.get(stem, ()):
                if all_stems[at : at + len(phrase)] == phrase:
                    marked.update(range(at, at + len(phrase)))
        return [words[at][0] for at in sorted(marked)]


def snippet(text: str, terms: HighlightTerms, language: str = "") -> SafeString:
    """The text as HTML with each match in <mark>; a long text is cut, with "…" at the cuts."""
    matches = terms.matches(text, language) if terms else []
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


@lru_cache(maxsize=1_000)
def _stems_of(phrase, language):
    return tuple(stems(phrase, language))


@lru_cache(maxsize=20_000)
def _forms(word, language):
    return Forms("".join(stems(word, language)), "".join(words(word)))
