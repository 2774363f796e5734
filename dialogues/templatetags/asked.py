"""What a page that computes something can be asked."""

from typing import NamedTuple

from django import template

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
