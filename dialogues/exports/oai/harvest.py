"""The records that harvesters see: every statement that was ever public.

A record has the time of the last edition that changed its statement. Lists are in the order of
keys, which never change, so a list that is read in parts while editors work has every record once:
what changes after it was read is in the next harvest, from an hour before this one began. (The time
of an edition is set before it is committed.)
"""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from dialogues.choices import DialogueStatus, ParticipantKind, StatementStatus
from dialogues.exports.oai.arguments import ListRequest, OaiError
from dialogues.models import Change, Dialogue, State, Statement, Theme, Version

PAGE_SIZE = 100
# {first part of a set: (its name, what records it has)}.
SETS = {
    "dialogue": ("By dialogue", Q()),
    "state": ("By state that spoke", Q(participation__participant__kind=ParticipantKind.STATE)),
    "theme": ("By theme", Q(themes__isnull=False)),
}
COLUMNS = {
    "dialogue": "dialogue__slug",
    "state": "participation__participant__slug",
    "theme": "themes__slug",
}


class Record(NamedTuple):
    """A statement as harvesters see it; `version` is None if it is no longer public."""

    reference: str
    changed_at: datetime
    sets: list[str]
    version: Version | None


def all_sets() -> list[tuple[str, str]]:
    """(set, its name) of all sets."""
    dialogues = Dialogue.objects.published().order_by("slug").values_list("slug", "title")
    states = State.objects.states().order_by("slug").values_list("slug", "name")
    themes = Theme.objects.in_order().values_list("slug", "label")
    members = {"dialogue": dialogues, "state": states, "theme": themes}
    sets = []
    for kind, (name, _condition) in SETS.items():
        sets.append((kind, name))
        sets += [(f"{kind}:{slug}", label) for slug, label in members[kind]]
    return sets


def record_of(reference: str) -> Record | None:
    """The record of a statement; None if it was never public."""
    return next(iter(_records(_ever_public().filter(reference=reference))), None)


def page_of(request: ListRequest) -> tuple[list[Record], int | None]:
    """(the records of a part of a list, the key that the next part goes on after, if any)."""
    statements = _in_period(_in_set(_ever_public(), request.set), request)
    keys = statements.filter(pk__gt=request.after).order_by("pk").values_list("pk", flat=True)
    keys = list(keys.distinct()[: PAGE_SIZE + 1])
    page = keys[:PAGE_SIZE]
    records = _records(Statement.objects.filter(pk__in=page).order_by("pk"))
    return records, page[-1] if len(keys) > PAGE_SIZE else None


def _ever_public() -> QuerySet:
    versions = Version.objects.filter(statement=OuterRef("pk"))
    return Statement.objects.filter(Exists(versions))


def _in_set(statements, name):
    if not name:
        return statements
    kind, _colon, slug = name.partition(":")
    if kind not in SETS or (":" in name) != bool(slug) or not slug.isprintable():
        raise OaiError("noRecordsMatch", "There is no such set.")
    statements = statements.filter(SETS[kind][1])
    return statements.filter(**{COLUMNS[kind]: slug}) if slug else statements


def _in_period(statements, request):
    """The statements whose last change is in the period of a request."""
    changes = Change.objects.filter(statement=OuterRef("pk"))
    if first := request.first_moment:
        statements = statements.filter(Exists(changes.filter(edition__made_at__gte=first)))
    if end := request.end:
        statements = statements.exclude(Exists(changes.filter(edition__made_at__gte=end)))
    return statements


def _records(statements: QuerySet) -> list[Record]:
    """A Record for each statement. Five queries for any number."""
    loaded = statements.select_related("dialogue", "participation__participant")
    loaded = list(loaded.prefetch_related("themes"))
    keys = [statement.pk for statement in loaded]
    versions = Version.objects.latest_by_statement(keys)
    changes = Change.objects.filter(statement__in=keys).order_by().values("statement")
    changed = dict(changes.annotate(at=Max("edition__made_at")).values_list("statement", "at"))
    return [
        _record(statement, versions[statement.pk], changed.get(statement.pk))
        for statement in loaded
    ]


def _record(statement, version, changed_at):
    """The Record of a statement; `version` is its latest."""
    is_public = _is_public(statement)
    sets = _sets_of(statement) if is_public else _former_sets(statement, version.public_record)
    changed_at = changed_at or version.made_at
    return Record(statement.reference, changed_at, list(sets), version if is_public else None)


def _sets_of(statement):
    speech = statement.participation
    yield f"dialogue:{statement.dialogue.slug}"
    if speech and speech.participant and speech.participant.kind == ParticipantKind.STATE:
        yield f"state:{speech.participant.slug}"
    for theme in statement.themes.all():
        yield f"theme:{theme.slug}"


def _former_sets(statement, record):
    """The sets of a statement that is not public, as it was when it was: edits since then are not
    public either."""
    if statement.dialogue.status == DialogueStatus.PUBLISHED:
        yield f"dialogue:{record['dialogue']['slug']}"
    speaker = record["speaker"]
    if speaker and speaker["kind"] == ParticipantKind.STATE:
        yield f"state:{speaker['participant']['slug']}"
    for theme in record["themes"]:
        yield f"theme:{theme['slug']}"


def _is_public(statement):
    is_published = statement.status == StatementStatus.PUBLISHED
    return is_published and statement.dialogue.status == DialogueStatus.PUBLISHED
