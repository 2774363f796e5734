"""Freezing what a filtered list has, and saying later what became of it."""

from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.db.models import Max
from django.utils.translation import gettext as _

from dialogues.filters.results import StatementResults
from dialogues.models import (
    Edition,
    FrozenResult,
    Statement,
    Version,
)

MOST_STATEMENTS = 5_000
MOST_A_DAY = 10
MOST_LISTED = 200


class RefusedError(ValueError):
    """Why a result is not frozen, in words."""


@dataclass(frozen=True)
class Since:
    """What became of a frozen result: statements, or their references where they are no more.

    Each list has at most MOST_LISTED; `numbers` counts them all.
    """

    now: int
    is_spelled: bool
    numbers: dict[str, int]
    added: list[Statement]
    removed: list[Statement]
    recoded: list[Statement]
    reworded: list[Statement]

    def __str__(self):
        """Two added, none removed, one recoded."""
        counted = self.numbers
        parts = [
            _number(counted["added"], _("%s added")),
            _number(counted["removed"], _("%s removed")),
            _number(counted["recoded"], _("%s recoded")),
        ]
        if counted["reworded"]:
            parts.append(_number(counted["reworded"], _("%s with corrected words")))
        return ", ".join(parts)


def freeze_result(filterset, query, title, visitor):
    """The FrozenResult of a list, made now unless it was made at this edition before.

    Raises RefusedError for a list too long, words that the index could not be asked for, or a
    visitor who has made too many today.
    """
    key = sha256(f"{filterset.edition}\n{query}".encode()).hexdigest()
    if found := FrozenResult.objects.filter(key=key).first():
        return found
    answer = StatementResults(filterset)
    _refuse(filterset, answer, visitor)
    references = [f"{reference}.{number}" for reference, number in _versions_now(answer)]
    if Edition.objects.current_stamp() != filterset.edition:
        raise RefusedError(_("Somebody has just changed the collection. Try again."))
    made = {
        "query": query,
        "title": title,
        "edition": int(filterset.edition.partition(" ")[0]),
        "count": len(references),
        "digest": sha256("\n".join(references).encode()).hexdigest(),
        "references": " ".join(references),
        "visitor": visitor,
    }
    # Asked for twice at once, it is made once.
    return FrozenResult.objects.get_or_create(key=key, defaults=made)[0]


def _refuse(filterset, answer, visitor):
    """Raise RefusedError when this list is not frozen for this visitor."""
    if is_spelled(filterset, answer):
        raise RefusedError(_("The search index is being made anew. Try again in a minute."))
    if len(answer) > MOST_STATEMENTS:
        message = _("This list has %(count)s statements; up to %(most)s can be frozen. Narrow it.")
        raise RefusedError(message % {"count": len(answer), "most": MOST_STATEMENTS})
    if FrozenResult.objects.filter(visitor=visitor).count() >= MOST_A_DAY:
        message = _("You have frozen %s results today, as many as one can. Try again tomorrow.")
        raise RefusedError(message % MOST_A_DAY)


def is_spelled(filterset, answer):
    """Whether words were only compared letter by letter, though they are not as a rule."""
    return bool(
        settings.SEARCH_INDEX and filterset.applied_values("q") and not answer.is_from_index
    )


def since(result, filterset):
    """What became of a frozen result, as a Since."""
    answer = StatementResults(filterset)
    then, now = result.versions, dict(_versions_now(answer))
    changed = [one for one in then if one in now and now[one] != then[one]]
    reworded = _reworded(changed, then, now)
    lists = {
        "added": [one for one in now if one not in then],
        "removed": [one for one in then if one not in now],
        "recoded": [one for one in changed if one not in reworded],
        "reworded": [one for one in changed if one in reworded],
    }
    shown = {name: references[:MOST_LISTED] for name, references in lists.items()}
    known = _statements([one for references in shown.values() for one in references], then)
    return Since(
        now=len(now),
        is_spelled=is_spelled(filterset, answer),
        numbers={name: len(references) for name, references in lists.items()},
        **{name: [known[one] for one in references] for name, references in shown.items()},
    )


def _versions_now(answer):
    """(reference, number of its latest version) of each statement of a list, in its order."""
    for pks in answer.blocks():
        found = Statement.objects.published().filter(pk__among=pks)
        numbered = found.annotate(latest=Max("versions__number")).order_by()
        rows = {pk: row for pk, *row in numbered.values_list("pk", "reference", "latest")}
        yield from ((rows[pk][0], rows[pk][1] or 1) for pk in pks if pk in rows)


def _reworded(references, then, now):
    """Those of these statements whose words are others than they were."""
    versions = Version.objects.filter(statement__reference__among=references)
    digests = {
        (reference, number): digest
        for reference, number, digest in versions.values_list(
            "statement__reference", "number", "digest"
        )
    }
    return {
        one for one in references if digests.get((one, then[one])) != digests.get((one, now[one]))
    }


def _statements(references, then):
    """{reference: Statement, with `then`: the number of its version then} of these."""
    found = Statement.objects.filter(reference__among=references).with_speaker()
    known = {one.reference: one for one in found}
    for reference, statement in known.items():
        statement.then = then.get(reference)
    return known


def _number(count, text):
    return text % (count or _("none"))
