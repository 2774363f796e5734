"""What a browser sends of a form it was shown."""

from datetime import date
from decimal import Decimal


def sent_by(response, **changed):
    """Every field of a desk's form as it was shown, with some changed; `None` takes one away."""
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
        return [getattr(one, "pk", one) for one in value]
    if isinstance(value, (date, Decimal)):
        return str(value)
    return {True: "on", False: None}[value] if isinstance(value, bool) else value
