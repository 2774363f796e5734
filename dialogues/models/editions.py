"""The edition log: one numbered edition for each public change."""

from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

from django.conf import settings
from django.db import models, transaction
from django.db.models import F
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _

from dialogues import choices
from dialogues.querysets.editions import ChangeQuerySet, EditionQuerySet

_current = ContextVar("edition", default=None)
# Sent in the transaction, before the changes are saved, with `edition` and two read-only mappings:
# `kinds`, {statement key: Change.Kind}, and `reasons`, {statement key: reason}, of the statements
# with a reason of their own. Receivers return the keys to downgrade to RELATED.
edition_created = Signal()
# Sent in the transaction with `records`: all records saved or deleted, public or not.
records_changed = Signal()


class Edition(models.Model):
    """One change of the public record. Numbers have no gaps and follow the commits."""

    number = models.PositiveIntegerField(_("number"), primary_key=True)
    made_at = models.DateTimeField(_("published at"), auto_now_add=True)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self):
        return str(self.number)


class Change(models.Model):
    """What an edition did to one statement."""

    Kind = choices.ChangeKind

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="changes")
    statement = models.ForeignKey("Statement", models.PROTECT, related_name="changes")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        # The column, because "-edition" would reverse the ordering of Edition.
        ordering = ["-edition_id", "statement_id"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        # For the latest corrections on the home page: few changes are corrections. A partial index
        # does not help, because SQLite does not match its condition with a bound parameter.
        indexes = [models.Index(fields=["kind", "-edition"], name="change_by_kind_and_edition")]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "statement"], name="change_one_per_edition_and_statement"
            )
        ]

    def __str__(self):
        return f"{self.edition_id}: {self.kind}"


class EditionCounter(models.Model):
    """One row, locked from update to commit, so that edition numbers follow the commits."""

    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="edition_counter_is_one_row")
        ]

    def __str__(self):
        return str(self.last)

    @classmethod
    def take_next(cls):
        """Return the next number. The row stays locked until the transaction ends."""
        if not cls.objects.update(last=F("last") + 1):
            cls.objects.get_or_create(id=1)
            cls.objects.update(last=F("last") + 1)
        return cls.objects.get().last


class EditionInProgress:
    """The public changes of an open transaction, not saved yet."""

    def __init__(self, reason, by):
        self.reason = reason
        self.by = by
        self.is_public = False
        self.kinds = {}
        self.reasons = {}
        self.records = []
        self.judged_last = []

    def sign_history(self, record):
        """Give the record's next history row the reason and author of this edition."""
        record._change_reason = self.reason or None
        record.__dict__.pop("_history_user", None)
        if self.by:
            record._history_user = self.by

    def record_change(self, record, is_new=False):
        """Add the record and, if it is public, the statements that show it."""
        self.records.append(record)
        if is_new and record.is_public_by_others:
            self.judged_last.append(record)
        elif record.is_public():
            self.is_public = True
            for statement in record.affected_statements().values_list("pk", flat=True):
                if self.kinds.get(statement, Change.Kind.RELATED) == Change.Kind.RELATED:
                    self.kinds[statement] = record.change_kind

    def record_related_change(self, record):
        """Add the statements that show a record after something next to it has changed."""
        if record.is_public():
            self.is_public = True
            for statement in record.affected_statements().values_list("pk", flat=True):
                self.kinds.setdefault(statement, Change.Kind.RELATED)

    def set_kind(self, statement, kind):
        """Set what this edition does to one statement."""
        self.is_public = True
        self.kinds[statement.pk] = kind

    def write(self):
        """Save the edition and its changes, if any change is public."""
        self.is_public = self.is_public or any(record.is_public() for record in self.judged_last)
        if not self.is_public:
            return
        edition = Edition.objects.create(
            number=EditionCounter.take_next(), reason=self.reason, by=self.by
        )
        sent = edition_created.send(
            Edition,
            edition=edition,
            kinds=MappingProxyType(self.kinds),
            reasons=MappingProxyType(self.reasons),
        )
        for _receiver, unchanged in sent:
            self.kinds |= dict.fromkeys(unchanged or (), Change.Kind.RELATED)
        Change.objects.bulk_create(
            Change(edition=edition, statement_id=pk, kind=kind) for pk, kind in self.kinds.items()
        )


@contextmanager
def open_edition(reason="", by=None):
    """A transaction whose public changes become one edition. If nested, part of the outer one."""
    outer = _current.get()
    if outer is not None:
        yield outer
        return
    edition = EditionInProgress(reason, by)
    token = _current.set(edition)
    try:
        with transaction.atomic():
            yield edition
            edition.write()
            records_changed.send(Edition, records=edition.records)
    finally:
        _current.reset(token)
