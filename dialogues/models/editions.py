"""The heartbeat of the site: each transaction that changes what the public sees is numbered."""

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
# Sent inside the transaction with `edition`, and `kinds`: {key of a statement: Change.Kind},
# read-only, before these are written. Receivers return the keys to downgrade to RELATED.
edition_created = Signal()
# Sent inside the transaction with `records`: all that were saved or removed, public or not.
records_changed = Signal()


class Edition(models.Model):
    """One change of the public record. Numbers have no gaps and follow the order of commits."""

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
        # By the column: "-edition" would turn round the order that editions have themselves.
        ordering = ["-edition_id", "statement_id"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        # The first page asks for the latest corrections; most changes are none. Not a partial
        # index: SQLite does not see that a bound parameter meets its condition.
        indexes = [models.Index(fields=["kind", "-edition"], name="change_by_kind_and_edition")]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "statement"], name="change_one_per_edition_and_statement"
            )
        ]

    def __str__(self):
        return f"{self.edition_id}: {self.kind}"


class EditionCounter(models.Model):
    """One row. Who updates it holds its lock until commit, so numbers follow commit order."""

    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="edition_counter_is_one_row")
        ]

    def __str__(self):
        return str(self.last)

    @classmethod
    def take_next(cls):
        """The next number, locked until the transaction ends."""
        if not cls.objects.update(last=F("last") + 1):
            cls.objects.get_or_create(id=1)
            cls.objects.update(last=F("last") + 1)
        return cls.objects.get().last


class EditionInProgress:
    """What an open transaction has changed so far, and why."""

    def __init__(self, reason, by):
        self.reason = reason
        self.by = by
        self.is_public = False
        self.kinds = {}
        self.records = []

    def sign_history(self, record):
        """Give the record's next history row this edition's reason and author."""
        record._change_reason = self.reason or None
        record.__dict__.pop("_history_user", None)
        if self.by:
            record._history_user = self.by

    def record_change(self, record):
        """Note the record, and the statements that show it when the public sees it."""
        self.records.append(record)
        if record.is_public():
            self.is_public = True
            for statement in record.affected_statements().values_list("pk", flat=True):
                if self.kinds.get(statement, Change.Kind.RELATED) == Change.Kind.RELATED:
                    self.kinds[statement] = record.change_kind

    def record_related_change(self, record):
        """Note that something is shown with a record now which was not."""
        if record.is_public():
            self.is_public = True
            for statement in record.affected_statements().values_list("pk", flat=True):
                self.kinds.setdefault(statement, Change.Kind.RELATED)

    def set_kind(self, statement, kind):
        """Say what was done to one statement itself."""
        self.is_public = True
        self.kinds[statement.pk] = kind

    def write(self):
        """Number the edition and name its statements, if the public sees any of it."""
        if not self.is_public:
            return
        edition = Edition.objects.create(
            number=EditionCounter.take_next(), reason=self.reason, by=self.by
        )
        sent = edition_created.send(Edition, edition=edition, kinds=MappingProxyType(self.kinds))
        for _receiver, unchanged in sent:
            self.kinds |= dict.fromkeys(unchanged or (), Change.Kind.RELATED)
        Change.objects.bulk_create(
            Change(edition=edition, statement_id=pk, kind=kind) for pk, kind in self.kinds.items()
        )


@contextmanager
def open_edition(reason="", by=None):
    """One transaction whose public changes become one edition. Inside another, part of that one."""
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
