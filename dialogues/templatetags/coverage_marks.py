"""Cells and legends of the tables that show a status of each state in each dialogue."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from dialogues.analysis.coverage_status import DrawnChoices

register = template.Library()


@register.simple_tag
def legend_mark(status: DrawnChoices) -> SafeString:
    """The short label of a CoverageStatus or CommitmentStatus, as its cells show it."""
    return format_html('<span class="m-{}">{}</span>', status.value, status.short_label)


@register.simple_tag
def cells(statuses: Sequence[DrawnChoices]) -> SafeString:
    """A row of statuses as cells. A page has thousands: each kind is written once."""
    written = {
        status: f'<td class="m-{status.value}">{status.short_label}</td>'
        for status in set(statuses)
    }
    return mark_safe("".join(written[status] for status in statuses))  # noqa: S308 our own labels
