"""What was published, as it was published."""

import json

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from dialogues.models.statements import Statement
from dialogues.querysets.versions import VersionQuerySet

SHORT_DIGEST = 6  # characters


class Version(models.Model):
    """A statement's public record at one time, frozen: never changed, never removed."""

    statement = models.ForeignKey(
        Statement, models.PROTECT, related_name="versions", verbose_name=_("statement")
    )
    number = models.PositiveIntegerField(_("number"))
    # A number and not a key: in another database, editions have other numbers.
    edition = models.PositiveIntegerField(_("edition"))
    made_at = models.DateTimeField(_("published at"))
    reason = models.TextField(_("reason"), blank=True)
    digest = models.CharField(
        _("digest of the text"), max_length=64, help_text=_("SHA-256 of the normalised text.")
    )
    # Text, for a database that knows JSON would write it otherwise.
    record = models.TextField(_("public record, as JSON"))
    page = models.TextField(_("page, as HTML"))

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["statement_id", "number"]
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "number"], name="version_once_per_statement_and_number"
            )
        ]

    def __str__(self):
        return f"{self.statement_id}, version {self.number}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("A version never changes.")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("version-detail", args=[self.public_record["reference"], self.number])

    def delete(self, *args, **kwargs):
        raise TypeError("A version is never removed.")

    @cached_property
    def public_record(self):
        """The public record as a dict; see dialogues.serializers.statement_record."""
        return json.loads(self.record)

    @property
    def short_digest(self):
        """The beginning of the digest, as links carry it."""
        return self.digest[:SHORT_DIGEST]
