"""What permanent links depend on, as files: versions, redirections and frozen results.

They are loaded unchanged: a version has the same bytes in every database.
"""

import json
from datetime import datetime

from django.core.exceptions import ValidationError

from dialogues.models import (
    FrozenResult,
    Redirection,
    Statement,
    Version,
)

FOLDER = "permanent"
COLUMNS = {
    "versions": ("statement__reference number edition made_at reason digest record page").split(),
    "redirections": "old new why reason made_at label cited_as".split(),
    "results": "key code query title edition made_at count digest references".split(),
}


def export_permanent(folder):
    """Write versions, redirections and frozen results into a folder; returns their number."""
    return (
        _write("versions", folder, Version.objects.order_by("statement__reference", "number"))
        + _write("redirections", folder, Redirection.objects.order_by("old"))
        + _write("results", folder, FrozenResult.objects.order_by("code"))
    )


def load_versions(folder):
    """Add the versions of a folder that the database does not have; returns their number.

    To be called before statements are published, so that no version is made twice.
    """
    statements = dict(Statement.objects.values_list("reference", "pk"))
    existing = set(Version.objects.values_list("statement__reference", "number"))
    new = [
        Version(statement_id=statements[reference], **row)
        for row in _read("versions", folder)
        if (reference := row.pop("statement__reference")) in statements
        and (reference, row["number"]) not in existing
    ]
    Version.objects.bulk_create(new, batch_size=500)
    return len(new)


def load_links(folder, replaced_reason=None):
    """Add the redirections and frozen results the database does not have; returns their number.

    Redirections with `replaced_reason`, made by this load, are replaced.
    """
    redirections = _read("redirections", folder)
    if replaced_reason:
        made_by_this_load = Redirection.objects.filter(reason=replaced_reason)
        made_by_this_load.filter(old__among=[row["old"] for row in redirections]).delete()
    results = _read("results", folder)
    return _add(Redirection, "old", redirections) + _add(FrozenResult, "code", results)


def _write(name, folder, records):
    path = folder / FOLDER / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        rows = records.values(*COLUMNS[name]).iterator(chunk_size=500)
        for count, row in enumerate(rows, 1):  # noqa: B007 the number of rows
            row["made_at"] = row["made_at"].isoformat()
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


def _read(name, folder):
    """The rows of a file, [] if it is missing. Raises ValidationError that names the line."""
    path = folder / FOLDER / f"{name}.jsonl"
    if not path.exists():
        return []
    rows = []
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            try:
                row = json.loads(line)
                row["made_at"] = datetime.fromisoformat(row["made_at"])
            except (ValueError, TypeError, KeyError) as problem:
                raise ValidationError(f"{path.name}, line {number}: {problem!r}") from problem
            if set(row) != set(COLUMNS[name]):
                raise ValidationError(f"{path.name}, line {number}: other columns than expected")
            rows.append(row)
    return rows


def _add(model, key, rows):
    existing = set(model.objects.values_list(key, flat=True))
    new = [model(**row) for row in rows if row[key] not in existing]
    model.objects.bulk_create(new, batch_size=500)
    return len(new)
