"""What every page carries: the ways in, and the edition of the collection it shows."""

from datetime import datetime
from functools import cache
from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dialogues.querysets.editions import NOTHING_YET

register = template.Library()

MAIN_WAYS = (
    ("statement-list", _("Statements")),
    ("dialogue-list", _("Dialogues")),
    ("state-list", _("States")),
    ("group-list", _("Groups")),
    ("theme-list", _("Themes")),
    ("figure-list", _("Figures")),
    ("source-list", _("Sources")),
    ("about", _("About")),
)


class Way(NamedTuple):
    """A link of the main menu; `current` is "page" on that page, "true" on one below it."""

    label: str
    url: str
    current: str


class EditionNow(NamedTuple):
    """The edition of the collection that a page shows."""

    number: str
    made_at: datetime


@register.simple_tag(takes_context=True)
def main_ways(context):
    """A Way for each part of the site."""
    path = context["request"].path
    return [Way(label, url, _current(path, url)) for label, url in _main_urls()]


@cache
def _main_urls():
    """(label, address) of each part: every page has them, and looking them up takes longer."""
    return [(label, reverse(name)) for name, label in MAIN_WAYS]


def _current(path, url):
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


@register.simple_tag(takes_context=True)
def edition_now(context):
    """The EditionNow of the page; None while nothing has been published."""
    stamp = getattr(context["request"], "edition", NOTHING_YET)
    number, _space, made_at = stamp.partition(" ")
    return EditionNow(number, datetime.fromisoformat(made_at)) if made_at else None
