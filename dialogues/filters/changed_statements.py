"""The statements of a list that changed since an edition or a day."""

from collections.abc import Sequence

from django.http import QueryDict

from dialogues.filters.changed_since import ChangedSinceFilter, Since
from dialogues.filters.problems import strict_problems
from dialogues.filters.records import PagedRecords
from dialogues.filters.results import StatementResults
from dialogues.models import Change


class StatementChanges(PagedRecords):
    """The key of a list of statements that the list of the site does not have."""

    changed_since = ChangedSinceFilter(is_by_edition=True)


def changed_since_of(params: QueryDict) -> tuple[Since | None, list[str]]:
    """(the Since of request parameters, None for none; problems with it)."""
    own = QueryDict(mutable=True)
    own.setlist("changed_since", params.getlist("changed_since"))
    changes = StatementChanges(own, queryset=Change.objects.none())
    problems = strict_problems(changes)
    return changes.form.cleaned_data.get("changed_since"), problems


def only_changed(results: StatementResults, since: Since | None) -> Sequence[int]:
    """The keys of those that changed, in their order; of all of them if `since` is None."""
    if since is None:
        return results
    changed = Change.objects.changed_since(since.edition).values_list("statement", flat=True)
    changed = set(changed)
    return [key for block in results.blocks() for key in block if key in changed]
