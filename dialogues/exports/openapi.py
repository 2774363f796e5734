"""The description of the public data for programs (OpenAPI 3.1).

Made of what the site itself uses: the record classes, the FilterSets and their values.
"""

from typing import Any

import msgspec
from django.conf import settings
from django.urls import reverse

from dialogues.choices import RedirectionReason
from dialogues.exports.parameters import LIMIT, PAGE, parameters_of, path_parameter
from dialogues.exports.records.kinds import RECORD_KINDS
from dialogues.exports.records.statements import StatementRecord
from dialogues.filters.changed_statements import StatementChanges
from dialogues.filters.filterset import StatementFilter
from dialogues.http.problem_details import PROBLEM
from dialogues.models import Change

Json = dict[str, Any]

VERSION = "1"
SCHEMAS = "#/components/schemas/"
SLUG = r"^[-a-zA-Z0-9_]{1,100}$"
REFERENCE = r"^[0-9a-z]{7}$"
# Kinds of which each record has a page with JSON next to it.
WITH_FILES = ("dialogues", "states", "groups", "organizations", "people", "themes", "sources")
# What every answer says of itself.
ABOUT = {
    "edition": {"type": "integer", "description": "The edition that the answer belongs to."},
    "licence": {"type": "string", "description": "The licence of the data."},
    "licence_url": {"type": "string"},
}
# What a list of statements says of a search.
OF_SEARCH = {
    "total": {"type": "integer", "description": "How many match."},
    "notes": {
        "type": "array",
        "items": {"type": "string"},
        "description": "What the words or the order could not do.",
    },
}
PROBLEM_SCHEMA = {
    "description": "What went wrong (RFC 9457).",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "Sentences that say what to do."},
        "first": {"type": "string", "description": "Where to begin again, with status 410."},
        "releases": {"type": "string", "description": "Bulk files, with status 429."},
    },
}
GONE = {
    "description": "The record was withdrawn, merged or removed.",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["address", "was", "what_happened", "reason", "on", "now_at"],
                "properties": {
                    "address": {"type": "string"},
                    "was": {"type": "string"},
                    "what_happened": {"type": "string", "enum": RedirectionReason.values},
                    "reason": {"type": "string"},
                    "on": {"type": "string", "format": "date-time"},
                    "cited_as": {"type": "string", "description": "How it was cited."},
                    "now_at": {"type": "array", "items": {"type": "string"}},
                },
            }
        }
    },
}
ERRORS = {
    301: "The record has another address: it was renamed or merged, or it was spelled differently.",
    400: "A parameter that does not exist, or a value that cannot be used.",
    404: "There is no such record, or no page with this token.",
    410: "The page token is of another edition: begin again at “first”.",
    429: "Too many requests in a minute: use a release, or wait.",
    503: "The search index is being rebuilt: try again in a minute.",
}


def openapi(base: str, edition: str) -> Json:
    """The OpenAPI document of the site at `base`, with the values of parameters at an edition."""
    records = {kind: how.record for kind, how in RECORD_KINDS.items()}
    types = [StatementRecord, *dict.fromkeys(records.values())]
    _schemas, components = msgspec.json.schema_components(types, ref_template=SCHEMAS + "{name}")
    return {
        "openapi": "3.1.0",
        "info": _info(),
        "servers": [{"url": base}],
        "paths": _paths(edition),
        "components": {"schemas": {**components, "Problem": PROBLEM_SCHEMA}},
    }


def _info():
    return {
        "title": "R2P Dialogues",
        "version": VERSION,
        "summary": "What states said at the United Nations on the responsibility to protect.",
        "license": {"name": settings.DATA_LICENCE, "url": settings.DATA_LICENCE_URL},
    }


def _paths(edition):
    paths = {
        reverse("api"): _get("index", "The kinds of records and their lists.", [], _index(), [429]),
        reverse("api-statement-list"): _statements(edition),
    }
    for kind, how in RECORD_KINDS.items():
        filterset = how.filters({}, queryset=how.public().none())
        parameters = [*parameters_of(filterset), LIMIT, PAGE]
        paths[reverse("api-list", args=[kind])] = _list(kind, how.record, parameters)
    for kind in WITH_FILES:
        record = RECORD_KINDS[kind].record
        paths[f"/{kind}/{{slug}}.json"] = _file(kind, record, _slug(kind))
    paths["/statements/{reference}.json"] = _file("statements", StatementRecord, _reference())
    return paths


def _statements(edition):
    own = StatementChanges({}, queryset=Change.objects.none())
    parameters = [*parameters_of(StatementFilter({}, edition)), *parameters_of(own), LIMIT, PAGE]
    return _list("statements", StatementRecord, parameters, OF_SEARCH, (400, 404, 410, 429, 503))


def _list(kind, record, parameters, more=None, errors=(400, 404, 410, 429)):
    address = {"type": ["string", "null"], "format": "uri"}
    properties = {
        **ABOUT,
        **(more or {}),
        "prev": address | {"description": "The page before; null for none."},
        "next": address | {"description": "The page after; null for none."},
        "records": {"type": "array", "items": _ref(record)},
    }
    ended = {"type": "string", "format": "uri", "description": "What ended or moved since then."}
    schema = _object(properties)
    schema["properties"] = {**properties, "ended": ended}
    return _get(f"list_{kind}", f"All public {kind}, in pages.", parameters, schema, errors)


def _file(kind, record, parameter):
    schema = {"allOf": [_ref(record), _object(ABOUT)]}
    described = _get(f"get_{kind}", f"One record of {kind}.", [parameter], schema, (301, 404, 429))
    described["get"]["responses"]["410"] = GONE
    return described


def _get(operation, summary, parameters, schema, errors):
    answers = {
        "200": {
            "description": summary,
            "content": {"application/json": {"schema": schema}},
        },
        "304": {"description": "Not changed since the ETag in If-None-Match."},
    }
    answers |= {str(status): _error(status) for status in errors}
    described = {"operationId": operation, "summary": summary, "responses": answers}
    return {"get": described | ({"parameters": parameters} if parameters else {})}


def _error(status):
    if status == 301:
        return {"description": ERRORS[status]}
    content = {PROBLEM: {"schema": {"$ref": f"{SCHEMAS}Problem"}}}
    return {"description": ERRORS[status], "content": content}


def _index():
    addresses = {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}}
    return _object({**ABOUT, "schema": {"type": "string"}, "records": addresses})


def _object(properties):
    return {"type": "object", "required": list(properties), "properties": properties}


def _ref(record):
    return {"$ref": SCHEMAS + record.__name__}


def _slug(kind):
    return path_parameter("slug", f"The key of one of the {kind}.", SLUG)


def _reference():
    return path_parameter("reference", "The reference of a statement.", REFERENCE)
