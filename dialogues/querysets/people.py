"""Words for people."""

from django.apps import apps
from django.db.models import Exists, OuterRef

from dialogues.querysets.base import CuratedQuerySet


class PersonQuerySet(CuratedQuerySet):
    """Those whom sources name."""

    def public(self):
        """Without those who appear in dialogues that the public may not see, and nowhere else."""
        participation = apps.get_model("dialogues", "Participation")
        appears = participation.objects.filter(person=OuterRef("pk"))
        return self.filter(~Exists(appears) | Exists(appears.public()))
