"""Freezing what a filtered list has, and saying later what became of it."""

from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.filters.answers import Answer
from dialogues.models import FrozenResult, Statement, Version

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


def freeze_result(filterset, query, title, edition, visitor):
    """The FrozenResult of a list, made now unless it was made at this edition before.

    Raises RefusedError for a list too long, or a visitor who has made too many today.
    """
    answer = Answer(filterset)
    if len(answer) > MOST_STATEMENTS:
        message = ngettext(
            "This list has %(count)s statement; up to %(most)s can be frozen. Narrow it first.",
            "This list has %(count)s statements; up to %(most)s can be frozen. Narrow it first.",
            len(answer),
        )
        raise RefusedError(message % {"count": len(answer), "most": MOST_STATEMENTS})
    with transaction.atomic():
        same = FrozenResult.objects.filter(query=query, edition=edition)
        if found := same.first():
            return found
        if FrozenResult.objects.filter(visitor=visitor).count() >= MOST_A_DAY:
            message = _("You have frozen %s results today, as many as one can. Try again tomorrow.")
            raise RefusedError(message % MOST_A_DAY)
        references = _references(answer)
        return FrozenResult.objects.create(
            query=query,
            title=title,
            edition=edition,
            count=len(references),
            digest=sha256("\n".join(references).encode()).hexdigest(),
            references=" ".join(references),
            visitor=visitor,
        )


def since(result, filterset):
    """What became of a frozen result, as a Since. Five queries at most, and those of the list."""
    then, now = result.versions, dict(_versions_now(Answer(filterset)))
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
        numbers={name: len(references) for name, references in lists.items()},
        **{name: [known[one] for one in references] for name, references in shown.items()},
    )


def _references(answer):
    return [f"{reference}.{number}" for reference, number in _versions_now(answer)]


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
