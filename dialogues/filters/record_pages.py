"""A page of the records of a kind, for programs: `limit` records from a token.

A token holds the edition and the key of the record before or after it, so records are neither
skipped nor repeated. It is of no use in another edition.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from dialogues.http.urls import record_key

DEFAULT_LIMIT, MAX_LIMIT = 100, 500
AFTER, BEFORE = ">", "<"
PAGE_KEYS = ("limit", "page")


class PageToken(NamedTuple):
    """Where a page begins or ends: after or before the record with a key, in an edition."""

    edition: str
    direction: str
    key: str

    def encoded(self) -> str:
        return urlsafe_b64encode("|".join(self).encode()).decode().rstrip("=")


class RecordPage(NamedTuple):
    """Records or their keys, in order, and the tokens of the pages around; None for none."""

    records: list
    previous: PageToken | None
    next: PageToken | None


def read_token(text: str, field: str) -> PageToken | None:
    """The PageToken of a text, for records with this unique field; None for any other text."""
    try:
        parts = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split("|", 2)
        token = PageToken(*parts)
    except (binascii.Error, UnicodeError, TypeError, ValueError):
        return None
    is_key = token.key.isprintable() and (field != "pk" or record_key(token.key) is not None)
    is_token = token.direction in (AFTER, BEFORE) and token.encoded() == text
    return token if is_key and is_token else None


def read_limit(params: QueryDict) -> tuple[int, list[str]]:
    """(how many records a page has, problems)."""
    twice = [key for key in PAGE_KEYS if len(params.getlist(key)) > 1]
    if twice:
        return DEFAULT_LIMIT, [_("Give one %s.") % key for key in twice]
    text = params.get("limit", str(DEFAULT_LIMIT))
    if text.isascii() and text.isdecimal() and len(text) < 5 and 1 <= int(text) <= MAX_LIMIT:
        return int(text), []
    return DEFAULT_LIMIT, [_("limit is a number from 1 to %s.") % MAX_LIMIT]


def record_page(
    records: QuerySet, key: str, limit: int, token: PageToken | None, edition: str
) -> RecordPage:
    """The page after or before a token, by default the first. `key` is the unique field."""
    backwards = token is not None and token.direction == BEFORE
    if token:
        records = records.filter(**{f"{key}__{'lt' if backwards else 'gt'}": token.key})
    rows = list(records.order_by(f"-{key}" if backwards else key)[: limit + 1])
    has_more, rows = len(rows) > limit, rows[:limit]
    if backwards:
        rows.reverse()
    has_previous, has_next = (has_more, True) if backwards else (token is not None, has_more)
    if not rows:
        return RecordPage([], None, None)
    first, last = (str(getattr(row, key)) for row in (rows[0], rows[-1]))
    return RecordPage(
        rows,
        PageToken(edition, BEFORE, first) if has_previous else None,
        PageToken(edition, AFTER, last) if has_next else None,
    )


def slice_page(keys: Sequence[int], start: int, limit: int, edition: str) -> RecordPage:
    """The page of a sequence of keys that begins at a place; the tokens have places too."""
    if start >= len(keys):
        return RecordPage([], None, None)
    before, after = max(start - limit, 0), start + limit
    return RecordPage(
        list(keys[start:after]),
        PageToken(edition, AFTER, str(before)) if start else None,
        PageToken(edition, AFTER, str(after)) if after < len(keys) else None,
    )
