"""The base class of the records that curators edit."""

from django.apps import apps
from django.db import models
from django.db.models.signals import m2m_changed
from django.dispatch import receiver

from dialogues.models.editions import Change, open_edition
from dialogues.models.redirections import Redirection
from dialogues.querysets.base import CuratedQuerySet
from dialogues.text.characters import clean_line, clean_text


class CuratedRecord(models.Model):
    """A record whose every change is logged with author and reason, and makes an edition.

    Saving and deleting write the record, its history and the edition in one transaction. A save
    without a change writes nothing.
    """

    # The kind of Change that the statements showing this record get.
    change_kind = Change.Kind.RELATED
    # Whether the record has a page of its own, which people link to.
    has_page = False
    # Relations to records whose change is a change of this one, for programs that follow changes.
    parts = ()
    # Whether a new record is public depends on what is saved after it in the same edition.
    is_public_by_others = False

    objects = CuratedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.clean_texts()
        self.fill_derived_fields()
        before = self.stored_record()
        if before and not self.has_changed_since(before):
            return
        with open_edition() as edition:
            edition.sign_history(self)
            if before:
                edition.record_change(before)
            super().save(*args, **kwargs)
            edition.record_change(self, is_new=not before)
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
        """The path of the record's own page; empty if it has none or is not public."""
        return self.get_absolute_url() if self.has_page and self.is_public() else ""

    def redirect_old_address(self, edition, new="", why=""):
        """Redirect the record's old address to `new`, if it was public and has changed."""
        old = self.public_address
        if old and old != new:
            why = why or (Redirection.Why.RENAMED if new else Redirection.Why.WITHDRAWN)
            Redirection.add(old, new, why=why, reason=edition.reason, label=str(self))

    def affected_statements(self):
        """A queryset of the published statements whose pages show this record."""
        return self.public_statements().none()

    def is_public(self):
        """Whether the public sees this record. If so, a change of it makes an edition."""
        return True

    @staticmethod
    def public_statements():
        """A queryset of all published statements."""
        return apps.get_model("dialogues", "Statement").objects.published()

    def fill_derived_fields(self):
        """Set the fields that are derived from others. Runs before each save."""

    def clean_fields(self, exclude=None):
        # First, so that a text of nothing but such characters is refused as an empty text is.
        self.clean_texts()
        super().clean_fields(exclude)

    def clean_texts(self):
        """Store every line break as \\n, and no character that a file cannot hold.

        Browsers send \\r\\n, and copied text has what its program marks lines and hyphens with.
        """
        for field in self._meta.concrete_fields:
            if isinstance(field, models.TextField):
                setattr(self, field.attname, clean_text(getattr(self, field.attname)).strip())
            elif isinstance(field, models.CharField):
                setattr(self, field.attname, clean_line(getattr(self, field.attname)).strip())

    def stored_record(self):
        """The record as stored in the database; None if it is new."""
        if self._state.adding or self.pk is None:
            return None
        return type(self)._base_manager.filter(pk=self.pk).first()

    def has_changed_since(self, before):
        """Whether a column has another value than in `before`, the stored record."""
        return any(
            field.to_python(getattr(self, field.attname)) != getattr(before, field.attname)
            for field in self._meta.concrete_fields
        )


@receiver(m2m_changed)
def track_m2m_change(instance, action, reverse, **kwargs):
    """Log a change of a many-to-many list, such as a statement's themes, as a change of its record.

    Raises TypeError if the list is changed from the other side, which would leave no history.
    """
    if not isinstance(instance, CuratedRecord):
        return
    if reverse:
        raise TypeError("Change the list on the record that has the field.")
    with open_edition() as edition:
        # History is written before the change, the edition after it.
        edition.sign_history(instance)
        if action.startswith("post_"):
            edition.record_change(instance)
