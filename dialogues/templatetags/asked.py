"""What a page that computes something can be asked."""

from typing import NamedTuple

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from dialogues.analytics.commitment import Word
from dialogues.analytics.coverage import Mark

register = template.Library()


class Choice(NamedTuple):
    """One key of the address: what it is called, what can be chosen, and what is."""

    label: str
    labels: dict[str, str]
    chosen: list[str]


@register.simple_tag
def choice(filterset, key):
    """The Choice of a key of a FilterSet."""
    chosen = filterset.chosen(key) or ([filterset.clock_now] if key == "clock" else [])
    return Choice(filterset.filters[key].label, filterset.form.fields[key].labels, chosen)


# What stands in a cell of the ledger; what it means is in the legend. Unknown is no silence.
WORDS = {
    Mark.OWN: _("own"),
    Mark.BOTH: _("both"),
    Mark.NAMED: _("named"),
    Mark.ALIGNED: _("aligned"),
    Mark.INSCRIBED: _("inscr."),
    Mark.DISSOCIATED: _("apart"),
    Mark.MEMBER: _("group"),
    Mark.NOTHING: "–",
    Mark.UNKNOWN: "?",
    Mark.NOT_MEMBER: _("not yet"),
    Mark.OUTSIDE: "",
    Word.MENTIONED: _("theme"),
    Word.SPOKE: _("spoke"),
    Word.THROUGH: _("group"),
    Word.OTHER: _("other"),
    Word.SILENT: "–",
    Word.UNKNOWN: "?",
}


@register.simple_tag
def cell(mark):
    """The word of a mark, as the legend shows it."""
    return format_html('<span class="m-{}">{}</span>', mark.value, WORDS[mark])


@register.simple_tag
def cells(marks):
    """A row of marks as cells: thousands on a page, so each kind is written once."""
    return mark_safe("".join(_written(mark) for mark in marks))  # noqa: S308 made of our words


def _written(mark):
    return f'<td class="m-{mark.value}">{WORDS[mark]}</td>'
