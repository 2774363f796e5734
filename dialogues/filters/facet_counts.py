"""How many statements each value of each filter has, counted in the database.

The search index has the same counts (dialogues.search); these are for when it is not available.
"""

from collections import Counter

from django.db.models import Count

from dialogues.models import Participant, Statement, Theme
from dialogues.querysets.themes import lineage
from dialogues.snapshot.labels import labels_at
from dialogues.statement_filters import COUNTED_KEYS


def count_values(filterset):
    """{key: {value: count}} of the counted keys, each with every other filter applied."""
    labels = labels_at(filterset.edition)
    counts = {}
    for name, key in COUNTED_KEYS.items():
        statements = filterset.without(name).order_by()
        by_value = _count(key, statements, filterset.clock_in_use)
        # A column may hold more than the key's values: of all speakers, only states.
        counts[name] = {value: n for value, n in by_value.items() if value in labels[name]}
    return counts


def _count(key, statements, clock):
    if key.is_tree:
        return count_themes(statements)
    if key.depends_on_clock:
        return count_groups(statements, clock)
    if key.annotation:
        statements = getattr(statements, key.annotation)()
    return _count_column(statements, key.column)


def _count_column(statements, column):
    """{value: how many statements have it} of a column."""
    pairs = statements.values_list(column).annotate(n=Count("pk", distinct=True)).order_by()
    return {str(value): count for value, count in pairs if value is not None}


def count_groups(statements, clock):
    """{slug: count} of each group, and of other participants that have members, by a clock."""
    groups = list(Participant.objects.with_members())
    counts = statements.aggregate(
        **{
            f"group_{group.pk}": Count(
                "pk", filter=statements.in_groups_condition([group.slug], clock)
            )
            for group in groups
        }
    )
    return {group.slug: counts[f"group_{group.pk}"] for group in groups}


def count_themes(statements):
    """{slug: count}: a theme counts each statement on it or on a theme below it once."""
    tagged = Statement.themes.through.objects.filter(statement__in=statements.values("pk"))
    pairs = list(tagged.values_list("statement", "theme"))
    # Read after the pairs, so that every theme in them is known.
    themes = dict(Theme.objects.values_list("pk", "slug"))
    parents = dict(Theme.objects.values_list("pk", "parent"))
    seen = {(statement, above) for statement, theme in pairs for above in lineage(theme, parents)}
    return Counter(themes[theme] for _statement, theme in seen)
