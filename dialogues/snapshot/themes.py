"""Themes with their aliases, read once per edition."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from dialogues.models import Theme, ThemeAlias
from dialogues.snapshot.cache import EditionCache

# The current edition, and the last one while requests that began with it end.
_themes = EditionCache(max_items=2)


class Alias(NamedTuple):
    """Another name of a theme; see the model ThemeAlias."""

    theme: int
    alias: str
    key: str
    language: str


def themes_at(edition: str) -> "Themes":
    """The Themes of an edition."""
    return _themes.get_or_create(edition, "themes", Themes)


class Themes:
    """Every theme in the order of lists, and all aliases.

    A new instance reads what the database has now. At most two queries, each on first use.
    """

    @cached_property
    def by_pk(self) -> dict[int, Theme]:
        return {theme.pk: theme for theme in Theme.objects.in_order()}

    @cached_property
    def parents(self) -> dict[int, int | None]:
        """{theme: the theme it is part of}, as keys."""
        return {pk: theme.parent_id for pk, theme in self.by_pk.items()}

    @cached_property
    def aliases(self) -> dict[int, list[Alias]]:
        """{theme: its aliases}, in the order of their keys."""
        aliases = defaultdict(list)
        for row in ThemeAlias.objects.order_by("key").values_list(*Alias._fields):
            alias = Alias(*row)
            aliases[alias.theme].append(alias)
        return dict(aliases)

    def aliases_of(self, pk: int) -> list[Alias]:
        """The aliases of a theme, given its key."""
        return self.aliases.get(pk, [])
