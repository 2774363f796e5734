"""Contradictions that the checks found, until a curator resolves or ignores them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues import choices
from dialogues.models.dialogues import Dialogue
from dialogues.models.participants import Participant
from dialogues.models.statements import Statement


class Finding(models.Model):
    """One contradiction between records, or between a record and its source.

    It is about a statement, a dialogue or a group. Checks create and resolve it. A curator can
    ignore it with a reason, which is valid until the finding changes.
    """

    Check = choices.FindingCheck
    Status = choices.FindingStatus

    check_name = models.CharField(_("check"), max_length=12, choices=Check)
    # Identifies it among the findings of its check: the records it is about.
    key = models.CharField(max_length=200, editable=False)
    text = models.TextField(_("finding"))
    dialogue = models.ForeignKey(
        Dialogue, models.CASCADE, null=True, related_name="findings", verbose_name=_("dialogue")
    )
    statement = models.ForeignKey(
        Statement, models.CASCADE, null=True, related_name="findings", verbose_name=_("statement")
    )
    group = models.ForeignKey(
        Participant, models.CASCADE, null=True, related_name="findings", verbose_name=_("group")
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    found_at = models.DateTimeField(_("found on"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed on"), default=timezone.now)

    class Meta:
        ordering = ["-changed_at", "-pk"]
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        constraints = [
            models.UniqueConstraint(fields=["check_name", "key"], name="finding_once_per_key"),
            models.CheckConstraint(
                condition=models.Q(statement__isnull=False)
                | models.Q(dialogue__isnull=False)
                | models.Q(group__isnull=False),
                name="finding_is_about_something",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=choices.FindingStatus.IGNORED) | ~models.Q(reason=""),
                name="finding_ignored_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["status", "check_name"], name="finding_queue")]

    def __str__(self):
        return self.text[:100]

    def set_status(self, status, reason=None, by=None):
        """Change the status. Without a reason, keep the last one.

        Raises ValueError if a finding is ignored without a reason, or is already resolved.
        """
        if status == self.Status.IGNORED and not (reason or "").strip():
            raise ValueError(_("Say why the record is right."))
        if status == self.Status.IGNORED and self.status == self.Status.RESOLVED:
            raise ValueError(_("“%s” is already resolved.") % self)
        if reason is not None:
            self.reason, self.by = reason, by
        self.status = status
        self.changed_at = timezone.now()
        self.save()
