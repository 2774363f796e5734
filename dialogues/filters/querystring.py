"""Addresses of the same list with one thing changed."""

from functools import lru_cache
from urllib.parse import quote_plus, urlencode

from django.urls import reverse


def address_of(data, without=(), **instead):
    """The query string with some keys removed and others set; page 1 and empty values left out."""
    pairs = [pair for pair in _pairs(data) if pair[0] not in without and pair[0] not in instead]
    pairs += [(key, value) for key, value in instead.items() if value not in (None, 1)]
    return "?" + urlencode(pairs)


def statements_at(**keys):
    """The address of the list of statements with these keys; one without a value is left out."""
    asked = urlencode({key: one for key, one in keys.items() if one is not None})
    return f"{reverse('statement-list')}?{asked}"


def clocks_of(filterset):
    """(label, address, whether it is so now) of each clock that an address may ask for."""
    said = filterset.default_clock
    return [
        (
            label,
            address_of(filterset.data, clock=None if value == said else value),
            value == filterset.clock_now,
        )
        for value, label in filterset.filters["clock"].extra["labels"].items()
    ]


def toggling(data, key, value):
    """The query string that adds a value to a key, or takes it away where it is chosen."""
    return toggler(data, key)(value)


def toggler(data, key):
    """A function from a value to its toggling address: the rest of the address is written once."""
    pairs = list(_pairs(data))
    chosen = {value.strip() for one, value in pairs if one == key}
    # Behind the values that the key has, or at the end.
    last = max((at for at, (one, _) in enumerate(pairs, 1) if one == key), default=len(pairs))
    before, after = urlencode(pairs[:last]), urlencode(pairs[last:])
    begin = "?" + (before + "&" if before else "") + key + "="
    end = "&" + after if after else ""

    def toggled(value):
        if value in chosen:
            rest = [pair for pair in pairs if (pair[0], pair[1].strip()) != (key, value)]
            return "?" + urlencode(rest)
        return begin + _quoted(value) + end

    return toggled


# The same few hundred values are on every page.
_quoted = lru_cache(maxsize=20_000)(quote_plus)


def _pairs(data):
    """Each key with each of its values that says something; the page is not part of the list."""
    for key, values in data.lists():
        if key != "page":
            yield from ((key, value) for value in values if value)
