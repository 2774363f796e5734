"""Finds the statements that share most words with a text: candidates for a closer comparison.

dialogues.text.quotation_match then compares each candidate word by word.
"""

from collections.abc import Iterator
from typing import cast

from django.db.models import Q
from tantivy import Occur, Query

from dialogues.index import reader
from dialogues.index.schema import (
    SCHEMA,
    DamagedIndexError,
    stems_in,
)
from dialogues.index.schema import words as plain_words
from dialogues.models import Statement
from dialogues.text.normalise import SIGN

# The longest words are the rarest and say the most.
MAX_WORDS = 10
MIN_WORD_LETTERS = 3
FIELDS = ("said", "said_es", "said_fr", "summary")
# Words in a row say more than single words: without them a short text would outrank a long one.
ROW_LENGTH = 3
MAX_ROWS = 12
ROW_WEIGHT = 10.0
# Rows read from the database for each one returned.
DATABASE_ROWS_EACH = 50


def most_similar(text: str, edition: str, limit: int) -> list[int]:
    """The keys of the published statements most similar to a text, best match first."""
    words = _longest_words(text)
    if not words:
        return []
    searcher = reader.searcher_at(edition)
    if searcher is None:
        return _from_database(words, limit)
    query = Query.boolean_query([(Occur.Should, part) for part in _queries(text, words)])
    try:
        with reader.marking_damage():
            hits = searcher.search(query, limit, count=False).hits
            pks = searcher.fast_field_values("pk", [address for _score, address in hits])
            return cast("list[int]", pks)
    except DamagedIndexError:
        return _from_database(words, limit)


def _queries(text, words) -> Iterator[Query]:
    """A query for each word in each field, and for each row of words in each field."""
    for field in FIELDS:
        for stem in {stem for word in words for stem in stems_in(field, word)}:
            yield Query.term_query(SCHEMA, field, stem, index_option="freq")
        for row in _rows(stems_in(field, text)):
            yield Query.boost_query(Query.phrase_query(SCHEMA, field, row), ROW_WEIGHT)


def _rows(all_stems):
    """Stems in a row, taken evenly from the whole text."""
    starts = range(len(all_stems) - ROW_LENGTH + 1)
    step = max(1, len(starts) // MAX_ROWS)
    return [all_stems[at : at + ROW_LENGTH] for at in starts[::step][:MAX_ROWS]]


def _longest_words(text):
    words = {
        word for word in plain_words(text) if len(word) >= MIN_WORD_LETTERS or SIGN.match(word)
    }
    return sorted(words, key=lambda word: (-len(word), word))[:MAX_WORDS]


def _from_database(words, limit):
    """The statements that contain most of the words, compared letter by letter."""
    condition = Q()
    for word in words:
        condition |= Q(text__icontains=word) | Q(summary__icontains=word)
    matches = Statement.objects.published().filter(condition)
    rows = matches.values_list("pk", "text", "summary")[: DATABASE_ROWS_EACH * limit]
    ranked = sorted(rows, key=lambda row: -_count_within(words, f"{row[1]} {row[2]}".casefold()))
    return [pk for pk, _text, _summary in ranked[:limit]]


def _count_within(words, text):
    return sum(word in text for word in words)
