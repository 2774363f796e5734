"""Which records to check: all, or those that a change of other records may set right or wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field

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
