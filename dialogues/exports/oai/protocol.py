"""The six verbs of OAI-PMH, as XML."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element, register_namespace, tostring

from django.conf import settings
from django.db.models import Min
from django.http import QueryDict
from django.utils import timezone

from dialogues.citations.work import SITE, statement_work
from dialogues.exports.oai.arguments import SECOND, OaiError, read_arguments, read_list
from dialogues.exports.oai.formats import DATACITE, DC, FORMATS, LOCATION, OAI_DC, XSI, add
from dialogues.exports.oai.harvest import Record, all_sets, page_of, record_of
from dialogues.models import Edition
from dialogues.references import parse_reference

OAI = "http://www.openarchives.org/OAI/2.0/"
SCHEMA = f"{OAI} {OAI}OAI-PMH.xsd"
EMAIL = re.compile(r"[^\s:/]+@([^\s:/]+\.)+[^\s:/]+")
NO_CONTACT = "noreply@localhost.invalid"

for prefix, namespace in {"dc": DC, "oai_dc": OAI_DC, "datacite": DATACITE, "xsi": XSI}.items():
    register_namespace(prefix, namespace)


class Site(NamedTuple):
    """The address of the site, that of the harvesters' page, and the name of the host."""

    base: str
    address: str
    host: str

    def identifier(self, reference: str) -> str:
        return f"oai:{self.host}:{reference}"

    def reference(self, identifier: str) -> str:
        """The reference in an identifier. Raises OaiError if it is not one of this site."""
        reference = identifier.removeprefix(f"oai:{self.host}:")
        if self.identifier(reference) != identifier or parse_reference(reference) != reference:
            raise OaiError("idDoesNotExist", "There is no record with this identifier.")
        return reference


def answer(params: QueryDict, site: Site) -> bytes:
    """The XML document that answers a request."""
    root = Element("OAI-PMH", {"xmlns": OAI, LOCATION: SCHEMA})
    add(root, "responseDate", timezone.now().strftime(SECOND))
    try:
        arguments = read_arguments(params)
        element = VERBS[arguments["verb"]](arguments, site)
        add(root, "request", site.address, **arguments)
        root.append(element)
    except OaiError as error:
        is_readable = error.code not in ("badVerb", "badArgument")
        add(root, "request", site.address, **(params.dict() if is_readable else {}))
        add(root, "error", str(error), code=error.code)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _identify(_arguments, site):
    first = Edition.objects.aggregate(at=Min("made_at"))["at"] or timezone.now()
    element = Element("Identify")
    add(element, "repositoryName", SITE)
    add(element, "baseURL", site.address)
    add(element, "protocolVersion", "2.0")
    is_email = EMAIL.fullmatch(settings.CONTACT)
    add(element, "adminEmail", settings.CONTACT if is_email else NO_CONTACT)
    add(element, "earliestDatestamp", first.strftime(SECOND))
    add(element, "deletedRecord", "persistent")
    add(element, "granularity", "YYYY-MM-DDThh:mm:ssZ")
    return element


def _metadata_formats(arguments, site):
    if "identifier" in arguments:
        _existing(arguments, site)
    element = Element("ListMetadataFormats")
    for prefix, how in FORMATS.items():
        described = add(element, "metadataFormat")
        add(described, "metadataPrefix", prefix)
        add(described, "schema", how.schema)
        add(described, "metadataNamespace", how.namespace)
    return element


def _sets(arguments, _site):
    if "resumptionToken" in arguments:
        raise OaiError("badResumptionToken", "All sets are in one answer.")
    element = Element("ListSets")
    for spec, name in all_sets():
        described = add(element, "set")
        add(described, "setSpec", spec)
        add(described, "setName", name)
    return element


def _get_record(arguments, site):
    record = _existing(arguments, site)
    _known_format(arguments["metadataPrefix"])
    element = Element("GetRecord")
    element.append(_record(record, arguments["metadataPrefix"], site))
    return element


def _list(arguments, site, write):
    request = read_list(arguments)
    _known_format(request.prefix)
    records, after = page_of(request)
    if not records:
        # The rest of a list that began may have changed since.
        code = "badResumptionToken" if request.after else "noRecordsMatch"
        raise OaiError(code, "There is no such record.")
    element = Element(arguments["verb"])
    element.extend(write(record, request.prefix, site) for record in records)
    if after is not None or request.after:
        # Empty on the last part of a list that has several.
        add(element, "resumptionToken", request.token(after) if after is not None else "")
    return element


def _list_records(arguments, site):
    return _list(arguments, site, _record)


def _list_identifiers(arguments, site):
    return _list(arguments, site, _header)


VERBS: Mapping[str, Callable[[Mapping[str, str], Site], Element]] = {
    "Identify": _identify,
    "ListMetadataFormats": _metadata_formats,
    "ListSets": _sets,
    "GetRecord": _get_record,
    "ListIdentifiers": _list_identifiers,
    "ListRecords": _list_records,
}


def _existing(arguments, site) -> Record:
    record = record_of(site.reference(arguments["identifier"]))
    if record is None:
        raise OaiError("idDoesNotExist", "There is no record with this identifier.")
    return record


def _known_format(prefix):
    if prefix not in FORMATS:
        raise OaiError("cannotDisseminateFormat", f"The formats are {', '.join(FORMATS)}.")


def _record(record, prefix, site):
    element = Element("record")
    element.append(_header(record, prefix, site))
    if record.version:
        version = record.version
        work = statement_work(version.public_record, version, site.base, version.made_at.date())
        add(element, "metadata").append(FORMATS[prefix].write(work, version))
    return element


def _header(record, _prefix, site):
    element = Element("header", {} if record.version else {"status": "deleted"})
    add(element, "identifier", site.identifier(record.reference))
    add(element, "datestamp", record.changed_at.strftime(SECOND))
    for spec in record.sets:
        add(element, "setSpec", spec)
    return element
