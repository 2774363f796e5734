"""A filter selects the same statements on the page, in each file, for programs and in the feed."""

import csv
import json
import re
from io import StringIO
from random import Random
from urllib.parse import urlencode

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_collection")]

WORDS = ("", "", "veto", "sovereignty Syria", "genocide -veto", "year:2017", "protect*")
ENTRIES = 50  # of a feed


def random_query(random, client):
    """A query string with random values of random keys."""
    described = client.get("/api/v1/schema/").json()["paths"]["/api/v1/statements/"]["get"]
    values = {
        parameter["name"]: parameter["schema"]["items"]["enum"]
        for parameter in described["parameters"]
        if "enum" in parameter["schema"].get("items", {})
    }
    words = random.choice(WORDS)
    pairs = [("q", words)] if words else []
    for key in random.sample(sorted(values), random.randint(0, 2)):
        sample = random.sample(values[key], min(len(values[key]), random.randint(1, 3)))
        pairs += [(key, value) for value in sample]
    return urlencode(pairs)


def of_csv(client, query):
    text = b"".join(client.get(f"/statements.csv?{query}").streaming_content).decode("utf-8-sig")
    return [row["reference"] for row in csv.DictReader(StringIO(text, newline=""))]


def of_json(client, query):
    content = b"".join(client.get(f"/statements.json?{query}").streaming_content)
    return [row["reference"] for row in json.loads(content)["statements"]]


def of_programs(client, query):
    references, address = [], f"/api/v1/statements/?limit=100&{query}"
    while address:
        page = client.get(address).json()
        references += [row["reference"] for row in page["records"]]
        address = page["next"]
    return references


def of_page(client, query):
    references, number, total = [], 0, 1
    while len(references) < total:
        number += 1
        page = client.get(f"/statements/?size=100&page={number}&{query}").content.decode()
        total = int(re.search(r'data-total="(\d+)"', page)[1])
        references += re.findall(r'<article[^>]*data-reference="(\w+)"', page)
    return references


def of_feed(client, query):
    feed = client.get(f"/feeds/statements.atom?{query}").content.decode()
    return set(re.findall(r"/statements/(\w{7})/", feed))


@pytest.mark.parametrize("seed", range(25))
def test_a_filter_selects_the_same_everywhere(client, seed):
    query = random_query(Random(seed), client)

    expected = of_csv(client, query)

    assert (of_json(client, query), of_programs(client, query)) == (expected, expected)
    # The page has equal sentences of several speakers next to each other.
    assert sorted(of_page(client, query)) == sorted(expected)
    feed = of_feed(client, query)
    assert feed <= set(expected)
    assert len(feed) == min(len(expected), ENTRIES)
