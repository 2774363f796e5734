"""No address that was ever in a sitemap breaks, whatever happens to its record."""

import re
from collections import Counter

import pytest

from dialogues import publishing
from dialogues.merging import merge_participants, merge_statements, merge_themes
from dialogues.models import (
    Dialogue,
    Participant,
    Person,
    SourceDocument,
    Statement,
    Theme,
    Vote,
)

pytestmark = [
    pytest.mark.long,
    pytest.mark.django_db,
    pytest.mark.once,
    pytest.mark.usefixtures("starter_collection"),
]


def addresses_of(client):
    """Every address in the sitemaps."""
    index = client.get("/sitemap.xml").content.decode()
    parts = re.findall(r"<loc>http://testserver([^<]+)</loc>", index)
    return [
        path
        for part in parts
        for path in re.findall(
            r"<loc>http://testserver([^<]+)</loc>", client.get(part).content.decode()
        )
    ]


# Of the records that change_everything changes.
CHANGED = re.compile(
    "turkiye|brunei-darussalam|bahrain|veto-restraint|prevention|early-warning|unga-2017-09-06"
    "|gcr2p-2017-09-15|european-union|eastern-european|unga-2020|inclusion-75th|/people/"
)


def first_statements():
    return Statement.objects.published().order_by("pk")[:4]


def change_everything():
    """A new name, a merge of each kind, a withdrawal, a deletion, and new slugs of each kind."""
    turkiye = Participant.objects.get(slug="turkiye")
    turkiye.slug, turkiye.name = "turkey-again", "Turkey (again)"
    turkiye.save()
    merge_participants(
        Participant.objects.get(slug="brunei-darussalam"),
        Participant.objects.get(slug="bahrain"),
        "For a test",
    )
    merge_themes(
        Theme.objects.get(slug="veto-restraint"), Theme.objects.get(slug="prevention"), "For a test"
    )
    first, second, third, fourth = first_statements()
    merge_statements(first, second, "For a test")
    merge_statements(second, third, "For a test")
    publishing.withdraw([fourth], "For a test")
    for record in (
        Theme.objects.get(slug="early-warning"),
        Dialogue.objects.get(slug="unga-2017-09-06"),
        SourceDocument.objects.get(slug="gcr2p-2017-09-15"),
        Person.objects.first(),
        Participant.objects.get(slug="european-union"),
        Participant.objects.get(slug="eastern-european"),
    ):
        record.slug = f"{record.slug}-renamed"
        record.save()
    Vote.objects.filter(dialogue__slug="unga-2020").delete()
    Dialogue.objects.get(slug="unga-2020").delete()


def test_every_address_answers_after_a_change_of_each_kind(client):
    """Before it, every tenth: what answers afterwards and is in a sitemap did so before.

    Of the records that are not changed, whose pages are alike, only every eighth.
    """
    before = addresses_of(client)
    first = [statement.get_absolute_url() for statement in first_statements()]
    changed = [path for path in before if path in first or CHANGED.search(path)]
    visited = list(dict.fromkeys([*changed, *before[::8]]))
    statements = [path for path in visited if re.fullmatch(r"/statements/\w{7}/", path)]
    old = [*visited, *(f"{path}v1/" for path in statements)]
    assert (len(statements) > 50, len(visited) > 200) == (True, True)
    assert other_than(200, answers(client, old[::10])) == {}

    change_everything()

    after = answers(client, old)
    counts = Counter(status for status, _location in after.values())
    assert other_than(200, 301, 410, after) == {}
    assert counts[301] >= 11
    assert counts[410] == 4
    ends = [location for status, location in after.values() if status == 301]
    assert other_than(200, 410, answers(client, ends)) == {}
    # The sitemaps list no address that ended.
    now = addresses_of(client)
    assert [path for path in now if path in after and after[path][0] != 200] == []
    assert other_than(200, answers(client, set(now) - set(before))) == {}


def answers(client, addresses):
    """{address: (status, Location)}."""
    responses = {path: client.get(path) for path in addresses}
    return {
        path: (response.status_code, response.get("Location"))
        for path, response in responses.items()
    }


def other_than(*statuses_and_answers):
    """The answers with another status than these."""
    *statuses, answers = statuses_and_answers
    return {path: answer for path, answer in answers.items() if answer[0] not in statuses}
