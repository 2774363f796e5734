"""The statements that have most of some words in common."""

from django.db.models import Q
from tantivy import Occur, Query

from dialogues.index import reader
from dialogues.index.schema import (
    SCHEMA,
    DamagedIndexError,
    panics_as_errors,
    stems,
)
from dialogues.index.schema import words as plain_words
from dialogues.models import Statement

# The longest words are the rarest, and say the most.
MOST_WORDS = 10
SHORTEST = 3  # letters
FIELDS = ("said", "summary")
# Three words in a row say more than any word: a long text is not outdone by a short one.
IN_A_ROW = 3
MOST_ROWS = 12
WEIGHT_OF_A_ROW = 10.0


def most_similar(text, edition, most):
    """The database keys of published statements that are the most like a text, the likest first."""
    wanted = _longest(text)
    if not wanted:
        return []
    searcher = reader.searcher_at(edition)
    if searcher is None:
        return _from_database(wanted, most)
    query = Query.boolean_query([(Occur.Should, one) for one in _queries(text, wanted)])
    try:
        with panics_as_errors():
            found = searcher.search(query, most, count=False)
            return searcher.fast_field_values("pk", [address for _score, address in found.hits])
    except (DamagedIndexError, OSError, ValueError) as error:
        reader.mark_unreadable(error)
        return _from_database(wanted, most)


def _queries(text, wanted):
    """One for each word in each field, and one for each of some words in a row."""
    for stem in {stem for word in wanted for stem in stems(word)}:
        for field in FIELDS:
            yield Query.term_query(SCHEMA, field, stem, index_option="freq")
    for row in _rows(stems(text)):
        for field in FIELDS:
            yield Query.boost_query(Query.phrase_query(SCHEMA, field, row), WEIGHT_OF_A_ROW)


def _rows(stemmed):
    """Words in a row, taken evenly from the whole of a text."""
    starts = range(len(stemmed) - IN_A_ROW + 1)
    step = max(1, len(starts) // MOST_ROWS)
    return [stemmed[at : at + IN_A_ROW] for at in starts[::step][:MOST_ROWS]]


def _longest(text):
    words = {word for word in plain_words(text) if len(word) >= SHORTEST}
    return sorted(words, key=lambda word: (-len(word), word))[:MOST_WORDS]


def _from_database(wanted, most):
    """Those with the most of the words, letter by letter."""
    condition = Q()
    for word in wanted:
        condition |= Q(text__icontains=word) | Q(summary__icontains=word)
    found = Statement.objects.published().filter(condition)
    rows = found.values_list("pk", "text", "summary")[: 50 * most]
    ranked = sorted(rows, key=lambda row: -_number_of(wanted, f"{row[1]} {row[2]}".casefold()))
    return [pk for pk, _text, _summary in ranked[:most]]


def _number_of(wanted, text):
    return sum(word in text for word in wanted)
