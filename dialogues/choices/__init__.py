"""The stored values of all fields with choices, and their labels, by kind of record."""

from dialogues.choices.clock import Clock
from dialogues.choices.dates import DatePrecision
from dialogues.choices.dialogues import DialogueFormat, DialogueStatus, Forum, SpeakerListState
from dialogues.choices.document_imports import (
    Certainty,
    DocumentClass,
    ImportStep,
    ProposalKind,
    ProposalState,
)
from dialogues.choices.editions import ChangeKind, MergeKind, RedirectionReason
from dialogues.choices.engagements import EngagementKind
from dialogues.choices.figures import FigureMeasure, FigureQualifier
from dialogues.choices.findings import FindingCheck, FindingStatus, ReportStatus
from dialogues.choices.mail import MailTime, NoticeKind
from dialogues.choices.participants import (
    ORGANIZATION_KINDS,
    STATE_KINDS,
    GroupKind,
    MembershipRole,
    NameKind,
    ParticipantKind,
)
from dialogues.choices.participations import FLOOR_CAPACITIES, Capacity, ParticipationStatus
from dialogues.choices.sources import NoteKind, ParagraphProgress, ReadExtent, SourceKind
from dialogues.choices.statements import (
    LENGTHS,
    Act,
    HasQuotation,
    Provenance,
    SpeakerKind,
    Stance,
    StatementStatus,
    TextLength,
    Voice,
)
from dialogues.choices.votes import VoteCast, VotingBody

__all__ = [
    "Act",
    "Capacity",
    "Certainty",
    "ChangeKind",
    "Clock",
    "DatePrecision",
    "DialogueFormat",
    "DialogueStatus",
    "DocumentClass",
    "EngagementKind",
    "FLOOR_CAPACITIES",
    "FigureMeasure",
    "FigureQualifier",
    "FindingCheck",
    "FindingStatus",
    "Forum",
    "GroupKind",
    "HasQuotation",
    "ImportStep",
    "LENGTHS",
    "MailTime",
    "MembershipRole",
    "MergeKind",
    "NameKind",
    "NoteKind",
    "NoticeKind",
    "ORGANIZATION_KINDS",
    "ParagraphProgress",
    "ParticipantKind",
    "ParticipationStatus",
    "ProposalKind",
    "ProposalState",
    "Provenance",
    "ReadExtent",
    "RedirectionReason",
    "ReportStatus",
    "STATE_KINDS",
    "SourceKind",
    "SpeakerKind",
    "SpeakerListState",
    "Stance",
    "StatementStatus",
    "TextLength",
    "Voice",
    "VoteCast",
    "VotingBody",
    "choice_labels",
]


def choice_labels(choices):
    """{value: label} in the active language; much faster to use than lazy labels."""
    return {value: str(label) for value, label in choices.choices}
