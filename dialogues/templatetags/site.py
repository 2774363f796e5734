"""Tags for every page: menu, edition, style sheets, canonical address and linked data."""

import json
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from dialogues.querysets.editions import NOTHING_YET

register = template.Library()

# With these escaped, no text can end the script element.
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}


class CurrentEdition(NamedTuple):
    """The edition of the collection that a page shows."""

    number: str
    made_at: datetime


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
def absolute(context, *parts):
    """The address of this site with a path in parts."""
    return context["request"].build_absolute_uri("".join(parts))


@register.simple_tag(takes_context=True)
def oembed_address(context, address):
    """Where other sites ask how to show a page in a frame."""
    path = f"{reverse('oembed')}?{urlencode({'url': address})}"
    return context["request"].build_absolute_uri(path)


@register.simple_tag
def data_licence():
    """The name of the licence of the data, as the operator sets it; "" for none."""
    return settings.DATA_LICENCE


@register.filter
def text_address(address):
    """The address of a page's plain text: /states/peru.md for /states/peru/."""
    return f"{address.rstrip('/')}.md"


@register.filter
def json_address(page):
    """/states/peru.json, of the record at /states/peru/."""
    return f"{page.rstrip('/')}.json"


@register.filter
def highwire_day(issued):
    """2017-09-06 as Highwire tags write it: 2017/09/06."""
    return issued.replace("-", "/")


@register.filter
def value_of(values, key):
    """The value of a key in a mapping, which a template cannot look up by a variable."""
    return values[key]
