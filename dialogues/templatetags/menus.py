"""The menus: of the site, of the analyses, of the pages on R2P and of those on the collection."""

from functools import cache
from typing import NamedTuple
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()

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
ABOUT_MENU = (
    ("about", _("About")),
    ("who", _("Who we are")),
    ("method", _("Method")),
    ("search-help", _("How to search")),
    ("corrections", _("Corrections")),
    ("release-list", _("Data")),
    ("api-reference", _("For programs")),
    ("privacy", _("Privacy")),
    ("accessibility", _("Accessibility")),
)
PRIMER_MENU = (
    ("primer", _("What it is")),
    ("glossary", _("Glossary")),
    ("using", _("How to use this collection")),
)


class MenuItem(NamedTuple):
    """A link of a menu. `current` is "page" on that page, "true" below it, "" elsewhere."""

    label: str
    url: str
    current: str


@register.simple_tag(takes_context=True)
def main_menu(context):
    """[MenuItem] of the main menu."""
    path = context["request"].path
    return [MenuItem(label, url, _current(path, url)) for label, url in _addresses(MAIN_MENU)]


@register.simple_tag(takes_context=True)
def analysis_menu(context):
    """[MenuItem] of the analyses, each for the group that this page is about."""
    request = context["request"]
    group = request.GET.get("group", "")
    return [
        item._replace(url=item.url + _for_group(name, group))
        for (name, _label), item in zip(ANALYSIS_MENU, _items(ANALYSIS_MENU, request), strict=True)
    ]


@register.simple_tag(takes_context=True)
def about_menu(context):
    """[MenuItem] of the pages on the collection."""
    return _items(ABOUT_MENU, context["request"])


@register.simple_tag(takes_context=True)
def primer_menu(context):
    """[MenuItem] of the pages on R2P."""
    return _items(PRIMER_MENU, context["request"])


def _items(menu, request):
    """A MenuItem for each entry; the page itself is current."""
    return [
        MenuItem(label, url, "page" if request.path == url else "")
        for label, url in _addresses(menu)
    ]


@cache
def _addresses(menu):
    """[(label, address)]. Cached, because every page needs them and reverse() is slow."""
    return [(label, reverse(name)) for name, label in menu]


def _current(path, url):
    if path == url:
        return "page"
    analyses = [address for _label, address in _addresses(ANALYSIS_MENU)]
    if path in analyses:
        return "true" if url in analyses else ""
    return "true" if path.startswith(url) else ""


def _for_group(name, group):
    """The query string of an analysis for a group; "" without a group."""
    return f"?{urlencode({GROUP_KEYS[name]: group})}" if group and name in GROUP_KEYS else ""
