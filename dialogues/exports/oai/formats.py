"""The metadata formats of harvested records: Dublin Core and DataCite 4."""

from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from django.conf import settings

from dialogues.citations.work import SITE, Work
from dialogues.models import Version
from dialogues.text.characters import clean_text

DC = "http://purl.org/dc/elements/1.1/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DATACITE = "http://datacite.org/schema/kernel-4"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
LOCATION = f"{{{XSI}}}schemaLocation"


class MetadataFormat(NamedTuple):
    """A format: the address of its schema, its namespace, and what writes a Work in it."""

    schema: str
    namespace: str
    write: Callable[[Work, Version], Element]


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """A child element with a text that XML can hold."""
    values = {key: clean_text(value) for key, value in attributes.items()}
    child = SubElement(parent, name, values)
    if text:
        child.text = clean_text(text)
    return child


def dublin_core(work: Work, version: Version) -> Element:
    """A version of a statement in unqualified Dublin Core."""
    root = Element(f"{{{OAI_DC}}}dc", {LOCATION: f"{OAI_DC} {OAI_DC.rstrip('/')}.xsd"})
    values = [
        ("title", work.title),
        ("creator", work.speaker),
        *[("subject", theme["name"]) for theme in version.public_record["themes"]],
        ("description", work.quotation),
        ("description", work.summary),
        ("publisher", SITE),
        ("date", work.issued),
        ("type", "Text"),
        ("identifier", work.address),
        ("source", _source(work)),
        ("language", work.language),
        ("relation", work.event),
        ("rights", settings.DATA_LICENCE_URL or settings.DATA_LICENCE),
    ]
    for name, text in values:
        if text:
            add(root, f"{{{DC}}}{name}", text)
    return root


def datacite(work: Work, version: Version) -> Element:
    """A version of a statement in the DataCite Metadata Schema 4, identified by its address."""
    location = f"{DATACITE} https://schema.datacite.org/meta/kernel-4/metadata.xsd"
    root = Element(f"{{{DATACITE}}}resource", {LOCATION: location})
    _child(root, "identifier", work.address, identifierType="URL")
    creator = _child(_child(root, "creators"), "creator")
    _child(creator, "creatorName", work.speaker)
    _child(_child(root, "titles"), "title", work.title)
    _child(root, "publisher", SITE)
    _child(root, "publicationYear", str(version.made_at.year))
    _child(root, "resourceType", "Statement", resourceTypeGeneral="Text")
    themes = [(theme["name"], {}) for theme in version.public_record["themes"]]
    _children(root, "subjects", "subject", themes)
    _children(root, "dates", "date", [(work.issued, {"dateType": "Created"})])
    _child(root, "language", work.language)
    document = {"relatedIdentifierType": "URL", "relationType": "IsDerivedFrom"}
    url = work.document.url if work.document else ""
    _children(root, "relatedIdentifiers", "relatedIdentifier", [(url, document)])
    _child(root, "version", str(version.number))
    uri = settings.DATA_LICENCE_URL
    rights = (settings.DATA_LICENCE, {"rightsURI": uri} if uri else {})
    _children(root, "rightsList", "rights", [rights])
    texts = [
        (work.quotation, {"descriptionType": "Other"}),
        (work.summary, {"descriptionType": "Abstract"}),
    ]
    _children(root, "descriptions", "description", texts)
    return root


def _child(parent, name, text="", **attributes):
    return add(parent, f"{{{DATACITE}}}{name}", text, **attributes)


def _children(parent, group, name, texts):
    """A group of elements, of the texts that are not empty: (text, attributes)."""
    texts = [(text, attributes) for text, attributes in texts if text]
    if texts:
        group = _child(parent, group)
        for text, attributes in texts:
            _child(group, name, text, **attributes)


def _source(work):
    """The document with its publisher, symbols and place."""
    document = work.document
    if document is None:
        return ""
    parts = (document.publisher, document.title, document.symbols, work.pinpoint, document.url)
    return ", ".join(part for part in parts if part)


FORMATS = {
    "oai_dc": MetadataFormat("http://www.openarchives.org/OAI/2.0/oai_dc.xsd", OAI_DC, dublin_core),
    "datacite": MetadataFormat(
        "https://schema.datacite.org/meta/kernel-4/metadata.xsd", DATACITE, datacite
    ),
}
