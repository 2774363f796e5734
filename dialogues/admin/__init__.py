"""The admin in which curators work: one module for each kind of record or task."""

from dialogues.admin import (  # noqa: F401  (registers the admin classes)
    dialogues,
    engagements,
    figures,
    findings,
    merge_split,
    participants,
    people,
    reports,
    sources,
    spreadsheets,
    statements,
    system_records,
    themes,
    users,
    votes,
)
from dialogues.admin.document_imports import records  # noqa: F401  (registers its class)
