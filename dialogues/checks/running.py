"""Running the checks, for all records or for what a save touched, and keeping what they find."""

import logging
from dataclasses import dataclass, field

from django.db import transaction

from dialogues.checks import dialogues, groups, statements
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
        groups = Participant.objects.filter(kind="group")
        kinds = (Statement, Statement, Dialogue, groups)
        return cls(*(set(_keys(one)) for one in kinds))

    def add(self, record):
        """Take in what a changed record may set right or wrong."""
        for model, kind, keys_of in TOUCHED:
            # What named a record that is gone is no more either.
            is_gone = record.pk is None and isinstance(record, NAMED_BY_OTHERS)
            if isinstance(record, model) and not is_gone:
                getattr(self, kind).update(set(keys_of(record)) - {None})


def _dialogues_of(participant):
    """The dialogues in which somebody took part, whose name is another now."""
    return Participation.objects.filter(participant=participant).values_list("dialogue", flat=True)


def _alike_in(dialogue):
    """The statements of a dialogue that were found to say nearly the same as an earlier one."""
    alike = Finding.objects.filter(check_name=Finding.Check.ALIKE, dialogue=dialogue)
    return alike.exclude(status=Finding.Status.RESOLVED).values_list("statement", flat=True)


def _spoken_for_by(group):
    """The dialogues in which somebody spoke for a group."""
    joint = Participation.objects.filter(on_behalf_of=group)
    return joint.values_list("dialogue", flat=True)


NAMED_BY_OTHERS = (Dialogue, SourceDocument, Participant)
# What a change of a record may set right or wrong: (its model, what is checked, their keys).
TOUCHED = (
    (Statement, "statements", lambda one: [one.pk, *_alike_in(one.dialogue_id)]),
    (Statement, "quotations", lambda one: [one.pk]),
    (Passage, "quotations", lambda one: _keys(one.source.statements)),
    (SourceDocument, "quotations", lambda one: _keys(one.statements)),
    (SourceDocument, "dialogues", lambda one: _keys(one.dialogues)),
    (Dialogue, "dialogues", lambda one: [one.pk]),
    (Dialogue, "groups", lambda one: one.figures.values_list("group", flat=True)),
    ((FurtherDay, Participation, ReportedFigure), "dialogues", lambda one: [one.dialogue_id]),
    (Participant, "dialogues", lambda one: _dialogues_of(one.pk)),
    (Name, "dialogues", lambda one: _dialogues_of(one.participant_id)),
    (Membership, "dialogues", lambda one: _spoken_for_by(one.group_id)),
    ((Membership, ReportedFigure), "groups", lambda one: [one.group_id]),
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
            finding.become(Finding.Status.OPEN)
    for finding in by_key.values():
        if finding.status != Finding.Status.RESOLVED:
            finding.become(Finding.Status.RESOLVED)
    return known.filter(status=Finding.Status.OPEN).count()


def _open(found):
    values = {"text": found.text, "dialogue": found.dialogue}
    values |= {"statement": found.statement, "group": found.group}
    Finding.objects.get_or_create(check_name=found.check, key=found.key, defaults=values)


def check_after_commit(sender, records, **kwargs):
    """Check what a transaction changed, once it is committed. A check that fails stops nobody."""
    scope = Scope()
    asked = set()
    for record in records:
        # A text of a thousand passages asks once for the statements of its source.
        about = (type(record), getattr(record, "source_id", None) or record.pk)
        if not (isinstance(record, Passage) and about in asked):
            scope.add(record)
        asked.add(about)

    def check():
        try:
            run(scope)
        except Exception:
            log.exception("The checks after a save failed.")

    if scope != Scope():
        transaction.on_commit(check)
