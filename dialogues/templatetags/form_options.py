"""The selects in the forms of the analyses."""

from collections.abc import Mapping
from typing import NamedTuple

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from dialogues.filters.base import LenientFilterSet

register = template.Library()


class FormField(NamedTuple):
    """A filter key in a form: its label, {value: label} of its options, and the selected value."""

    label: str
    labels: Mapping[str, str]
    value: str


@register.simple_tag
def options(labels: Mapping[str, str], *selected: str) -> SafeString:
    """The options of a select.

    Some have hundreds, four times on a page: a template loop took longer than the analysis.
    """
    attribute = {True: " selected", False: ""}
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, attribute[value in selected], label) for value, label in labels.items()),
    )


@register.simple_tag
def form_field(filterset: LenientFilterSet, key: str) -> FormField:
    """The FormField of a filter key; its value is empty if none is applied."""
    value = filterset.clock_in_use.value if key == "clock" else filterset.applied_value(key)
    return FormField(filterset.filters[key].label, filterset.form.fields[key].labels, value)
