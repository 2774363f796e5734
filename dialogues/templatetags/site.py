"""Tags for every page: menu, edition, style sheets, canonical address and linked data."""

import json
from datetime import datetime
from functools import cache
from typing import NamedTuple
from urllib.parse import urlencode

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from dialogues.querysets.editions import NOTHING_YET

register = template.Library()

# With these escaped, no text can end the script element.
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}

MAIN_MENU = (
    ("primer", _("R2P")),
    ("statement-list", _("Statements")),
    ("dialogue-list", _("Dialogues")),
    ("state-list", _("States")),
    ("group-list", _("Groups")),
    ("theme-list", _("Themes")),
    ("vote-list", _("Votes")),
    ("analysis", _("Analysis")),
    ("source-list", _("Sources")),
    ("about", _("About")),
)

ANALYSIS_MENU = (
    ("analysis", _("Overview")),
    ("coverage", _("Who spoke")),
    ("map", _("Map")),
    ("joint", _("Who spoke for whom")),
    ("series", _("Attendance")),
    ("compare", _("Compare")),
    ("commitment", _("Do members speak?")),
    ("theme-years", _("Themes")),
    ("figure-list", _("Figures")),
)
# The key that a group has on these pages, to go from one to the other with it.
GROUP_KEYS = {"coverage": "group", "series": "group", "compare": "side", "commitment": "group"}


class MenuItem(NamedTuple):
    """A link of a menu. `current` is "page" on that page, "true" below it, "" elsewhere."""

    label: str
    url: str
    current: str


class CurrentEdition(NamedTuple):
    """The edition of the collection that a page shows."""

    number: str
    made_at: datetime


@register.simple_tag(takes_context=True)
def main_menu(context):
    """[MenuItem] of the main menu."""
    path = context["request"].path
    return [MenuItem(label, url, _current(path, url)) for label, url in _menu_addresses()]


@cache
def _menu_addresses():
    """[(label, address)]. Cached, because every page needs them and reverse() is slow."""
    return [(label, reverse(name)) for name, label in MAIN_MENU]


def _current(path, url):
    if path == url:
        return "page"
    if path in _analysis_addresses():
        return "true" if url == reverse("analysis") else ""
    return "true" if path.startswith(url) else ""


@register.simple_tag(takes_context=True)
def analysis_menu(context):
    """[MenuItem] of the analyses, each for the group that this page is about."""
    request = context["request"]
    group = request.GET.get("group", "")
    return [
        MenuItem(label, url + _for_group(name, group), "page" if request.path == url else "")
        for (name, label), url in zip(ANALYSIS_MENU, _analysis_addresses(), strict=True)
    ]


def _for_group(name, group):
    """The query string of an analysis for a group; "" without one."""
    return f"?{urlencode({GROUP_KEYS[name]: group})}" if group and name in GROUP_KEYS else ""


@cache
def _analysis_addresses():
    return [reverse(name) for name, _label in ANALYSIS_MENU]


@register.simple_tag(takes_context=True)
def current_edition(context):
    """The CurrentEdition; None before the first publication."""
    stamp = getattr(context["request"], "edition", NOTHING_YET)
    number, _space, made_at = stamp.partition(" ")
    return CurrentEdition(number, datetime.fromisoformat(made_at)) if made_at else None


@register.simple_tag
def component_styles(*names):
    """Links to the style sheets of these components, files of static/css/components/."""
    link = '<link rel="stylesheet" href="{}">'
    return format_html_join("\n", link, ((static(f"css/components/{name}.css"),) for name in names))


@register.simple_tag
def json_ld(data):
    """A script element with linked data (JSON-LD)."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 see above


@register.simple_tag(takes_context=True)
def canonical(context, query=""):
    """The canonical address of this page: without the query, unless one is given."""
    request = context["request"]
    return request.build_absolute_uri(request.path + query.removesuffix("?"))


@register.simple_tag(takes_context=True)
def oembed_address(context, address):
    """Where other sites ask how to show a page in a frame."""
    path = f"{reverse('oembed')}?{urlencode({'url': address})}"
    return context["request"].build_absolute_uri(path)


@register.filter
def highwire_day(issued):
    """2017-09-06 as Highwire tags write it: 2017/09/06."""
    return issued.replace("-", "/")


@register.filter
def value_of(values, key):
    """The value of a key in a mapping, which a template cannot look up by a variable."""
    return values[key]
