"""The kinds of public records, and how each is read as data."""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Model, QuerySet
from msgspec import Struct

from dialogues.exports.records.dialogues import DialogueRecord, dialogue_record
from dialogues.exports.records.engagements import EngagementRecord, engagement_record
from dialogues.exports.records.figures import FigureRecord, figure_record
from dialogues.exports.records.participants import (
    MembershipRecord,
    ParticipantRecord,
    membership_record,
    participant_record,
)
from dialogues.exports.records.participations import ParticipationRecord, participation_record
from dialogues.exports.records.people import PersonRecord, person_record
from dialogues.exports.records.sources import SourceRecord, source_record
from dialogues.exports.records.themes import ThemeRecord, theme_record
from dialogues.exports.records.votes import VoteRecord, vote_record
from dialogues.models import (
    Dialogue,
    Engagement,
    Group,
    Membership,
    Organization,
    Participation,
    Person,
    ReportedFigure,
    SourceDocument,
    State,
    Theme,
    Vote,
)


class RecordKind(NamedTuple):
    """A kind of record: its class, all public ones loaded for `make`, and their unique field."""

    record: type[Struct]
    public: Callable[[], QuerySet]
    make: Callable[[Model, str], Struct]
    key: str = "slug"


def _participants(model):
    return RecordKind(ParticipantRecord, lambda: model.objects.with_record(), participant_record)


# By the name in addresses.
RECORD_KINDS = {
    "dialogues": RecordKind(
        DialogueRecord,
        lambda: Dialogue.objects.published().with_page().with_listing(),
        dialogue_record,
    ),
    "states": _participants(State),
    "groups": _participants(Group),
    "organizations": _participants(Organization),
    "memberships": RecordKind(
        MembershipRecord, lambda: Membership.objects.with_names(), membership_record, "pk"
    ),
    "people": RecordKind(PersonRecord, lambda: Person.objects.public(), person_record),
    "themes": RecordKind(ThemeRecord, lambda: Theme.objects.with_record(), theme_record),
    "sources": RecordKind(
        SourceRecord, lambda: SourceDocument.objects.with_record(), source_record
    ),
    "participations": RecordKind(
        ParticipationRecord,
        lambda: Participation.objects.public().with_record(),
        participation_record,
        "pk",
    ),
    "figures": RecordKind(
        FigureRecord, lambda: ReportedFigure.objects.public().with_listing(), figure_record, "key"
    ),
    "votes": RecordKind(VoteRecord, lambda: Vote.objects.public().with_record(), vote_record),
    "engagements": RecordKind(
        EngagementRecord, lambda: Engagement.objects.with_listing(), engagement_record, "key"
    ),
}
