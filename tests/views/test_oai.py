"""OAI-PMH: the record for harvesters."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from lxml import etree
from oaipmh_scythe import Scythe

from dialogues import publishing
from dialogues.exports.oai import harvest
from dialogues.models import Edition, open_edition
from tests.records import (
    make_dialogue,
    make_draft,
    make_group,
    make_participation,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db

NAMES = {
    "oai": "http://www.openarchives.org/OAI/2.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "datacite": "http://datacite.org/schema/kernel-4",
}


def ask(client, **arguments):
    """The root element of an answer."""
    return etree.fromstring(client.get("/oai/", arguments).content)


def texts(root, path):
    return [element.text for element in root.iterfind(path, NAMES)]


def error(root):
    return root.find("oai:error", NAMES).get("code")


def identifiers(root):
    return texts(root, ".//oai:header/oai:identifier")


def of(statement):
    return f"oai:testserver:{statement.reference}"


@pytest.fixture
def statement():
    speech = make_participation(
        make_dialogue(slug="dialogue", title="Dialogue", held_on=date(2017, 9, 6)),
        make_state("Peru", slug="peru"),
    )
    return make_statement(
        participation=speech,
        source=make_source(title="Source"),
        themes=[make_theme("Veto", slug="veto")],
        summary="Spoke.",
    )


def test_the_site_says_who_it_is(client, statement, settings):
    settings.CONTACT = "editors@example.org"
    first = Edition.objects.last().made_at.strftime("%Y-%m-%dT%H:%M:%SZ")

    (identify,) = ask(client, verb="Identify").iterfind("oai:Identify", NAMES)

    assert [(etree.QName(element).localname, element.text) for element in identify] == [
        ("repositoryName", "R2P Dialogues"),
        ("baseURL", "http://testserver/oai/"),
        ("protocolVersion", "2.0"),
        ("adminEmail", "editors@example.org"),
        ("earliestDatestamp", first),
        ("deletedRecord", "persistent"),
        ("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    ]


def test_a_record_in_dublin_core(client, statement):
    root = ask(client, verb="GetRecord", identifier=of(statement), metadataPrefix="oai_dc")

    digest = statement.versions.get().short_digest
    fields = {etree.QName(element).localname: element.text for element in root.find(".//{*}dc")}
    assert fields == {
        "title": "Statement at the Plenary debate of the General Assembly, “Dialogue”",
        "creator": "As printed",
        "subject": "Veto",
        "description": "Spoke.",
        "publisher": "R2P Dialogues",
        "date": "2017-09-06",
        "type": "Text",
        "identifier": f"http://testserver/statements/{statement.reference}/?v=1&d={digest}",
        "source": "Source, section “Debate”",
        "language": "en",
        "relation": "Plenary debate of the General Assembly, “Dialogue”",
        "rights": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_a_record_in_datacite(client, statement):
    root = ask(client, verb="GetRecord", identifier=of(statement), metadataPrefix="datacite")

    assert texts(root, ".//datacite:creatorName") == ["As printed"]
    assert texts(root, ".//datacite:subject") == ["Veto"]
    year = statement.versions.get().made_at.year
    assert texts(root, ".//datacite:publicationYear") == [str(year)]
    assert texts(root, ".//datacite:date") == ["2017-09-06"]
    assert texts(root, ".//datacite:version") == ["1"]


def test_a_record_is_in_the_sets_of_its_dialogue_state_and_themes(client, statement):
    root = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc")

    assert texts(root, ".//oai:setSpec") == ["dialogue:dialogue", "state:peru", "theme:veto"]


def test_the_sets(client, statement):
    root = ask(client, verb="ListSets")

    pairs = zip(texts(root, ".//oai:setSpec"), texts(root, ".//oai:setName"), strict=True)
    assert list(pairs) == [
        ("dialogue", "By dialogue"),
        ("dialogue:dialogue", statement.dialogue.title),
        ("state", "By state that spoke"),
        ("state:peru", "Peru"),
        ("theme", "By theme"),
        ("theme:veto", "Veto"),
    ]


@pytest.mark.parametrize(
    "name", ["dialogue:dialogue", "state:peru", "state", "theme:veto", "theme"]
)
def test_a_set_is_harvested(client, statement, name):
    make_statement(participation=make_participation(participant=make_group()))

    root = ask(client, verb="ListRecords", metadataPrefix="oai_dc", set=name)

    assert identifiers(root) == [of(statement)]


def test_a_withdrawn_statement_stays_as_deleted(client, statement):
    publishing.withdraw([statement], "Wrong")

    root = ask(client, verb="ListRecords", metadataPrefix="oai_dc")

    (record,) = root.iterfind(".//oai:record", NAMES)
    assert record.find("oai:header", NAMES).get("status") == "deleted"
    assert record.find("oai:metadata", NAMES) is None
    assert identifiers(root) == [of(statement)]


def test_a_draft_is_no_record(client):
    make_draft()

    assert error(ask(client, verb="ListRecords", metadataPrefix="oai_dc")) == "noRecordsMatch"


def test_a_statement_of_a_dialogue_that_is_a_draft_again_is_deleted(client, statement):
    statement.dialogue.status = "draft"
    statement.dialogue.save()

    root = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc")

    assert [header.get("status") for header in root.iterfind(".//oai:header", NAMES)] == ["deleted"]
    assert texts(root, ".//oai:setSpec") == ["state:peru", "theme:veto"]


def test_records_are_harvested_by_the_day_of_their_last_change(client, statement):
    Edition.objects.update(made_at=timezone.now() - timedelta(days=10))
    new = make_statement()
    today = timezone.now().date()

    def of_days(**days):
        days = {key.rstrip("_"): str(day) for key, day in days.items()}
        return identifiers(ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", **days))

    assert of_days(from_=today - timedelta(days=1)) == [of(new)]
    assert of_days(until=today - timedelta(days=5)) == [of(statement)]
    assert of_days(from_=today - timedelta(days=20), until=today) == [of(statement), of(new)]
    with open_edition("A comma"):
        statement.summary = "Corrected."
        statement.save()
    assert of_days(from_=today - timedelta(days=1)) == [of(statement), of(new)]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({}, "badVerb"),
        ({"verb": "Nothing"}, "badVerb"),
        ({"verb": "Identify", "colour": "red"}, "badArgument"),
        ({"verb": ["Identify", "Identify"]}, "badVerb"),
        ({"verb": "GetRecord", "identifier": ["a", "b"]}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "marc"}, "cannotDisseminateFormat"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2017"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "soon"}, "badArgument"),
        (
            {
                "verb": "ListRecords",
                "metadataPrefix": "oai_dc",
                "from": "2026-01-02",
                "until": "2026-01-01",
            },
            "badArgument",
        ),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "x:y"}, "noRecordsMatch"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "\0"}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "zzz"}, "badResumptionToken"),
        ({"verb": "ListRecords", "resumptionToken": "\1"}, "badResumptionToken"),
        ({"verb": "ListSets", "resumptionToken": "zzz"}, "badResumptionToken"),
        (
            {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:other:1"},
            "idDoesNotExist",
        ),
        ({"verb": "ListMetadataFormats", "identifier": "oai:testserver:0000000"}, "idDoesNotExist"),
    ],
)
def test_an_error_has_its_code(client, statement, arguments, code):
    assert error(ask(client, **arguments)) == code


def test_arguments_can_be_posted(client, statement):
    answer = client.post("/oai/", {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"})

    assert identifiers(etree.fromstring(answer.content)) == [of(statement)]


def test_a_harvest_in_parts_survives_edits(client, monkeypatch):
    monkeypatch.setattr(harvest, "PAGE_SIZE", 2)
    statements = [make_statement() for _ in range(5)]
    root = ask(client, verb="ListRecords", metadataPrefix="oai_dc")
    read = identifiers(root)
    with open_edition("A comma"):
        statements[0].summary = "Corrected."
        statements[0].save()
    publishing.withdraw([statements[3]], "Wrong")
    added = make_statement()

    while (token := root.find(".//oai:resumptionToken", NAMES)) is not None and token.text:
        root = ask(client, verb="ListRecords", resumptionToken=token.text)
        read += identifiers(root)

    assert read == [of(each) for each in (*statements, added)]


def test_the_queries_of_a_list_are_as_many_at_any_length(
    client, statement, django_assert_num_queries
):
    for _ in range(5):
        make_statement(themes=[make_theme()])

    with django_assert_num_queries(6):
        ask(client, verb="ListRecords", metadataPrefix="oai_dc")


def test_a_harvester_reads_all_records(live_server, monkeypatch):
    monkeypatch.setattr(harvest, "PAGE_SIZE", 2)
    statements = [make_statement() for _ in range(5)]

    with Scythe(f"{live_server.url}/oai/") as harvester:
        records = list(harvester.list_records(metadata_prefix="oai_dc"))

    assert [record.header.identifier.rpartition(":")[2] for record in records] == [
        statement.reference for statement in statements
    ]
