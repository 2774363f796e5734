"""Descriptions of the CSV files: CSV on the Web (W3C) and Frictionless Data Package."""

from typing import Any

from dialogues.exports.releases.about import (
    DESCRIPTION,
    KEYWORDS,
    AboutRelease,
    ReleaseFile,
    without_empty,
)
from dialogues.exports.releases.columns import SEPARATOR
from dialogues.exports.releases.tables import Table, key_of, tables

Json = dict[str, Any]

CSVW_CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]


def csv_metadata(about: AboutRelease) -> Json:
    """csv-metadata.json: the tables as CSV on the Web."""
    described = {
        "@context": CSVW_CONTEXT,
        "dc:title": about.title,
        "dc:description": DESCRIPTION,
        "dc:license": {"@id": about.licence_url},
        "dc:issued": about.day,
        "@id": about.address,
        "tables": [_csvw_table(table) for table in tables().values()],
    }
    return without_empty(described)


def _csvw_table(table):
    schema: Json = {"columns": [_csvw_column(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if keys := list(_csvw_keys(table)):
        schema["foreignKeys"] = keys
    return {
        "url": f"{table.name}.csv",
        "dc:description": table.description,
        "tableSchema": schema,
    }


def _csvw_keys(table):
    """The foreign keys that are never empty: strict readers refuse an empty one."""
    needed = {column.name for column in table.columns if not column.is_nullable}
    for column, other in table.names.items():
        if column in needed:
            reference = {"resource": f"{other}.csv", "columnReference": key_of(other)}
            yield {"columnReference": column, "reference": reference}


def _csvw_column(column):
    described: Json = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": "dateTime" if column.type == "datetime" else column.type,
    }
    if column.is_list:
        described["separator"] = SEPARATOR
    return described


def datapackage(about: AboutRelease, files: list[ReleaseFile]) -> Json:
    """datapackage.json: the tables as a Frictionless Data Package."""
    licence = without_empty({"title": about.licence, "path": about.licence_url})
    described = {
        "profile": "tabular-data-package",
        "name": f"r2p-dialogues-{about.edition}",
        "id": about.address,
        "title": about.title,
        "description": DESCRIPTION,
        "homepage": about.base,
        "version": str(about.edition),
        "created": about.published_at.isoformat(),
        "keywords": list(KEYWORDS),
        "licenses": [licence] if licence else [],
        "contributors": [{"title": creator.name, "role": "author"} for creator in about.creators],
        "resources": [_resource(tables()[file.table], file) for file in files if file.table],
    }
    return without_empty(described)


def _resource(table, file):
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": file.name,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": _table_schema(table),
    }


def _table_schema(table: Table) -> Json:
    schema: Json = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.names:
        schema["foreignKeys"] = [
            {
                "fields": column,
                "reference": {"resource": other.replace("_", "-"), "fields": key_of(other)},
            }
            for column, other in table.names.items()
        ]
    return schema


def _field(column):
    field: Json = {"name": column.name, "type": column.type, "description": column.description}
    if column.values:
        field["constraints"] = {"enum": list(column.values)}
    return field
