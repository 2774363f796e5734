"""Merges and splits of records, step by step, so that they can be undone."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues import choices


class Merging(models.Model):
    """One merge or split, with each of its steps."""

    Kind = choices.MergeKind

    kind = models.CharField(_("what was done"), max_length=20, choices=Kind)
    before = models.CharField(_("before"), max_length=600)
    after = models.CharField(_("after"), max_length=600)
    reason = models.TextField(_("reason"))
    # Plain values: merging/steps.py writes them and merging/undo.py reads them.
    steps = models.JSONField(_("steps"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("made on"), default=timezone.now)
    undone_at = models.DateTimeField(_("undone on"), null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("merge or split")
        verbose_name_plural = _("merges and splits")

    def __str__(self):
        return f"{self.before} → {self.after}"
