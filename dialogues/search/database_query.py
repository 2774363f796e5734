"""A parsed query as a database condition, for when the index cannot answer: letters are compared.

There are no stems here, and SQLite ignores the case of ASCII letters only.
"""

from functools import partial, reduce
from operator import and_, or_

from django.db.models import Q

from dialogues.models import Statement
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
from dialogues.statement_filters import FILTER_KEYS

# The columns that a key searches for words.
COLUMNS = {"note": "editor_note", "dialogue": "dialogue__title"}


def build_q(parsed: ParsedQuery) -> Q:
    """The condition that a statement matches a query."""
    wanted = _condition(parsed.wanted) if parsed.wanted else Q()
    return reduce(and_, [~Q(pk__in=_matches(node)) for node in parsed.excluded], wanted)


def _matches(node):
    return Statement.objects.filter(_condition(node)).values("pk")


def _condition(node: Node) -> Q:
    match node:
        case All(parts):
            return reduce(and_, map(_condition, parts))
        case Either(parts):
            return reduce(or_, map(_condition, parts))
        case Expanded(original, expansions):
            return reduce(or_, map(_condition, expansions), _condition(original))
        case Words(letters, key) if key:
            return Q(**{f"{COLUMNS[key]}__icontains": letters})
        case Prefix(letters) | Words(letters):
            return Statement.objects.letters_condition(letters)
        case Value(key, _text, values):
            return VALUES[key](values)


def _values_condition(key, values):
    """The condition that a statement has one of the values of a FilterKey."""
    if key.condition:
        return getattr(Statement.objects, key.condition)(values)
    return Q(**{f"{key.column}__in": values})


VALUES = {
    name: partial(_values_condition, key) for name, key in FILTER_KEYS.items() if key.is_typed
}
