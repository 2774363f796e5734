"""Frozen results: the statements of a list at one edition, and how the list has changed since."""

from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from django.db.models import Max
from django.utils.translation import gettext as _

from dialogues.models import Edition, FrozenResult, Statement, Version

MAX_STATEMENTS = 5_000
MAX_PER_DAY = 10
MAX_LISTED = 200


class RefusedError(ValueError):
    """Says to the visitor why a result is not frozen."""


class ChangedStatement(NamedTuple):
    """A statement of a changed list, and the number of its version when frozen, or None."""

    statement: Statement
    frozen_version: int | None


class ChangedPart(NamedTuple):
    """The statements that changed in one way. `number` counts those that are not listed, too.

    `is_compared` is whether the two versions can be compared.
    """

    label: str
    statements: list[ChangedStatement]
    number: int
    is_compared: bool


@dataclass(frozen=True)
class ResultChanges:
    """How a list differs from its frozen result. `now` is its length now.

    Each list has at most MAX_LISTED statements; `numbers` counts all of them. Recoded statements
    have a new version with the same words, reworded ones have new words.
    """

    now: int
    is_index_rebuilding: bool
    numbers: dict[str, int]
    added: list[ChangedStatement]
    removed: list[ChangedStatement]
    recoded: list[ChangedStatement]
    reworded: list[ChangedStatement]

    @property
    def parts(self):
        """The ChangedParts of the list, in the order to show."""
        labels = {
            "added": _("Added since"),
            "removed": _("Removed since"),
            "recoded": _("Recoded: the words are the same"),
            "reworded": _("With corrected words"),
        }
        return [
            ChangedPart(
                label, getattr(self, name), self.numbers[name], name in ("recoded", "reworded")
            )
            for name, label in labels.items()
        ]

    def __str__(self):
        """Two added, none removed, one recoded."""
        parts = [
            _number(self.numbers["added"], _("%s added")),
            _number(self.numbers["removed"], _("%s removed")),
            _number(self.numbers["recoded"], _("%s recoded")),
        ]
        if self.numbers["reworded"]:
            parts.append(_number(self.numbers["reworded"], _("%s with corrected words")))
        return ", ".join(parts)


def freeze_result(statements, visitor):
    """The FrozenResult of a StatementList, created unless this edition already has it.

    Raises RefusedError if the list is too long, the index is being rebuilt, or the visitor has
    reached the limit of the day.
    """
    query = statements.list_query.removeprefix("?")
    key = sha256(f"{statements.edition}\n{query}".encode()).hexdigest()
    if result := FrozenResult.objects.filter(key=key).first():
        return result
    _check_limits(statements, visitor)
    references = [
        f"{reference}.{number}" for reference, number in _current_versions(statements.results)
    ]
    if Edition.objects.current_stamp() != statements.edition:
        raise RefusedError(_("The collection has just changed. Try again."))
    fields = {
        "query": query,
        "title": statements.title,
        "edition": int(statements.edition.partition(" ")[0]),
        "count": len(references),
        "digest": sha256("\n".join(references).encode()).hexdigest(),
        "references": " ".join(references),
        "visitor": visitor,
    }
    # Two requests at the same time create one result.
    return FrozenResult.objects.get_or_create(key=key, defaults=fields)[0]


def _check_limits(statements, visitor):
    if statements.is_index_rebuilding:
        raise RefusedError(_("The search index is being rebuilt. Try again in a minute."))
    if statements.count > MAX_STATEMENTS:
        message = _("This list has %(count)s statements; the limit is %(most)s. Add a filter.")
        raise RefusedError(message % {"count": statements.count, "most": MAX_STATEMENTS})
    if FrozenResult.objects.filter(visitor=visitor).count() >= MAX_PER_DAY:
        message = _("You have saved %s results today, which is the limit. Try again tomorrow.")
        raise RefusedError(message % MAX_PER_DAY)


def changes_since(result, statements):
    """The ResultChanges between a frozen result and its StatementList now."""
    then, now = result.versions, dict(_current_versions(statements.results))
    in_both = [reference for reference in then if reference in now]
    changed = [reference for reference in in_both if now[reference] != then[reference]]
    reworded = _reworded(changed, then, now)
    references = {
        "added": [reference for reference in now if reference not in then],
        "removed": [reference for reference in then if reference not in now],
        "recoded": [reference for reference in changed if reference not in reworded],
        "reworded": [reference for reference in changed if reference in reworded],
    }
    return ResultChanges(
        now=len(now),
        is_index_rebuilding=statements.is_index_rebuilding,
        numbers={name: len(listed) for name, listed in references.items()},
        **_with_statements(references, then),
    )


def _current_versions(results):
    """(reference, number of its latest version) of each statement of a list, in its order."""
    for pks in results.blocks():
        statements = Statement.objects.published().filter(pk__among=pks)
        numbered = statements.annotate(latest=Max("versions__number")).order_by()
        rows = {pk: row for pk, *row in numbered.values_list("pk", "reference", "latest")}
        yield from ((rows[pk][0], rows[pk][1] or 1) for pk in pks if pk in rows)


def _reworded(references, then, now):
    """The references whose words have changed between the two versions."""
    versions = Version.objects.filter(statement__reference__among=references)
    columns = "statement__reference", "number", "digest"
    digests = {
        (reference, number): digest for reference, number, digest in versions.values_list(*columns)
    }
    return {
        reference
        for reference in references
        if digests.get((reference, then[reference])) != digests.get((reference, now[reference]))
    }


def _with_statements(references, then):
    """{name: ChangedStatements} of {name: references}. One query."""
    listed = {name: group[:MAX_LISTED] for name, group in references.items()}
    every = [reference for group in listed.values() for reference in group]
    statements = Statement.objects.filter(reference__among=every).with_speaker()
    known = {statement.reference: statement for statement in statements}
    return {
        name: [ChangedStatement(known[reference], then.get(reference)) for reference in group]
        for name, group in listed.items()
    }


def _number(count, text):
    return text % (count or _("none"))
