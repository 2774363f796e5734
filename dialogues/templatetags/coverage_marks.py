"""What is recorded of a state in a dialogue, in one short word of a table."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from dialogues.analysis.commitment import Word
from dialogues.analysis.coverage import Mark

register = template.Library()

# What each means is in the legend. What is not known is no silence.
MARKS = {
    Mark.OWN: _("own"),
    Mark.BOTH: _("both"),
    Mark.NAMED: _("named"),
    Mark.ALIGNED: _("aligned"),
    Mark.INSCRIBED: _("inscr."),
    Mark.UNHEARD: _("unheard"),
    Mark.ROLE: _("role"),
    Mark.DISSOCIATED: _("apart"),
    Mark.MEMBER: _("group"),
    Mark.NOTHING: "–",
    Mark.UNKNOWN: "?",
    Mark.NOT_MEMBER: _("not yet"),
    Mark.NOT_HELD: _("not held"),
    Mark.OUTSIDE: "·",
}
WORDS = {
    Word.MENTIONED: _("theme"),
    Word.SPOKE: _("spoke"),
    Word.THROUGH: _("group"),
    Word.OTHER: _("other"),
    Word.SILENT: "–",
    Word.UNKNOWN: "?",
    Word.OUTSIDE: "·",
}


@register.simple_tag
def legend_mark(mark):
    """The short word of a Mark or Word, as the legend shows it."""
    return format_html('<span class="m-{}">{}</span>', mark.value, _short(mark))


@register.simple_tag
def cells(marks):
    """A row of Marks or Words as cells. There are thousands on a page: each kind is made once."""
    written = {mark: _cell(mark) for mark in set(marks)}
    return mark_safe("".join(written[mark] for mark in marks))  # noqa: S308 made of our words


def _cell(mark):
    return f'<td class="m-{mark.value}">{_short(mark)}</td>'


def _short(mark):
    return WORDS[mark] if isinstance(mark, Word) else MARKS[mark]
