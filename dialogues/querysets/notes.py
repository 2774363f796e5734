"""Words for editors' notes."""

from django.db.models import Q

from dialogues.choices import DialogueStatus
from dialogues.querysets.base import CuratedQuerySet


class EditorsNoteQuerySet(CuratedQuerySet):
    """What the editors tell the reader."""

    def public(self):
        """On dialogues the public may see, or on a source alone."""
        return self.filter(Q(dialogue=None) | Q(dialogue__status=DialogueStatus.PUBLISHED))
