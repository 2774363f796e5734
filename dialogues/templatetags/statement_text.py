"""The words of a statement in brief."""

from django import template
from django.utils.html import format_html_join

register = template.Library()

# How many letters of a statement are shown in brief, at most.
BRIEF = 110


@register.simple_tag
def begins(statement):
    """How a statement begins: its first quotation, or else its summary.

    What is left out is marked outside the quotation marks: inside, it would be the source's mark.
    """
    if statement.quotations:
        words, rest = _cut(statement.quotations[0])
        return f"“{words}”{rest}"
    return "".join(_cut(statement.summary))


def _cut(text):
    """The first words of a text, and the mark that there are more."""
    if len(text) <= BRIEF:
        return text, ""
    words, _space, _rest = text[: BRIEF + 1].rpartition(" ")
    return words or text[:BRIEF], " …"


@register.simple_tag
def linked(records):
    """Records as links, with commas between."""
    pairs = [(one.get_absolute_url(), one) for one in records]
    return format_html_join(", ", '<a href="{}">{}</a>', pairs)
