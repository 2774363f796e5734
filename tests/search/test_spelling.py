"""What a reader may have meant is shown at once where nothing has the words as typed."""

from datetime import date

import pytest

from dialogues.models import FailedQuery
from dialogues.search import spelling
from tests.records import make_dialogue, make_participation, make_state, make_statement, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def statements():
    peru = make_participation(make_dialogue(), make_state("Liechtenstein"))
    return [
        make_statement(participation=peru, summary=summary)
        for summary in (
            "Spoke of genocide and of early warning.",
            "Recalled the genocide in Rwanda.",
            "Asked for accountability.",
        )
    ]


def page(client, **query):
    return client.get("/statements/", query)


@pytest.mark.parametrize(
    ("query", "words", "count"),
    [
        ("genocde", "genocide", 2),
        ("Genocdie", "Genocide", 2),
        ("acountabilty", "accountability", 1),
        ("genocde warnig", "genocide warning", 1),
        ("“early warnng”", "“early warning”", 1),
        ("genocde OR acountability", "genocide OR accountability", 3),
        ("Lichtenstien", "Liechtenstein", 3),
        ("what did they say about the genocide?", "genocide", 2),
        ("statements on acountability", "accountability", 1),
    ],
)
def test_misspelled_words_are_corrected(client, statements, query, words, count):
    answer = page(client, q=query)

    shown = answer.context["list"]
    assert (answer.context["typed"], shown.words, shown.count) == (query, words, count)
    assert f"These are the results for <strong>{words}" in answer.content.decode()


@pytest.mark.parametrize(
    "query", ["genocide", "the", "zzzzqqq", "genocde zzzzqqq", "gen", "123456"]
)
def test_what_is_known_or_like_nothing_is_left_as_typed(client, statements, query):
    answer = page(client, q=query)

    assert "typed" not in answer.context
    assert answer.context["list"].words == query


class DamagedQuery:
    """Asks an index whose files cannot be read."""

    @staticmethod
    def fuzzy_term_query(*args, **kwargs):
        raise ValueError("Data corrupted")


def test_where_the_index_cannot_be_read_nothing_is_corrected(client, statements, monkeypatch):
    monkeypatch.setattr(spelling, "Query", DamagedQuery)

    answer = page(client, q="genocde")

    assert (answer.status_code, "typed" in answer.context) == (200, False)


def test_a_correction_without_results_under_the_filters_is_not_offered(client, statements):
    make_statement(dialogue=make_dialogue(held_on=date(2016, 9, 6)), summary="Something else.")

    answer = page(client, q="genocde", year="2016")

    assert "typed" not in answer.context


def test_a_word_is_never_corrected_into_an_excluded_one(client, statements):
    answer = page(client, q="genocde -rwanda")

    assert answer.context["list"].words == "genocide -rwanda"
    assert answer.context["list"].count == 1


def test_a_misspelled_state_is_offered_above_its_statements(client, statements):
    answer = page(client, q="Lichtenstien")

    content = " ".join(answer.content.decode().split())
    assert (answer.context["typed"], answer.context["list"].count) == ("Lichtenstien", 3)
    assert '<a href="/states/liechtenstein/">Liechtenstein</a>' in content


def test_a_record_without_statements_is_named_with_its_number(client):
    make_theme("Rain", slug="rain")

    content = " ".join(page(client, q="rain").content.decode().split())

    assert '<a href="/themes/rain/">Rain</a> (Theme, 0 statements)' in content


@pytest.mark.parametrize(
    ("query", "is_named"),
    [
        ("statements by liechtenstein", True),
        ("what did Liechtenstein say", True),
        ("-liechtenstein", False),
        ("state:liechtenstein", False),
        ("rainfall", False),
    ],
)
def test_a_record_is_named_by_words_among_others(client, statements, query, is_named):
    listed = page(client, q=query).context["list"]

    labels = [record.label for record in listed.named_in_words.records]
    assert labels == ["Liechtenstein"] * is_named


def test_names_in_other_languages_find_the_statements(client):
    state = make_state("Germany", iso2="DE")
    make_statement(participation=make_participation(make_dialogue(), state))

    counts = {
        name: page(client, q=name).context["list"].count
        for name in ("Allemagne", "Alemania", "Германия", "德国", "ألمانيا", "state:Allemagne")
    }

    assert counts == dict.fromkeys(counts, 1)


def test_a_copied_address_leads_to_its_statement(client, statements):
    statement = statements[0]
    address = f"https://example.org{statement.get_absolute_url()}?from=mail"

    listed = page(client, q=address).context["list"]

    addresses = [record.address for record in listed.named_in_words.records]
    assert addresses == [statement.get_absolute_url()]


def failed():
    return list(FailedQuery.objects.values_list("words", "count"))


def test_words_that_find_nothing_are_counted(client, statements):
    for query in ("Zzzz  qqq", "zzzz qqq", "genocde", "genocide"):
        page(client, q=query)

    assert failed() == [("zzzz qqq", 2), ("genocde", 1)]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"q": "zzzz", "year": "2017"},
        {"q": "state:nowhere"},
        {"q": "z" * 101},
        {"q": "genocide"},
    ],
    ids=["none", "filtered", "not read", "long", "found"],
)
def test_what_is_no_failed_search_is_not_counted(client, statements, query):
    page(client, **query)

    assert failed() == []


def test_only_so_many_queries_are_stored(client, statements, monkeypatch):
    monkeypatch.setattr("dialogues.models.failed_queries.MAX_QUERIES", 1)

    for query in ("zzzz", "qqqq", "zzzz"):
        page(client, q=query)

    assert failed() == [("zzzz", 2)]


def test_editors_see_what_was_not_found_and_may_delete_it(curator_client):
    FailedQuery.add("zzzz")
    address = "/admin/dialogues/failedquery/"

    assert "zzzz" in curator_client.get(address).content.decode()
    key = FailedQuery.objects.get().pk
    curator_client.post(f"{address}{key}/delete/", {"post": "yes"})
    assert failed() == []
