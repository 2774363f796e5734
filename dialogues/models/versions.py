"""Versions: the texts of statements as published."""

import json

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from dialogues.models.statements import Statement
from dialogues.querysets.versions import VersionQuerySet

SHORT_DIGEST_LENGTH = 6


class Version(models.Model):
    """The public record of a statement at one time. It is never changed or deleted."""

    statement = models.ForeignKey(
        Statement, models.PROTECT, related_name="versions", verbose_name=_("statement")
    )
    number = models.PositiveIntegerField(_("number"))
    # A number, not a foreign key: another database numbers its editions differently.
    edition = models.PositiveIntegerField(_("edition"))
    made_at = models.DateTimeField(_("published at"))
    reason = models.TextField(_("reason"), blank=True)
    digest = models.CharField(
        _("digest of the text"), max_length=64, help_text=_("SHA-256 of the normalised text.")
    )
    # Text, because a JSON column would not keep it byte for byte.
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
            raise TypeError("A version cannot be changed.")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("version-detail", args=[self.public_record["reference"], self.number])

    def delete(self, *args, **kwargs):
        raise TypeError("A version cannot be deleted.")

    @cached_property
    def public_record(self):
        """The public record as a dict; see dialogues.serializers.statement_record."""
        return json.loads(self.record)

    @property
    def short_digest(self):
        """The beginning of the digest, as used in links."""
        return self.digest[:SHORT_DIGEST_LENGTH]
