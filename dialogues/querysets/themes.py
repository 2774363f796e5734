"""Words for themes."""

from collections import defaultdict

from django.db import models
from django.db.models import Count, Q


class ThemeQuerySet(models.QuerySet):
    """What statements are about."""

    def roots(self):
        return self.filter(parent=None)

    def in_order(self):
        return self.order_by("position", "slug")

    def with_counts(self):
        """How many published statements name each theme itself."""
        published = Q(statements__status="published")
        return self.annotate(own_count=Count("statements", filter=published, distinct=True))

    def ids_within(self, slugs):
        """The ids of the themes with these slugs and of all below them. One query."""
        children = defaultdict(list)
        waiting = []
        for pk, slug, parent in self.values_list("pk", "slug", "parent"):
            children[parent].append(pk)
            if slug in slugs:
                waiting.append(pk)
        found = set()
        while waiting:
            pk = waiting.pop()
            if pk not in found:
                found.add(pk)
                waiting.extend(children[pk])
        return found
