"""Running the checks, for all records or for what a save touched, and keeping what they find."""

import logging
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
    """The keys of the statements, dialogues and groups to check; of `quotations`, those of the
    statements of which only the words are."""

    statements: set[int] = field(default_factory=set)
    quotations: set[int] = field(default_factory=set)
    dialogues: set[int] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)

    @classmethod
    def everything(cls):
        groups = Participant.objects.filter(kind=ParticipantKind.GROUP)
        kinds = (Statement, Statement, Dialogue, groups)
        return cls(*(set(_keys(one)) for one in kinds))

    @classmethod
    def touched_by(cls, records):
        """What a change of these records may set right or wrong. A query for each kind of them."""
        scope = cls()
        for model, part, keys_of in TOUCHED:
            if changed := [one for one in records if isinstance(one, model)]:
                getattr(scope, part).update(set(keys_of(changed)) - {None})
        return scope


def _own(records):
    return [one.pk for one in records]


def _of(column):
    """What takes a column of each record."""
    return lambda records: [getattr(one, column) for one in records]


def _where(model, column, wanted, keys_of):
    """What takes a column of the rows of a model that name the records by another."""

    def found(records):
        keys = [one for one in set(keys_of(records)) if one]
        rows = model.objects.filter(**{f"{column}__among": keys})
        return rows.values_list(wanted, flat=True)

    return found


def _alike(statements):
    """The statements of their dialogues that were found to be alike to an earlier one."""
    dialogues = list({one.dialogue_id for one in statements})
    alike = Finding.objects.filter(check_name=Finding.Check.ALIKE, dialogue__among=dialogues)
    return alike.exclude(status=Finding.Status.RESOLVED).values_list("statement", flat=True)


# What a change of a record may set right or wrong: (its model, what is checked, their keys).
TOUCHED = (
    (Statement, "statements", _own),
    (Statement, "statements", _alike),
    (Statement, "quotations", _own),
    (Passage, "quotations", _where(Statement, "source", "pk", _of("source_id"))),
    (SourceDocument, "quotations", _where(Statement, "source", "pk", _own)),
    (SourceDocument, "dialogues", _where(Dialogue, "sources", "pk", _own)),
    (Dialogue, "dialogues", _own),
    (Dialogue, "groups", _where(ReportedFigure, "dialogue", "group", _own)),
    ((FurtherDay, Participation, ReportedFigure), "dialogues", _of("dialogue_id")),
    (Participant, "dialogues", _where(Participation, "participant", "dialogue", _own)),
    (Name, "dialogues", _where(Participation, "participant", "dialogue", _of("participant_id"))),
    (Membership, "dialogues", _where(Participation, "on_behalf_of", "dialogue", _of("group_id"))),
    ((Membership, ReportedFigure), "groups", _of("group_id")),
)


def _keys(records):
    return (records.objects if isinstance(records, type) else records).values_list("pk", flat=True)


def run(scope):
    """Check what is in scope. Returns how many findings are open there.

    What is found anew is opened, what is found no more is resolved; what a curator ignored stays
    so while the same is found.
    """
    parts = (
        (statements.CHECKS, "statement", scope.statements, statements.check_statements),
        (
            statements.QUOTATION_CHECKS,
            "statement",
            scope.quotations,
            statements.check_quotations,
        ),
        (dialogues.CHECKS, "dialogue", scope.dialogues, dialogues.check_dialogues),
        (groups.CHECKS, "group", scope.groups, groups.check_groups),
    )
    count = 0
    with transaction.atomic():
        for checks, about, pks, check in parts:
            known = Finding.objects.filter(check_name__in=checks, **{f"{about}__among": list(pks)})
            count += _keep(known, list(check(pks))) if pks else 0
    return count


def _keep(known, found):
    """Bring the known findings in step with what is found now. Returns how many are open."""
    by_key = {(one.check_name, one.key): one for one in known.select_for_update()}
    for one in found:
        finding = by_key.pop((one.check.value, one.key), None)
        if finding is None:
            _open(one)
        elif finding.status == Finding.Status.RESOLVED or finding.text != one.text:
            finding.text = one.text
            finding.set_status(Finding.Status.OPEN)
    for finding in by_key.values():
        if finding.status != Finding.Status.RESOLVED:
            finding.set_status(Finding.Status.RESOLVED)
    return known.filter(status=Finding.Status.OPEN).count()


def _open(found):
    values = {"text": found.text, "dialogue": found.dialogue}
    values |= {"statement": found.statement, "group": found.group}
    Finding.objects.get_or_create(check_name=found.check, key=found.key, defaults=values)


def check_after_commit(records):
    """Check what a transaction changed, once it is committed. A check that fails stops nobody."""
    scope = Scope.touched_by(records)

    def check():
        try:
            run(scope)
        except Exception:
            log.exception("The checks after a save failed.")

    if scope != Scope():
        transaction.on_commit(check)
