"""Short texts of statements, and lists of links."""

from django import template
from django.utils.html import format_html_join

register = template.Library()

MAX_LENGTH = 110  # characters


@register.simple_tag
def begins(statement):
    """The beginning of a statement's first quotation, or else of its summary.

    The ellipsis is outside the quotation marks: inside, it would be part of the source's text.
    """
    if statement.quotations:
        words, rest = _cut(statement.quotations[0])
        return f"“{words}”{rest}"
    return "".join(_cut(statement.summary))


def _cut(text):
    """(the first words of a text, " …" if it goes on)."""
    if len(text) <= MAX_LENGTH:
        return text, ""
    words, _space, _rest = text[: MAX_LENGTH + 1].rpartition(" ")
    return words or text[:MAX_LENGTH], " …"


@register.simple_tag
def linked(records):
    """Links to records, separated by commas."""
    links = [(record.get_absolute_url(), record) for record in records]
    return format_html_join(", ", '<a href="{}">{}</a>', links)
