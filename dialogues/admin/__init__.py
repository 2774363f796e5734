"""The curators' desk: one module per kind of record, each screen in the order one works."""

from dialogues.admin import (  # noqa: F401  (registers the screens)
    dialogues,
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
)
