"""Redirects for addresses with a name or a former slug in place of a slug: theme=veto.

Also for addresses with another key than ours: /compare/?state=france&state=china.
"""

from django.apps import apps
from django.http import QueryDict

from dialogues.filters.querystring import address_of
from dialogues.models import Redirection


def canonical_query(filterset):
    """The same query string with these names and keys replaced; None if that changes nothing."""
    if any(key in filterset.KEY_ALIASES for key in filterset.data):
        return address_of(_with_our_keys(filterset))
    filterset.form.is_valid()
    data = filterset.data.copy()
    for key, value_filter in filterset.filters.items():
        if records := getattr(value_filter, "records", None):
            field = filterset.form.fields[key]
            slugs = {name: _slug_of(name, records, field.labels) for name in field.refused}
            if any(slugs.values()):
                values = [slugs.get(text.strip()) or text for text in data.getlist(key)]
                data.setlist(key, values)
    return address_of(data) if data != filterset.data else None


def _with_our_keys(filterset):
    """The request parameters with each alias replaced by its key, in their order."""
    data = QueryDict(mutable=True)
    for key, values in filterset.data.lists():
        for value in values:
            data.appendlist(filterset.KEY_ALIASES.get(key, key), value)
    return data


def _slug_of(name, records, known):
    """The slug of the record that has this name or had this slug; None if it is not in `known`."""
    if not name.isprintable():
        return None
    return _slug_by_name(name, records, known) or _slug_by_redirect(name, records, known)


def _slug_by_name(name, records, known):
    """The slug of the record with this name, in any spelling; None if there is none."""
    if not records.model:
        return None
    matches = apps.get_model("dialogues", records.model).objects.by_name(name)
    return matches.filter(slug__in=known).values_list("slug", flat=True).first()


def _slug_by_redirect(slug, records, known):
    """The slug that replaced a former one; None if there is none."""
    old = [f"/{path}/{slug}/" for path in records.paths]
    for redirection in Redirection.objects.filter(old__in=old):
        new = Redirection.objects.follow(redirection).new.rstrip("/").rpartition("/")[2]
        if new in known:
            return new
    return None
