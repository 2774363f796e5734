"""What every record that curators keep has in common."""

from django.db import models

from dialogues.models.editions import open_edition


class CuratedRecord(models.Model):
    """A record whose every change is kept with its author and reason, and makes an edition.

    Saving and deleting write the record, its history and the edition in one transaction. A save
    that changes nothing writes nothing.
    """

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        before = self.as_stored()
        if before and not self.differs_from(before):
            return
        with open_edition() as edition:
            edition.attribute(self)
            if before:
                edition.touch(before)
            super().save(*args, **kwargs)
            edition.touch(self)

    def delete(self, *args, **kwargs):
        with open_edition() as edition:
            edition.attribute(self)
            edition.touch(self)
            return super().delete(*args, **kwargs)

    def shown_in(self):
        """The published statements that show something of this record: a queryset."""
        raise NotImplementedError

    def is_public(self):
        """Whether the public sees this record; a change of it is then a new edition."""
        return True

    def as_stored(self):
        """The record as the database has it now, or None when it is new."""
        if self._state.adding or self.pk is None:
            return None
        return type(self)._base_manager.filter(pk=self.pk).first()

    def differs_from(self, other):
        """Whether any column of this record has another value than the same record elsewhere."""
        columns = [field.attname for field in self._meta.concrete_fields]
        return any(
            self._meta.get_field(name).to_python(getattr(self, name)) != getattr(other, name)
            for name in columns
        )
