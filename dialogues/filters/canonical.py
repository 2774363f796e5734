"""An address that says a name, or a slug that is no more, where a slug belongs: theme=veto."""

from dialogues.filters.querystring import address_of
from dialogues.models import Participant, Redirection, Theme

# Keys whose values are slugs of records that have other names.
NAMED = {
    "theme": Theme,
    "group": Participant,
    "state": Participant,
    "represented": Participant,
    "situation": Participant,
    "speaker": Participant,
    "side": Participant,
    "initiative": Theme,
}
# Where the records of each key have their pages, and left word of an older slug.
PLACES = {
    "theme": ("themes",),
    "group": ("groups", "organizations"),
    "state": ("states",),
    "represented": ("states",),
    "situation": ("states",),
    "speaker": ("states", "groups", "organizations", "people"),
    "dialogue": ("dialogues",),
    "side": ("states", "groups", "organizations"),
    "initiative": ("themes",),
}


def canonical_query(filterset):
    """The same address with each name replaced by its slug; None where there is none to replace."""
    filterset.form.is_valid()
    data = filterset.data.copy()
    for key in PLACES.keys() & filterset.filters.keys():
        field = filterset.form.fields[key]
        slugs = {name: _slug(key, name, field.labels) for name in field.refused}
        if any(slugs.values()):
            data.setlist(key, [slugs.get(one.strip()) or one for one in data.getlist(key)])
    return address_of(data) if data != filterset.data else None


def _slug(key, name, known):
    """The slug of the one record of this name, in any spelling, or that had this slug, if the
    filter knows it."""
    if not name.isprintable():
        return None
    if key in NAMED:
        named = NAMED[key].objects.named(name).filter(slug__in=known)
        if found := named.values_list("slug", flat=True).first():
            return found
    return _slug_now(key, name, known)


def _slug_now(key, slug, known):
    """The slug that stands for one that is no more."""
    old = [f"/{place}/{slug}/" for place in PLACES[key]]
    for found in Redirection.objects.filter(old__in=old):
        new = Redirection.objects.follow(found).new.rstrip("/").rpartition("/")[2]
        if new in known:
            return new
    return None
