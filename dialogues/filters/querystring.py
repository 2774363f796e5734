"""Addresses of the same list with one thing changed."""

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote_plus, urlencode

from django.urls import reverse


class Option(NamedTuple):
    """One of several ways to show a list, with its address."""

    label: str
    url: str
    is_current: bool


def address_of(params, without=(), **changes):
    """The query string with some keys removed and others set.

    The page number, unless it is set, and empty values are left out.
    """
    pairs = fields_of(params, without=[*without, *changes])
    pairs += [(key, value) for key, value in changes.items() if value not in (None, 1)]
    return "?" + urlencode(pairs)


def fields_of(params, without=()):
    """(key, value) of each parameter but the page number and empty ones, without some keys."""
    return [(key, value) for key, value in _pairs(params) if key not in without]


def params_without(params, key, value):
    """A copy of the request parameters without one value of one key."""
    params = params.copy()
    params.setlist(key, [text for text in params.getlist(key) if text.strip() != value])
    return params


def statements_at(**keys):
    """The address of the statement list with these keys; a key whose value is None is left out."""
    query = urlencode({key: value for key, value in keys.items() if value is not None})
    return f"{reverse('statement-list')}?{query}"


def clocks_of(filterset):
    """An Option for each clock that the address may name."""
    default = filterset.default_clock
    return [
        Option(
            label,
            address_of(filterset.data, clock=None if value == default else value),
            value == filterset.clock_in_use,
        )
        for value, label in filterset.filters["clock"].extra["labels"].items()
    ]


def toggler(params, key):
    """A function from a value to the query string that adds the value, or removes it if applied.

    The rest of the query string is encoded once: a page has hundreds of these links.
    """
    pairs = list(_pairs(params))
    applied = {value.strip() for name, value in pairs if name == key}
    # A new value goes after the other values of the key, or at the end.
    end = max((at for at, (name, _) in enumerate(pairs, 1) if name == key), default=len(pairs))
    before, after = urlencode(pairs[:end]), urlencode(pairs[end:])
    start = "?" + (before + "&" if before else "") + key + "="
    rest = "&" + after if after else ""

    def toggle(value):
        if value in applied:
            return address_of(params_without(params, key, value))
        return start + _quoted(value) + rest

    return toggle


def toggling(params, key, value):
    """The query string that adds one value to a key, or removes it if applied."""
    return toggler(params, key)(value)


# The same few hundred values are on every page.
_quoted = lru_cache(maxsize=20_000)(quote_plus)


def _pairs(params):
    """Each key with each value that is not empty; the page number is not part of the list."""
    for key, values in params.lists():
        if key != "page":
            yield from ((key, value) for value in values if value)
