"""The kinds of public records, and how each is read as data."""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Model, QuerySet
from msgspec import Struct

from dialogues.exports.records.dialogues import DialogueRecord, dialogue_record
from dialogues.exports.records.editions import (
    CorrectionRecord,
    EditionRecord,
    VersionRecord,
    correction_record,
    edition_record,
    version_record,
)
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
from dialogues.exports.records.redirections import RedirectionRecord, redirection_record
from dialogues.exports.records.sources import SourceRecord, source_record
from dialogues.exports.records.themes import ThemeRecord, theme_record
from dialogues.exports.records.votes import VoteRecord, vote_record
from dialogues.filters import records as filters
from dialogues.filters.base import LenientFilterSet
from dialogues.models import (
    Change,
    Dialogue,
    Edition,
    Engagement,
    Group,
    Membership,
    Organization,
    Participation,
    Person,
    Redirection,
    ReportedFigure,
    SourceDocument,
    State,
    Theme,
    Version,
    Vote,
)


class RecordKind(NamedTuple):
    """A kind of record: its class, all public ones loaded for `make`, their unique field, and the
    filters of its list."""

    record: type[Struct]
    public: Callable[[], QuerySet]
    make: Callable[[Model, str], Struct]
    key: str = "slug"
    filters: type[LenientFilterSet] = filters.ChangedRecords


def _participants(model, filterset=filters.ChangedRecords):
    return RecordKind(
        ParticipantRecord,
        lambda: model.objects.with_record(),
        participant_record,
        filters=filterset,
    )


# By the name in addresses.
RECORD_KINDS = {
    "dialogues": RecordKind(
        DialogueRecord,
        lambda: Dialogue.objects.published().with_record(),
        dialogue_record,
        filters=filters.DialogueRecords,
    ),
    "states": _participants(State, filters.StateRecords),
    "groups": _participants(Group),
    "organizations": _participants(Organization),
    "memberships": RecordKind(
        MembershipRecord,
        lambda: Membership.objects.with_names(),
        membership_record,
        "pk",
        filters.MembershipRecords,
    ),
    "people": RecordKind(PersonRecord, lambda: Person.objects.public(), person_record),
    "themes": RecordKind(ThemeRecord, lambda: Theme.objects.with_record(), theme_record),
    "sources": RecordKind(
        SourceRecord,
        lambda: SourceDocument.objects.with_record(),
        source_record,
        filters=filters.SourceRecords,
    ),
    "participations": RecordKind(
        ParticipationRecord,
        lambda: Participation.objects.public().with_record(),
        participation_record,
        "pk",
        filters.ParticipationRecords,
    ),
    "figures": RecordKind(
        FigureRecord,
        lambda: ReportedFigure.objects.public().with_listing(),
        figure_record,
        "key",
        filters.FigureRecords,
    ),
    "votes": RecordKind(
        VoteRecord,
        lambda: Vote.objects.public().with_record(),
        vote_record,
        filters=filters.VoteRecords,
    ),
    "engagements": RecordKind(
        EngagementRecord,
        lambda: Engagement.objects.with_listing(),
        engagement_record,
        "key",
        filters.EngagementRecords,
    ),
    "versions": RecordKind(
        VersionRecord,
        lambda: Version.objects.public().with_statement(),
        version_record,
        "pk",
        filters.VersionRecords,
    ),
    "corrections": RecordKind(
        CorrectionRecord,
        lambda: Change.objects.corrections().with_names(),
        correction_record,
        "pk",
        filters.CorrectionRecords,
    ),
    "editions": RecordKind(
        EditionRecord,
        lambda: Edition.objects.with_change_count(),
        edition_record,
        "pk",
        filters.EditionRecords,
    ),
    "redirections": RecordKind(
        RedirectionRecord,
        lambda: Redirection.objects.all(),
        redirection_record,
        "pk",
        filters.RedirectionRecords,
    ),
}
