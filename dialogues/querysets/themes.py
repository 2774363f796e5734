"""Words for themes."""

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
        """The ids of the themes with these slugs and of all below them. Two queries."""
        parents = dict(self.values_list("pk", "parent"))
        wanted = set(self.filter(slug__in=slugs).values_list("pk", flat=True))
        return {pk for pk in parents if wanted.intersection(lineage(pk, parents))}


def lineage(pk, parents):
    """A theme's id and those above it, given each theme's parent. Ends where a ring would begin."""
    line = []
    while pk is not None and pk not in line:
        line.append(pk)
        pk = parents.get(pk)
    return line
