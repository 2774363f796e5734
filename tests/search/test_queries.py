"""The record that each query of a table must find first: tests/search/queries.csv."""

import csv
from pathlib import Path

import pytest
from django.http import QueryDict
from django.urls import reverse

from dialogues.filters.statement_list import StatementList
from dialogues.middleware.page_cache import current_stamp
from dialogues.models import Statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_collection")]
with (Path(__file__).parent / "queries.csv").open(encoding="utf-8") as file:
    QUERIES = [(row["query"], row["finds"]) for row in csv.DictReader(file)]


def first_addresses(query):
    """The addresses of the named records and then of the statements that a query finds."""
    params = QueryDict(mutable=True)
    params["q"] = query
    statements = StatementList(params, current_stamp())
    keys = statements.page.object_list[:5]
    references = dict(Statement.objects.filter(pk__in=keys).values_list("pk", "reference"))
    return [
        *(record.address for record in statements.named_in_words.records),
        *(reverse("statement-detail", args=[references[key]]) for key in keys),
    ]


@pytest.mark.parametrize(("query", "expected"), QUERIES, ids=[query for query, _ in QUERIES])
def test_a_query_finds_its_record_first(query, expected):
    assert first_addresses(query)[:1] == [expected]
