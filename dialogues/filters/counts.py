"""How many statements each value of each filter has."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from dialogues.filters.statements import KINDS, VOICES
from dialogues.models import Dialogue, Participant, Statement, Theme
from dialogues.querysets.themes import lineage


@dataclass(frozen=True)
class Counts:
    """How many statements each value of a filter has, and the labels in the order to show.

    `first` are the values shown at first; without it the first few are. `always` are shown at 0.
    """

    numbers: dict[str, int]
    labels: dict[str, str]
    first: frozenset[str] | None = None
    always: frozenset[str] = frozenset()


def _numbers(statements, column):
    """How many statements have each value of a column."""
    found = statements.values_list(column).annotate(n=Count("pk"))
    return {str(value): n for value, n in found.order_by("-n", column)}


def count_years(statements):
    numbers = _numbers(statements, "dialogue__year")
    return Counts(numbers, {year: year for year in sorted(numbers, reverse=True)})


def count_groups(statements):
    groups = list(Participant.objects.regional_groups())
    found = statements.aggregate(
        **{
            f"group_{group.pk}": Count("pk", filter=statements.is_in_groups([group.slug]))
            for group in groups
        }
    )
    labels = {group.slug: group.name for group in groups}
    numbers = {group.slug: found[f"group_{group.pk}"] for group in groups}
    return Counts(numbers, labels, always=frozenset(labels))


def count_themes(statements):
    """Counts of the tree: a theme counts each statement on it or on any below it once."""
    themes = {theme.pk: theme for theme in Theme.objects.in_order()}
    parents = {pk: theme.parent_id for pk, theme in themes.items()}
    tagged = Statement.themes.through.objects.filter(statement__in=statements.values("pk"))
    seen = {
        (statement, above)
        for statement, theme in tagged.values_list("statement", "theme")
        for above in lineage(theme, parents)
    }
    return Counts(
        Counter(themes[theme].slug for _statement, theme in seen),
        {theme.slug: theme.label for theme in themes.values()},
        first=frozenset(theme.slug for theme in themes.values() if not theme.parent_id),
    )


def count_states(statements):
    spoken = statements.filter(participation__participant__kind__in=Participant.STATE_KINDS)
    return _count_participants(spoken, "participation__participant")


def count_represented(statements):
    spoken_for = "participation__represents__participant"
    return _count_participants(statements.exclude(**{spoken_for: None}), spoken_for)


def _count_participants(statements, path):
    """How many of the statements lead to each participant by this path, most first."""
    found = statements.values_list(f"{path}__slug", f"{path}__name")
    rows = list(found.annotate(n=Count("pk", distinct=True)).order_by("-n", f"{path}__slug"))
    return Counts({slug: n for slug, _, n in rows}, {slug: name for slug, name, _ in rows})


def count_dialogues(statements):
    columns = ("slug", "title", "held_on", "year")
    found = statements.values_list(*(f"dialogue__{one}" for one in columns))
    rows = list(found.annotate(n=Count("pk")).order_by("-dialogue__held_on"))
    labels = {slug: f"{day or year}, {title}" for slug, title, day, year, _ in rows}
    return Counts({slug: n for slug, *_, n in rows}, labels)


def count_kinds(statements):
    return Counts(_numbers(statements.with_speaker_kind(), "speaker_kind"), dict(KINDS))


def count_voices(statements):
    return Counts(_numbers(statements.with_voice(), "voice"), dict(VOICES))


def counting(column, choices):
    """A counter for a column with a fixed list of values."""

    def count(statements):
        return Counts(_numbers(statements, column), dict(choices))

    return count


COUNTERS = {
    "year": count_years,
    "group": count_groups,
    "theme": count_themes,
    "state": count_states,
    "represented": count_represented,
    "kind": count_kinds,
    "voice": count_voices,
    "forum": counting("dialogue__forum", Dialogue.Forum.choices),
    "dialogue": count_dialogues,
    "stance": counting("stance", Statement.Stance.choices),
    "provenance": counting("provenance", Statement.Provenance.choices),
}
