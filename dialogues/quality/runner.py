"""Run the checks, for all records or for those that a save concerns, and save what they find."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction

from dialogues.choices import ParticipantKind
from dialogues.models import (
    Dialogue,
    Finding,
    FurtherDay,
    Membership,
    Name,
    Participant,
    Participation,
    Passage,
    ReportedFigure,
    SourceDocument,
    Statement,
)
from dialogues.quality import dialogues, groups, statements

log = logging.getLogger(__name__)


@dataclass
class Scope:
    """The keys of the records to check.

    `quotations` are the keys of statements of which only the quotations are checked.
    """

    statements: set[int] = field(default_factory=set)
    quotations: set[int] = field(default_factory=set)
    dialogues: set[int] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)

    @classmethod
    def everything(cls):
        groups = Participant.objects.filter(kind=ParticipantKind.GROUP)
        return cls(
            statements=_all_keys(Statement.objects),
            quotations=_all_keys(Statement.objects),
            dialogues=_all_keys(Dialogue.objects),
            groups=_all_keys(groups),
        )

    @classmethod
    def touched_by(cls, records):
        """What a change of these records may set right or wrong. At most one query per trigger."""
        scope = cls()
        for trigger in TRIGGERS:
            if changed := [record for record in records if isinstance(record, trigger.models)]:
                getattr(scope, trigger.part).update(set(trigger.keys_of(changed)) - {None})
        return scope


def _all_keys(records):
    return set(records.values_list("pk", flat=True))


def _own_keys(records):
    return [record.pk for record in records]


def _column(name):
    """A function that returns a column of each record."""
    return lambda records: [getattr(record, name) for record in records]


def _lookup(model, column, result, keys_of):
    """A function that returns the `result` of the rows whose `column` is among keys_of(records)."""

    def keys_of_rows(records):
        keys = [key for key in set(keys_of(records)) if key]
        rows = model.objects.filter(**{f"{column}__among": keys})
        return rows.values_list(result, flat=True)

    return keys_of_rows


def _near_duplicates(statements):
    """The statements of their dialogues with a finding that an earlier one is nearly the same."""
    dialogues = list({statement.dialogue_id for statement in statements})
    findings = Finding.objects.filter(check_name=Finding.Check.ALIKE, dialogue__among=dialogues)
    return findings.exclude(status=Finding.Status.RESOLVED).values_list("statement", flat=True)


@dataclass(frozen=True)
class Trigger:
    """Which keys of which part of a scope to check after a change of records of these models."""

    models: type | tuple[type, ...]
    part: str
    keys_of: Callable


TRIGGERS = (
    Trigger(Statement, "statements", _own_keys),
    Trigger(Statement, "statements", _near_duplicates),
    Trigger(Statement, "quotations", _own_keys),
    Trigger(Passage, "quotations", _lookup(Statement, "source", "pk", _column("source_id"))),
    Trigger(SourceDocument, "quotations", _lookup(Statement, "source", "pk", _own_keys)),
    Trigger(SourceDocument, "dialogues", _lookup(Dialogue, "sources", "pk", _own_keys)),
    Trigger(Dialogue, "dialogues", _own_keys),
    Trigger(Dialogue, "groups", _lookup(ReportedFigure, "dialogue", "group", _own_keys)),
    Trigger((FurtherDay, Participation, ReportedFigure), "dialogues", _column("dialogue_id")),
    Trigger(Participant, "dialogues", _lookup(Participation, "participant", "dialogue", _own_keys)),
    Trigger(
        Name,
        "dialogues",
        _lookup(Participation, "participant", "dialogue", _column("participant_id")),
    ),
    Trigger(
        Membership,
        "dialogues",
        _lookup(Participation, "on_behalf_of", "dialogue", _column("group_id")),
    ),
    Trigger((Membership, ReportedFigure), "groups", _column("group_id")),
)


@dataclass(frozen=True)
class Part:
    """The checks of one part of a scope; `about` is the finding's column for the record."""

    name: str
    about: str
    checks: tuple[Finding.Check, ...]
    find_issues: Callable


PARTS = (
    Part("statements", "statement", statements.CHECKS, statements.check_statements),
    Part("quotations", "statement", statements.QUOTATION_CHECKS, statements.check_quotations),
    Part("dialogues", "dialogue", dialogues.CHECKS, dialogues.check_dialogues),
    Part("groups", "group", groups.CHECKS, groups.check_groups),
)


def run(scope):
    """Check the records in scope and save what is found. Returns how many findings are open there.

    A new issue opens a finding; a finding whose issue is gone is resolved. What a curator ignored
    stays ignored while the issue is the same.
    """
    count = 0
    with transaction.atomic():
        for part in PARTS:
            if pks := list(getattr(scope, part.name)):
                findings = Finding.objects.filter(
                    check_name__in=part.checks, **{f"{part.about}__among": pks}
                )
                count += _update(findings, list(part.find_issues(pks)))
    return count


def _update(findings, issues):
    """Open, reopen and resolve findings to match the issues. Returns how many are open."""
    by_key = {
        (finding.check_name, finding.key): finding for finding in findings.select_for_update()
    }
    for issue in issues:
        finding = by_key.pop((issue.check.value, issue.key), None)
        if finding is None:
            _open(issue)
        elif finding.status == Finding.Status.RESOLVED or finding.text != issue.text:
            finding.text = issue.text
            finding.set_status(Finding.Status.OPEN)
    for finding in by_key.values():
        if finding.status != Finding.Status.RESOLVED:
            finding.set_status(Finding.Status.RESOLVED)
    return findings.filter(status=Finding.Status.OPEN).count()


def _open(issue):
    values = {"text": issue.text, "dialogue": issue.dialogue}
    values |= {"statement": issue.statement, "group": issue.group}
    Finding.objects.get_or_create(check_name=issue.check, key=issue.key, defaults=values)


def check_after_commit(records):
    """Check what these records concern once the transaction is committed.

    An error is logged and does not affect the save.
    """
    scope = Scope.touched_by(records)

    def check():
        try:
            run(scope)
        except Exception:
            log.exception("The checks after a save failed.")

    if scope != Scope():
        transaction.on_commit(check)
