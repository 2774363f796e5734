"""Merge or split records: with a preview, in one edition, and with an undo."""

from dialogues.merging.merge import merge_participants, merge_themes
from dialogues.merging.split import split_participant, split_theme
from dialogues.merging.statements import merge_statements, split_statement
from dialogues.merging.steps import preview
from dialogues.merging.undo import undo

__all__ = [
    "merge_participants",
    "merge_statements",
    "merge_themes",
    "preview",
    "split_participant",
    "split_statement",
    "split_theme",
    "undo",
]
