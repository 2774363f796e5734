"""Queryset methods of themes."""

from django.db.models import Count, Q

from dialogues.querysets.base import CuratedQuerySet
from dialogues.text.names import name_key

# Theme.clean rejects a deeper tree.
MAX_LEVELS = 5
# The columns of a statement that name its themes and those above them.
THEME_AND_ABOVE = ["__".join(["themes"] + ["parent"] * level) for level in range(MAX_LEVELS)]


class ThemeQuerySet(CuratedQuerySet):
    """Subjects of statements, in a tree."""

    def roots(self):
        return self.filter(parent=None)

    def by_name(self, name):
        """The theme with this label or alias."""
        return self.filter(Q(aliases__key=name_key(name)) | Q(label__iexact=name.strip()))

    def in_order(self):
        return self.order_by("position", "slug")

    def most_used_in(self, statements):
        """The themes of these statements, those of most first. Adds `statement_count`."""
        return (
            self.filter(statements__in=statements.order_by())
            .annotate(statement_count=Count("statements"))
            .order_by("-statement_count", "position", "slug")
        )

    def with_record(self):
        """Load what the public record of a theme names."""
        return self.select_related("parent").prefetch_related("aliases", "initiators")

    def within(self, slugs):
        """The themes with these slugs and all their sub-themes."""
        matches = Q(slug__in=slugs)
        for level in range(1, MAX_LEVELS):
            above = "__".join(["parent"] * level)
            matches |= Q(**{f"{above}__slug__in": slugs})
        return self.filter(matches)


def lineage(pk, parents):
    """[key of the theme, of its parent, ...], given {key: key of the parent}. Stops at a loop."""
    line = []
    while pk is not None and pk not in line:
        line.append(pk)
        pk = parents.get(pk)
    return line
