"""An address that says a name where a slug belongs: state=turkey, theme=veto."""

from dialogues.filters.links import address_of
from dialogues.models import Participant, Theme

# Keys whose values are slugs of records that have other names.
NAMED = {
    "theme": Theme,
    "group": Participant,
    "state": Participant,
    "represented": Participant,
    "situation": Participant,
    "speaker": Participant,
}


def address_with_slugs(filterset):
    """The same address with each name replaced by its slug; None where there is none to replace."""
    filterset.form.is_valid()
    data = filterset.data.copy()
    for key, model in NAMED.items():
        field = filterset.form.fields[key]
        slugs = {name: _slug(model, name, field.labels) for name in field.refused}
        if any(slugs.values()):
            data.setlist(key, [slugs.get(one.strip()) or one for one in data.getlist(key)])
    return address_of(data) if data != filterset.data else None


def _slug(model, name, known):
    """The slug of the one record of this name, in any spelling, if the filter knows it."""
    if not name.isprintable():
        return None
    return model.objects.named(name).filter(slug__in=known).values_list("slug", flat=True).first()
