"""Addresses of the same list with one thing changed."""

from urllib.parse import urlencode


def address_of(data, without=(), **instead):
    """The query string with some keys removed and others set; page 1 and empty values left out."""
    pairs = [
        (key, value)
        for key, values in data.lists()
        if key not in without and key not in instead and key != "page"
        for value in values
        if value
    ]
    pairs += [(key, value) for key, value in instead.items() if value not in (None, 1)]
    return "?" + urlencode(pairs)


def toggling(data, key, value):
    """The query string that adds a value to a key, or takes it away where it is chosen."""
    changed = data.copy()
    values = changed.getlist(key)
    without = [one for one in values if one.strip() != value]
    changed.setlist(key, without if len(without) < len(values) else [*values, value])
    return address_of(changed)
