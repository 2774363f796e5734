"""Queryset methods of editors' notes."""

from django.db.models import Q

from dialogues.choices import DialogueStatus
from dialogues.querysets.base import CuratedQuerySet


class EditorsNoteQuerySet(CuratedQuerySet):
    """Notes of the editors to the reader."""

    def public(self):
        """Notes on published dialogues, or on a source alone."""
        return self.filter(Q(dialogue=None) | Q(dialogue__status=DialogueStatus.PUBLISHED))
