"""The spelling that a reader may have meant, of words that no statement has."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import partial

from tantivy import Query, Searcher

from dialogues.index import reader
from dialogues.index.schema import SCHEMA, TEXT_FIELDS, DamagedIndexError, stems_in, words
from dialogues.models import Statement
from dialogues.search.natural_words import STOP_WORDS
from dialogues.search.query_parser import QUESTION_WORDS, ParsedQuery, Words
from dialogues.snapshot.record_names import record_names_at

MIN_LETTERS = 4
MAX_LETTERS = 30
LONG = 8  # letters of a word that may have two errors
MAX_WORDS = 4  # of a query that are corrected
MAX_READ = 40  # statements with a word that is spelled nearly so
# They introduce what is asked for: “statements by Ghana”, “who spoke about Myanmar”.
WEAK_WORDS = frozenset(
    "address argue argued country countries debate dialogue dialogues mention mentioned nation "
    "opinion position positions said say says speak speaks speech speeches spoke state statement "
    "statements states talk talked talks tell think told un view views".split()
)
UNIMPORTANT = WEAK_WORDS | STOP_WORDS | QUESTION_WORDS
OPERATORS = re.compile(r'["“”():*]|(?<!\S)-|\b(?:AND|OR|NOT)\b')
MIN_SIMILARITY = 0.72  # of difflib, 0 to 1


def rewordings(text: str, parsed: ParsedQuery, edition: str) -> Iterator[str]:
    """What a reader may have meant by words that find nothing, likeliest first."""
    spelled = corrected(text, parsed, edition)
    candidates = [spelled]
    if not OPERATORS.search(text):
        name = record_names_at(edition).near_name(text)
        shorter = [_without_weak_words(each) for each in (text, spelled)]
        candidates = [_with_case_of(text, name), spelled, *shorter]
    yield from (each for each in dict.fromkeys(candidates) if each and each != text)


def _without_weak_words(text):
    """A query without words that only introduce others; "" if it has no others."""
    important = (word for word in text.split() if word.casefold() not in UNIMPORTANT)
    return " ".join(word.strip("?!.,;") for word in important)


def _with_case_of(text, name):
    return name.title() if text[:1].isupper() else name


def corrected(text: str, parsed: ParsedQuery, edition: str) -> str:
    """The typed text with words corrected that no statement has; "" if none can be.

    Only the search index knows which words there are.
    """
    searcher = reader.searcher_at(edition)
    if searcher is None:
        return ""
    try:
        with reader.marking_damage():
            spellings = {
                word: _spelling(word, searcher, edition)
                for word in _unknown_words(parsed, searcher)
            }
    except DamagedIndexError:
        return ""
    better = text
    for word, spelling in spellings.items():
        if spelling:
            pattern = rf"(?<!\w){re.escape(word)}(?!\w)"
            fitting = partial(_like, spelling)
            better = re.sub(pattern, fitting, better, flags=re.I)
    return better if better != text else ""


def _like(spelling, match):
    """A spelling with the capital letter of the word that it replaces."""
    return spelling.capitalize() if match[0][:1].isupper() else spelling


def _unknown_words(parsed: ParsedQuery, searcher: Searcher) -> list[str]:
    """The words of a query that are in no statement, without digits, the first few."""
    long_words = [
        word
        for leaf in parsed.leaves()
        if isinstance(leaf, Words) and not leaf.key
        for word in words(leaf.text)
        if MIN_LETTERS <= len(word) <= MAX_LETTERS and word.isalpha()
    ]
    unknown = (word for word in dict.fromkeys(long_words) if not _is_known(word, searcher))
    return list(unknown)[:MAX_WORDS]


def _is_known(word, searcher):
    return any(
        searcher.doc_freq(field, stem) for field in TEXT_FIELDS for stem in stems_in(field, word)
    )


def _spelling(word: str, searcher: Searcher, edition: str) -> str:
    """The most frequent of the known words with a similar spelling, or ""."""
    counts = Counter(_words_near(word, searcher))
    counts.update({part: 1 for key in record_names_at(edition).by_key for part in key.split()})
    close = get_close_matches(word, counts, 3, MIN_SIMILARITY)
    return max(close, key=lambda other: (counts[other] > 1, -close.index(other)), default="")


def _words_near(word: str, searcher: Searcher) -> Iterable[str]:
    """The words of the statements that have a word with one or two other letters."""
    distance = 2 if len(word) >= LONG else 1
    query = Query.fuzzy_term_query(SCHEMA, "plain", word, distance=distance)
    hits = searcher.search(query, MAX_READ, count=False).hits
    pks = searcher.fast_field_values("pk", [address for _score, address in hits])
    for text, summary in Statement.objects.filter(pk__in=pks).values_list("text", "summary"):
        yield from words(f"{text} {summary}")
