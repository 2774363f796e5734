"""The request parameters of a FilterSet, as OpenAPI describes them."""

from typing import Any

from django.forms import Field
from django_filters import FilterSet

from dialogues.filters.base import ValuesField
from dialogues.filters.changed_since import SinceField
from dialogues.filters.days import PeriodLabels
from dialogues.filters.record_pages import DEFAULT_LIMIT, MAX_LIMIT
from dialogues.models import Edition

LIMIT = {
    "name": "limit",
    "in": "query",
    "description": "How many records a page has.",
    "schema": {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
}
PAGE = {
    "name": "page",
    "in": "query",
    "description": "A token of another page, from “next” or “prev”.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{4,400}$"},
}
MONTH_OR_YEAR = {"type": "string", "pattern": "^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?$"}


def parameters_of(filterset: FilterSet) -> list[dict[str, Any]]:
    """A Parameter Object for each key of a FilterSet, with the values that it takes."""
    return [_parameter(name, field) for name, field in filterset.form.fields.items()]


def path_parameter(name: str, description: str, pattern: str) -> dict[str, Any]:
    """A part of an address."""
    schema = {"type": "string", "pattern": pattern}
    return {"name": name, "in": "path", "required": True, "description": description} | {
        "schema": schema
    }


def _parameter(name, field):
    parameter = {"name": name, "in": "query", "description": f"{field.label}."}
    if isinstance(field, ValuesField) and field.max_values > 1:
        # Without any value that exists, no value can be used.
        max_items = field.max_values if field.labels else 0
        values = {"type": "array", "items": _value(field), "maxItems": max_items}
        return parameter | {"style": "form", "explode": True, "schema": values}
    return parameter | {"schema": _schema(field)}


def _schema(field: Field):
    if isinstance(field, ValuesField):
        return _value(field)
    if isinstance(field, SinceField):
        return _since()
    longest = getattr(field, "max_length", None)
    # Django's text fields refuse NUL.
    limits = {"maxLength": longest, "pattern": "^[^\\u0000]*$"} if longest else {}
    return {"type": "string"} | limits


def _value(field):
    """One value: of a list, or a date that may be a month or a year."""
    if isinstance(field.labels, PeriodLabels):
        return {"anyOf": [{"type": "string", "format": "date"}, MONTH_OR_YEAR]}
    values = [str(value) for value in field.labels]
    return {"type": "string"} | ({"enum": values} if values else {})


def _since():
    """The number of an edition, or a day."""
    last = Edition.objects.current_number()
    return {
        "anyOf": [
            {"type": "integer", "minimum": 0, "maximum": last},
            {"type": "string", "format": "date"},
        ]
    }
