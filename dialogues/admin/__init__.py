"""The curators' desk: one module per kind of record, each screen in the order one works."""

from dialogues.admin import (  # noqa: F401  (registers the screens)
    dialogues,
    editions,
    figures,
    findings,
    merging,
    participants,
    people,
    reports,
    sources,
    spreadsheets,
    statements,
    themes,
    users,
)
