"""How many statements each value of each filter has, asked of the database.

The index answers the same faster (dialogues.search); this is for when it cannot.
"""

from collections import Counter

from django.db.models import Count

from dialogues.models import Participant, Statement, Theme
from dialogues.querysets.themes import lineage


def _numbers(statements, column):
    """How many of the statements have each value of a column."""
    found = statements.values_list(column).annotate(n=Count("pk", distinct=True))
    return {str(value): n for value, n in found.order_by() if value is not None}


def counting(column):
    """A counter for a column."""
    return lambda statements: _numbers(statements, column)


def count_groups(statements, clock):
    """How many are of each group by a clock; of whoever has members, too."""
    groups = list(Participant.objects.with_members())
    found = statements.aggregate(
        **{
            f"group_{group.pk}": Count(
                "pk", filter=statements.in_groups_condition([group.slug], clock)
            )
            for group in groups
        }
    )
    return {group.slug: found[f"group_{group.pk}"] for group in groups}


def count_themes(statements):
    """Counts of the tree: a theme counts each statement on it or on any below it once."""
    tagged = Statement.themes.through.objects.filter(statement__in=statements.values("pk"))
    pairs = list(tagged.values_list("statement", "theme"))
    # After the pairs: a theme that is made meanwhile is then known, or in none of them.
    themes = dict(Theme.objects.values_list("pk", "slug"))
    parents = dict(Theme.objects.values_list("pk", "parent"))
    seen = {(statement, above) for statement, theme in pairs for above in lineage(theme, parents)}
    return Counter(themes[theme] for _statement, theme in seen)


def count_states(statements):
    spoken = statements.filter(participation__participant__kind__in=Participant.STATE_KINDS)
    return _numbers(spoken, "participation__participant__slug")


def count_kinds(statements):
    return _numbers(statements.with_speaker_kind(), "speaker_kind")


def count_voices(statements):
    return _numbers(statements.with_voice(), "voice")


COUNTERS = {
    "year": counting("dialogue__year"),
    "theme": count_themes,
    "state": count_states,
    "represented": counting("participation__represents__participant__slug"),
    "kind": count_kinds,
    "voice": count_voices,
    "forum": counting("dialogue__forum"),
    "dialogue": counting("dialogue__slug"),
    "stance": counting("stance"),
    "provenance": counting("provenance"),
}
