"""The page of a record says what its data say."""

from datetime import date

import pytest
from django.utils.dateformat import format as date_format
from lxml import html

from dialogues.exports.releases.columns import columns_of
from dialogues.exports.releases.tables import record_class

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_collection")]

KINDS = ("statements dialogues states groups organizations people themes sources votes").split()
SAMPLE = 12  # records of a kind
# Fields that pages say in other words.
OTHERWISE = {
    ("dialogues", "series"): "its name is a key; the page has the numbers in the series",
    ("groups", "group_kind"): "as its label",
    ("themes", "position"): "as the order of the list",
    ("sources", "published_in"): "as month and year",
    ("statements", "digest"): "its first characters, in the permanent address",
    ("statements", "begins_with"): "as the link to the passage",
    ("statements", "ends_with"): "as the link to the passage",
    ("statements", "speaker_person"): "by name",
    ("statements", "speaker_on_behalf_of"): "by name",
    ("statements", "text"): "with typographic marks between its parts",
    ("votes", "dialogue_name"): "by its short title",
    ("votes", "held_on"): "without the day, if only the month is known",
    ("dialogues", "statement_count"): "as two numbers, if some speakers are not named",
}


def words_of(client, address):
    """The words, addresses and days of a page."""
    page = html.fromstring(client.get(address).content)
    for element in page.xpath("//script | //style"):
        element.drop_tree()
    values = page.xpath("//@href | //@datetime | //@lang")
    return " ".join([page.text_content(), *values])


def ways_to_say(value):
    """The texts that say a value of a record."""
    text = " ".join(value.split())
    yield text.replace("http://testserver", "")
    try:
        yield date_format(date.fromisoformat(text), "j F Y")
    except ValueError:
        return


def is_said(value, page):
    return any(way in page for way in ways_to_say(value))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_every_field_of_its_record(client, kind):
    records = client.get(f"/api/v1/{kind}/?limit=500").json()["records"]
    # Values with a vocabulary and yes or no have labels on pages.
    columns = [
        column
        for column in columns_of(record_class(kind))
        if not column.values and column.type != "boolean" and (kind, column.name) not in OTHERWISE
    ]

    missing = []
    for record in records[:: max(1, len(records) // SAMPLE)]:
        page = " ".join(words_of(client, record["address"]).split())
        for column in columns:
            cell = column.cell(record)
            values = [cell] if not column.is_list else cell.split("; ")
            filled = [str(value) for value in values if value not in (None, "")]
            missing += [(column.name, value) for value in filled if not is_said(value, page)]

    assert records
    assert missing == []
