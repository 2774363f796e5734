"""What is recorded of a state in a dialogue, in one short word of a table."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from dialogues.analysis.commitment import CommitmentStatus
from dialogues.analysis.coverage import CoverageStatus

register = template.Library()

# What each means is in the legend. What is not known is no silence.
MARKS = {
    CoverageStatus.OWN: _("own"),
    CoverageStatus.BOTH: _("both"),
    CoverageStatus.NAMED: _("named"),
    CoverageStatus.ALIGNED: _("aligned"),
    CoverageStatus.INSCRIBED: _("inscr."),
    CoverageStatus.UNHEARD: _("unheard"),
    CoverageStatus.ROLE: _("role"),
    CoverageStatus.DISSOCIATED: _("apart"),
    CoverageStatus.MEMBER: _("group"),
    CoverageStatus.NOTHING: "–",
    CoverageStatus.UNKNOWN: "?",
    CoverageStatus.NOT_MEMBER: _("not yet"),
    CoverageStatus.NOT_HELD: _("not held"),
    CoverageStatus.OUTSIDE: "·",
}
WORDS = {
    CommitmentStatus.MENTIONED: _("theme"),
    CommitmentStatus.SPOKE: _("spoke"),
    CommitmentStatus.THROUGH: _("group"),
    CommitmentStatus.OTHER: _("other"),
    CommitmentStatus.SILENT: "–",
    CommitmentStatus.UNKNOWN: "?",
    CommitmentStatus.OUTSIDE: "·",
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
    return WORDS[mark] if isinstance(mark, CommitmentStatus) else MARKS[mark]
