"""Error reports from readers."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues import choices
from dialogues.models.dialogues import Dialogue
from dialogues.models.editions import Change, open_edition
from dialogues.models.statements import Statement
from dialogues.querysets.reports import ErrorReportQuerySet

# The reason of the edition that an answer makes.
ANSWER = _("Answer to a reader’s report")


class ErrorReport(models.Model):
    """A reader's report that something in a statement or dialogue is wrong, and its outcome.

    It does not store who the reader is. Only curators see what the reader wrote. The public sees
    that there was a report, and its outcome in the curator's words.
    """

    Status = choices.ReportStatus
    # What still has to be done.
    OPEN = (Status.NEW, Status.PENDING)

    statement = models.ForeignKey(
        Statement, models.CASCADE, null=True, related_name="reports", verbose_name=_("statement")
    )
    dialogue = models.ForeignKey(
        Dialogue, models.CASCADE, null=True, related_name="reports", verbose_name=_("dialogue")
    )
    wrong = models.TextField(_("what is wrong"))
    right = models.TextField(_("what it should say"), blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    made_at = models.DateTimeField(_("sent on"), default=timezone.now)
    # Distinguishes the clients of one day. Without the site's secret key it identifies nobody.
    visitor = models.CharField(max_length=64, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NEW)
    outcome = models.TextField(_("outcome"), blank=True, help_text=_("Readers see this."))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered on"), null=True)

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(statement=None) ^ models.Q(dialogue=None),
                name="report_is_about_one_record",
            ),
            models.CheckConstraint(
                condition=models.Q(status=choices.ReportStatus.NEW) | ~models.Q(outcome=""),
                name="report_answered_with_an_outcome",
            ),
        ]
        indexes = [models.Index(fields=["visitor"], name="report_by_visitor")]

    def __str__(self):
        return self.wrong[:80]

    @property
    def subject(self):
        """The statement or dialogue that was reported."""
        return self.statement or self.dialogue

    def has_been_corrected(self):
        """Whether an edition after the report changed what the page of the record shows."""
        statements = [self.statement] if self.statement else self.dialogue.statements.all()
        later = Change.objects.filter(statement__in=statements, edition__made_at__gt=self.made_at)
        if later.exclude(edition__reason=str(ANSWER)).exists():
            return True
        return bool(self.dialogue) and any(
            rows.filter(history_date__gt=self.made_at).exists()
            for rows in self._histories_of_dialogue()
        )

    def _histories_of_dialogue(self):
        """The histories of what the page of a dialogue shows besides statements."""
        dialogue = self.dialogue
        yield dialogue.history.all()
        for name in ("participations", "figures", "further_days", "webcasts", "notes"):
            yield getattr(dialogue, name).model.history.filter(dialogue=dialogue)
        for source in dialogue.sources.all():
            yield source.history.all()

    def answer(self, status, outcome, by):
        """Answer the report. If the record is public, this makes an edition.

        Raises ValueError without an outcome, if the report has already been answered, and if it is
        said to be corrected although nothing was changed since.
        """
        if not outcome.strip():
            raise ValueError(_("Write the outcome. Readers see it."))
        with open_edition(str(ANSWER), by) as edition:
            self.refresh_from_db(from_queryset=type(self).objects.select_for_update(no_key=True))
            if self.status not in self.OPEN:
                raise ValueError(_("“%s” has already been answered.") % self)
            if status == self.Status.ACCEPTED and not self.has_been_corrected():
                raise ValueError(
                    _("“%s”: correct the record first, or accept it as not yet corrected.") % self
                )
            self.status, self.outcome, self.by = status, outcome, by
            self.answered_at = timezone.now()
            self.save()
            edition.record_related_change(self.subject)
