"""The base queryset of curated records."""

from django.db import models


class CuratedQuerySet(models.QuerySet):
    """Records whose every change is logged, so each record is saved on its own.

    `update` and `bulk_create` would write neither history nor an edition: they raise TypeError.
    """

    def related(self, path):
        """All records of the model at the end of a path of relations: "participation__participant".

        Querysets are below the models, so they cannot import them.
        """
        model = self.model
        for name in path.split("__"):
            model = model._meta.get_field(name).related_model
        return model.objects.all()

    def changed_since(self, moment):
        """Records changed at a moment or later, or parts of them: the model's `parts`."""
        changed = models.Q(pk__in=_changed(self.model, moment).values("id"))
        for name in self.model.parts:
            part = self.model._meta.get_field(name)
            rows = _changed(part.related_model, moment)
            if part.many_to_one:
                changed |= models.Q(**{f"{name}__in": rows.values("id")})
            else:
                changed |= models.Q(pk__in=rows.values(part.field.attname))
        return self.filter(changed)

    def update(self, **values):
        raise TypeError("Save each record: update() writes neither history nor an edition.")

    def bulk_create(self, *args, **kwargs):
        raise TypeError("Create each record: bulk_create() writes neither history nor an edition.")

    def delete(self):
        """Delete each record on its own, with history and edition. Return the number of rows."""
        return sum(record.delete()[0] for record in self)

    update.alters_data = True
    delete.alters_data = True
    bulk_create.alters_data = True


def _changed(model, moment):
    """The history of a model since a moment."""
    return model.history.filter(history_date__gte=moment)
