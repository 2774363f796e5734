"""A question as the index is asked it."""

from tantivy import Occur, Query

from dialogues.choices import Clock
from dialogues.index.schema import (
    GROUP_FIELDS,
    SCHEMA,
    TEXT_FIELDS,
    stems,
)
from dialogues.search.query_parser import (
    All,
    Either,
    Expanded,
    Prefix,
    Value,
    Words,
)


def to_query(chosen, typed, name_index, clock=Clock.EITHER):
    """The query for what is chosen, {key: values}, and typed. The clock is that of the groups."""
    parts = [(Occur.Must, _among(key, values, name_index, clock)) for key, values in chosen.items()]
    if typed.wanted:
        parts.append((Occur.Must, _node(typed.wanted, name_index)))
    if typed.excluded:
        parts += [(Occur.MustNot, _node(one, name_index)) for one in typed.excluded]
    if not any(occur == Occur.Must for occur, _query in parts):
        parts.append((Occur.Must, Query.all_query()))
    return parts[0][1] if len(parts) == 1 else Query.boolean_query(parts)


def _among(key, values, name_index, clock=Clock.EITHER):
    """Statements with one of these values; they all weigh the same."""
    field = GROUP_FIELDS[clock] if key == "group" else key
    if key == "group" and clock == Clock.TODAY:
        values = {one for slug in values for one in name_index.members_today(slug)}
    elif key == "group":
        values = [name_index.group_keys[slug] for slug in values]
    if not values:
        return Query.empty_query()
    return Query.const_score_query(Query.term_set_query(SCHEMA, field, list(values)), 1.0)


def _node(node, name_index):
    match node:
        case All(parts):
            return _joined(Occur.Must, [_node(one, name_index) for one in parts])
        case Either(parts):
            return _joined(Occur.Should, [_node(one, name_index) for one in parts])
        case Expanded(wanted, others):
            found = [_node(one, name_index) for one in (wanted, *others)]
            return _joined(Occur.Should, found)
        case Value(key, _typed, values):
            return _among(key, values, name_index)
        case Prefix(letters):
            return Query.regex_query(SCHEMA, "plain", letters + ".*")
        case Words(text):
            return _words(stems(text))


def _words(stems):
    """Statements with these words in a row, in any field of text."""
    found = []
    for field, weight in TEXT_FIELDS.items():
        if len(stems) == 1:
            query = Query.term_query(SCHEMA, field, stems[0], index_option="freq")
        else:
            query = Query.phrase_query(SCHEMA, field, stems)
        found.append(query if weight == 1 else Query.boost_query(query, weight))
    return _joined(Occur.Should, found)


def _joined(occur, queries):
    return Query.boolean_query([(occur, one) for one in queries])
