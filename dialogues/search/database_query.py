"""A question as the database is asked it, while the index cannot be: letters are compared.

There are no stems here, and SQLite finds letters with accents only by the same letters.
"""

from functools import partial, reduce
from operator import and_, or_

from django.db.models import Q

from dialogues.filter_keys import FILTER_KEYS
from dialogues.models import Statement
from dialogues.search.query_parser import (
    All,
    Either,
    Expanded,
    Prefix,
    Value,
    Words,
)


def build_q(typed):
    """The condition that a statement answers what was typed."""
    wanted = _condition(typed.wanted) if typed.wanted else Q()
    return reduce(and_, [~Q(pk__in=_found(one)) for one in typed.excluded], wanted)


def _found(node):
    return Statement.objects.filter(_condition(node)).values("pk")


def _condition(node):
    match node:
        case All(parts):
            return reduce(and_, map(_condition, parts))
        case Either(parts):
            return reduce(or_, map(_condition, parts))
        case Expanded(wanted, others):
            return reduce(or_, map(_condition, others), _condition(wanted))
        case Prefix(words) | Words(words):
            return Statement.objects.letters_condition(words)
        case Value(key, _typed, values):
            return VALUES[key](values)


def _values_condition(key, values):
    """The condition that a statement has one of the values of a FilterKey."""
    if key.condition:
        return getattr(Statement.objects, key.condition)(values)
    return Q(**{f"{key.column}__in": values})


VALUES = {
    name: partial(_values_condition, key) for name, key in FILTER_KEYS.items() if key.is_typed
}
