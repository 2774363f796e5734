"""What every page carries: the ways in, and the edition of the collection it shows."""

import json
from datetime import datetime
from functools import cache
from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from dialogues.querysets.editions import NOTHING_YET

register = template.Library()

ENDING = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}

MAIN_WAYS = (
    ("statement-list", _("Statements")),
    ("dialogue-list", _("Dialogues")),
    ("state-list", _("States")),
    ("group-list", _("Groups")),
    ("theme-list", _("Themes")),
    ("figure-list", _("Figures")),
    ("analysis", _("Analysis")),
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


@register.simple_tag
def json_ld(data):
    """Linked data in the head of a page; nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False).translate(ENDING)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 see above


@register.simple_tag(takes_context=True)
def canonical(context, query=""):
    """The one address of this page: without what only says where a visitor came from."""
    request = context["request"]
    return request.build_absolute_uri(request.path + query.removesuffix("?"))


@register.filter
def highwire_day(issued):
    """2017-09-06 as reference managers read it: 2017/09/06."""
    return issued.replace("-", "/")
