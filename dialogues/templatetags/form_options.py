"""What a page that computes something can be asked."""

from typing import NamedTuple

from django import template
from django.utils.html import format_html_join

register = template.Library()


class Choice(NamedTuple):
    """One key of the address: what it is called, what can be chosen, and what is ("" if none)."""

    label: str
    labels: dict[str, str]
    one: str


@register.simple_tag
def options(labels, *chosen):
    """The options of a select. Some have hundreds, four times on a page: a loop of the template
    took longer than what the page computes."""
    marked = {True: " selected", False: ""}
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, marked[value in chosen], label) for value, label in labels.items()),
    )


@register.simple_tag
def choice(filterset, key):
    """The Choice of a key of a FilterSet."""
    one = filterset.clock_now.value if key == "clock" else filterset.applied_value(key)
    return Choice(filterset.filters[key].label, filterset.form.fields[key].labels, one)
