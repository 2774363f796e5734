"""What every record that curators keep has in common."""

from django.apps import apps
from django.db import models
from django.db.models.signals import m2m_changed
from django.dispatch import receiver

from dialogues.models.editions import Change, open_edition
from dialogues.models.redirections import Redirection
from dialogues.querysets.base import CuratedQuerySet


class CuratedRecord(models.Model):
    """A record whose every change is kept with its author and reason, and makes an edition.

    Saving and deleting write the record, its history and the edition in one transaction. A save
    that changes nothing writes nothing.
    """

    # What a change of this record is to the statements that show it.
    change_kind = Change.Kind.RELATED
    # Whether its address is a page of its own, which links keep.
    has_page = False

    objects = CuratedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.normalise_line_endings()
        self.fill_derived_fields()
        before = self.stored_record()
        if before and not self.has_changed_since(before):
            return
        with open_edition() as edition:
            edition.sign_history(self)
            if before:
                edition.record_change(before)
            super().save(*args, **kwargs)
            edition.record_change(self)
            if before:
                before.redirect_old_address(edition, self.public_address)
            if self.public_address:
                Redirection.objects.filter(old=self.public_address).delete()

    def delete(self, *args, **kwargs):
        with open_edition() as edition:
            edition.sign_history(self)
            edition.record_change(self)
            self.redirect_old_address(edition, why=Redirection.Why.REMOVED)
            return super().delete(*args, **kwargs)

    @property
    def public_address(self):
        """The path of the record's own page; empty when it has none that the public sees."""
        return self.get_absolute_url() if self.has_page and self.is_public() else ""

    def redirect_old_address(self, edition, new="", why=""):
        """Say where the record's address leads from now on, if it was public and is another."""
        old = self.public_address
        if old != new and old:
            why = why or (Redirection.Why.RENAMED if new else Redirection.Why.WITHDRAWN)
            Redirection.add(old, new, why=why, reason=edition.reason, label=str(self))

    def affected_statements(self):
        """The published statements that show something of this record: a queryset."""
        return self.public_statements().none()

    def is_public(self):
        """Whether the public sees this record; a change of it is then a new edition."""
        return True

    @staticmethod
    def public_statements():
        return apps.get_model("dialogues", "Statement").objects.published()

    def fill_derived_fields(self):
        """Work out the columns that follow from others, before each save."""

    def normalise_line_endings(self):
        """Browsers send line ends of two characters; here a line ends in one."""
        for field in self._meta.concrete_fields:
            if isinstance(field, models.TextField):
                text = getattr(self, field.attname)
                setattr(self, field.attname, text.replace("\r\n", "\n").replace("\r", "\n"))

    def stored_record(self):
        """The record as the database has it now, or None when it is new."""
        if self._state.adding or self.pk is None:
            return None
        return type(self)._base_manager.filter(pk=self.pk).first()

    def has_changed_since(self, other):
        """Whether any column of this record has another value than the same record elsewhere."""
        columns = [field.attname for field in self._meta.concrete_fields]
        return any(
            self._meta.get_field(name).to_python(getattr(self, name)) != getattr(other, name)
            for name in columns
        )


@receiver(m2m_changed)
def track_m2m_change(instance, action, reverse, **kwargs):
    """A list of related records, such as a statement's themes, is part of the record that has it.

    Raises TypeError when it is changed from the other side, where history could not follow.
    """
    if not isinstance(instance, CuratedRecord):
        return
    if reverse:
        raise TypeError("Change the list on the record that has it.")
    with open_edition() as edition:
        # Before the change for the history row of it, after the change for the edition.
        edition.sign_history(instance)
        if action.startswith("post_"):
            edition.record_change(instance)
