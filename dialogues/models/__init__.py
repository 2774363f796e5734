"""The records. One module for each; a model reads from top to bottom like a form."""

from dialogues.models.bulk_edits import BulkEdit
from dialogues.models.dialogues import Dialogue, FurtherDay, Webcast
from dialogues.models.document_imports import (
    DocumentImport,
    ImportDecision,
    ImportedRecord,
    ImportProposal,
)
from dialogues.models.editions import (
    Change,
    Edition,
    EditionCounter,
    open_edition,
)
from dialogues.models.engagements import Engagement
from dialogues.models.failed_queries import FailedQuery
from dialogues.models.figures import ReportedFigure
from dialogues.models.findings import Finding
from dialogues.models.frozen_results import FrozenResult
from dialogues.models.memberships import Membership
from dialogues.models.merges import Merging
from dialogues.models.names import Name
from dialogues.models.notes import EditorsNote
from dialogues.models.notices import MailPreference, Notice
from dialogues.models.participants import (
    Group,
    Organization,
    Participant,
    State,
)
from dialogues.models.participations import Participation
from dialogues.models.pending_uploads import PendingImport
from dialogues.models.people import Person
from dialogues.models.redirections import Redirection
from dialogues.models.reports import ErrorReport
from dialogues.models.sources import Passage, SourceDocument, SourceParagraph
from dialogues.models.statements import Statement
from dialogues.models.themes import Theme, ThemeAlias
from dialogues.models.unsaved_forms import UnsavedForm
from dialogues.models.versions import Version
from dialogues.models.votes import Ballot, Vote

__all__ = [
    "Ballot",
    "BulkEdit",
    "Change",
    "Dialogue",
    "DocumentImport",
    "Edition",
    "EditionCounter",
    "EditorsNote",
    "Engagement",
    "ErrorReport",
    "FailedQuery",
    "Finding",
    "FrozenResult",
    "FurtherDay",
    "Group",
    "ImportDecision",
    "ImportProposal",
    "ImportedRecord",
    "MailPreference",
    "Membership",
    "Merging",
    "Name",
    "Notice",
    "Organization",
    "Participant",
    "Participation",
    "Passage",
    "PendingImport",
    "Person",
    "Redirection",
    "ReportedFigure",
    "SourceDocument",
    "SourceParagraph",
    "State",
    "Statement",
    "Theme",
    "ThemeAlias",
    "UnsavedForm",
    "Version",
    "Vote",
    "Webcast",
    "open_edition",
]
