"""Words for themes."""

from django.db.models import Q

from dialogues.querysets.base import CuratedQuerySet
from dialogues.text.names import name_key

# How many levels the tree has at most; Theme.clean refuses more.
DEEPEST = 5
# The columns of a statement that name its themes and those above them.
THEME_AND_ABOVE = ["__".join(["themes"] + ["parent"] * level) for level in range(DEEPEST)]


class ThemeQuerySet(CuratedQuerySet):
    """What statements are about."""

    def roots(self):
        return self.filter(parent=None)

    def named(self, text):
        """The theme that is called so, or has these other words."""
        return self.filter(Q(aliases__key=name_key(text)) | Q(label__iexact=text.strip()))

    def in_order(self):
        return self.order_by("position", "slug")

    def within(self, slugs):
        """The themes with these slugs and all below them."""
        wanted = Q(slug__in=slugs)
        for level in range(1, DEEPEST):
            above = "__".join(["parent"] * level)
            wanted |= Q(**{f"{above}__slug__in": slugs})
        return self.filter(wanted)


def lineage(pk, parents):
    """A theme's id and those above it, given each theme's parent. Ends where a ring would begin."""
    line = []
    while pk is not None and pk not in line:
        line.append(pk)
        pk = parents.get(pk)
    return line
