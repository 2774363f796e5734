"""Descriptions of a release for catalogues: DCAT 3, DataCite 4.5 and Croissant 1.0."""

from typing import Any

from dialogues.exports.releases.about import (
    DESCRIPTION,
    KEYWORDS,
    SUBTITLE,
    AboutRelease,
    ReleaseFile,
    without_empty,
)
from dialogues.exports.releases.documents import citation
from dialogues.exports.releases.tables import tables

Json = dict[str, Any]

SPDX_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
CROISSANT_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
    "datetime": "sc:DateTime",
}
CROISSANT_CONTEXT: Json = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def dcat(about: AboutRelease, files: list[ReleaseFile]) -> Json:
    """dcat.jsonld: the release as a dcat:Dataset (W3C DCAT 3, DCAT-AP)."""
    described = {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": about.address,
        "@type": "dcat:Dataset",
        "dct:title": _english(about.title),
        "dct:description": _english(DESCRIPTION),
        "dct:identifier": about.address,
        "dct:issued": {"@type": "xsd:date", "@value": about.day},
        "dct:license": {"@id": about.licence_url},
        "dct:creator": [
            {
                "@type": "foaf:Person" if creator.is_person else "foaf:Organization",
                "foaf:name": creator.name,
            }
            for creator in about.creators
        ],
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": about.publisher},
        "dcat:version": str(about.edition),
        "dcat:keyword": [_english(word) for word in KEYWORDS],
        "dcat:landingPage": {"@id": about.address},
        "dcat:distribution": [_distribution(about, file) for file in files],
    }
    return without_empty(described)


def _english(text):
    return {"@language": "en", "@value": text}


def _distribution(about, file):
    media_type = f"https://www.iana.org/assignments/media-types/{file.media_type}"
    described = {
        "@id": about.address + file.name,
        "@type": "dcat:Distribution",
        "dct:title": _english(file.name),
        "dcat:downloadURL": {"@id": about.address + file.name},
        "dcat:accessURL": {"@id": about.address},
        "dcat:mediaType": {"@id": media_type},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)},
        "dct:license": {"@id": about.licence_url},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": SPDX_SHA256},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
        },
    }
    return without_empty(described)


def datacite(about: AboutRelease, files: list[ReleaseFile]) -> Json:
    """datacite.json: attributes for registering a DOI (DataCite 4.5). The DOI itself is missing."""
    rights = without_empty({"rights": about.licence, "rightsUri": about.licence_url})
    described = {
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Dataset"},
        "creators": [
            {
                "name": creator.name,
                "nameType": "Personal" if creator.is_person else "Organizational",
            }
            for creator in about.creators
        ],
        "titles": [
            {"title": about.title, "lang": "en"},
            {"title": SUBTITLE, "titleType": "Subtitle", "lang": "en"},
        ],
        "publisher": {"name": about.publisher},
        "publicationYear": str(about.published_at.year),
        "subjects": [{"subject": word, "lang": "en"} for word in KEYWORDS],
        "dates": [{"date": about.day, "dateType": "Issued"}],
        "language": "en",
        "version": str(about.edition),
        "sizes": [f"{file.size} bytes: {file.name}" for file in files],
        "formats": sorted({file.media_type for file in files}),
        "rightsList": [rights] if rights else [],
        "descriptions": [{"description": DESCRIPTION, "descriptionType": "Abstract", "lang": "en"}],
        "alternateIdentifiers": [
            {"alternateIdentifier": about.address, "alternateIdentifierType": "URL"}
        ],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    return without_empty(described)


def croissant(about: AboutRelease, files: list[ReleaseFile]) -> Json:
    """croissant.json: the tables for machine learning (ML Commons Croissant 1.0)."""
    tabular = [file for file in files if file.table]
    described = {
        "@context": CROISSANT_CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": f"r2p-dialogues-{about.edition}",
        "description": DESCRIPTION,
        "url": about.address,
        "version": f"{about.edition}.0.0",
        "license": about.licence_url,
        "datePublished": about.day,
        "keywords": list(KEYWORDS),
        "creator": [
            {
                "@type": "sc:Person" if creator.is_person else "sc:Organization",
                "name": creator.name,
            }
            for creator in about.creators
        ],
        "publisher": {"@type": "sc:Organization", "name": about.publisher},
        "citeAs": citation(about),
        "distribution": [_file_object(about, file) for file in tabular],
        "recordSet": [_record_set(file) for file in tabular],
    }
    return without_empty(described)


def _file_object(about, file):
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "contentUrl": about.address + file.name,
        "contentSize": f"{file.size} B",
        "encodingFormat": file.media_type,
        "sha256": file.sha256,
    }


def _record_set(file):
    table = tables()[file.table]
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_croissant_field(table, column, file) for column in table.columns],
    }


def _croissant_field(table, column, file):
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": f"{table.name}/{column.name}",
        "description": column.description,
        "dataType": CROISSANT_TYPES[column.type],
        "source": {"fileObject": {"@id": file.name}, "extract": {"column": column.name}},
    }
