"""A parsed query and filters as a tantivy query."""

from collections.abc import Collection, Iterable, Mapping

from tantivy import Occur, Query

from dialogues.choices import Clock
from dialogues.index.schema import (
    GROUP_FIELDS,
    KEYED_FIELDS,
    SCHEMA,
    TEXT_FIELDS,
    stems_in,
)
from dialogues.search.query_parser import (
    All,
    Either,
    Expanded,
    Node,
    ParsedQuery,
    Prefix,
    Value,
    Words,
)
from dialogues.snapshot.name_index import NameIndex


def to_query(
    filters: Mapping[str, Collection[str]],
    parsed: ParsedQuery,
    name_index: NameIndex,
    clock: Clock = Clock.EITHER,
) -> Query:
    """The query for filters, {key: values}, and words. The clock applies to the group filter."""
    parts = [
        (Occur.Must, _with_one_of(key, values, name_index, clock))
        for key, values in filters.items()
    ]
    if parsed.wanted:
        parts.append((Occur.Must, _node_query(parsed.wanted, name_index)))
    parts += [(Occur.MustNot, _node_query(node, name_index)) for node in parsed.excluded]
    if not any(occur == Occur.Must for occur, _query in parts):
        parts.append((Occur.Must, Query.all_query()))
    return parts[0][1] if len(parts) == 1 else Query.boolean_query(parts)


def _with_one_of(key, values, name_index, clock=Clock.EITHER):
    """Statements with one of these values of a filter key; all have the same weight."""
    field = GROUP_FIELDS[clock] if key == "group" else key
    if key == "group" and clock == Clock.TODAY:
        values = {member for slug in values for member in name_index.members_today(slug)}
    elif key == "group":
        values = [name_index.group_keys[slug] for slug in values]
    if not values:
        return Query.empty_query()
    return Query.const_score_query(Query.term_set_query(SCHEMA, field, list(values)), 1.0)


def _node_query(node: Node, name_index: NameIndex) -> Query:
    match node:
        case All(parts):
            return _joined(Occur.Must, [_node_query(part, name_index) for part in parts])
        case Either(parts):
            return _joined(Occur.Should, [_node_query(part, name_index) for part in parts])
        case Expanded(original, expansions):
            nodes = (original, *expansions)
            return _joined(Occur.Should, [_node_query(each, name_index) for each in nodes])
        case Value(key, _text, values):
            return _with_one_of(key, values, name_index)
        case Prefix(letters):
            return Query.regex_query(SCHEMA, "plain", letters + ".*")
        case Words(text, key) if key:
            return _phrase_query(KEYED_FIELDS[key], text)
        case Words(text):
            return _joined(Occur.Should, (_weighted(text, field) for field in TEXT_FIELDS))


def _weighted(text, field):
    query, weight = _phrase_query(field, text), TEXT_FIELDS[field]
    return query if weight == 1 else Query.boost_query(query, weight)


def _phrase_query(field, text):
    """Statements with the words of a text in a row, in one field."""
    words = stems_in(field, text)
    if len(words) == 1:
        return Query.term_query(SCHEMA, field, words[0], index_option="freq")
    return Query.phrase_query(SCHEMA, field, words)


def _joined(occur: Occur, queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(occur, query) for query in queries])
