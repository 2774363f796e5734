"""The form data that a browser sends."""

from datetime import date
from decimal import Decimal


def sent_by(response, **changed):
    """The data of an admin form as shown, with some fields changed; `None` removes a field."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    sent = {}
    for form in forms:
        for field in form:
            sent[field.html_name] = _text(field.value())
    return {name: value for name, value in (sent | changed).items() if value is not None}


def _text(value):
    if isinstance(value, (list, tuple)):
        return [getattr(item, "pk", item) for item in value]
    if isinstance(value, (date, Decimal)):
        return str(value)
    return {True: "on", False: None}[value] if isinstance(value, bool) else value
