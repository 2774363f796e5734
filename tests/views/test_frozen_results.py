"""A count that can be cited: frozen, and compared with what there is later."""

import json
from hashlib import sha256

import pytest

from dialogues import publishing
from dialogues.filters import frozen_results
from dialogues.index import reader
from dialogues.models import FrozenResult, open_edition
from tests.html import html_of
from tests.records import (
    make_dialogue,
    make_draft,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def freeze(client, query="year=2017"):
    response = client.post(f"/results/new/?{query}")
    assert response.status_code == 302, html_of(response)
    return FrozenResult.objects.get(code=response["Location"].split("/")[2])


def test_it_keeps_the_statements_in_their_order_with_their_versions(client):
    dialogue = make_dialogue()
    first, second = (make_statement(dialogue, position=n) for n in (1, 2))
    make_draft(dialogue)

    result = freeze(client, "year=2017&sort=oldest&size=50&page=1")

    assert result.query == "year=2017&sort=oldest"
    assert (result.title, result.count) == ("2017", 2)
    assert result.versions == {first.reference: 1, second.reference: 1}
    assert list(result.versions) == [first.reference, second.reference]
    listed = f"{first.reference}.1\n{second.reference}.1"
    assert result.digest == sha256(listed.encode()).hexdigest()


def test_later_it_says_what_was_added_removed_recoded_and_reworded(client):
    dialogue = make_dialogue()
    removed, recoded, reworded, same = (make_statement(dialogue, position=n) for n in range(4))
    result = freeze(client)
    publishing.withdraw([removed], "Wrong")
    recoded.themes.add(make_theme())
    with open_edition("A misprint"):
        reworded.summary = "Corrected."
        reworded.save()
    added = [make_statement(dialogue, position=n) for n in (5, 6)]

    response = client.get(result.get_absolute_url())

    text = html_of(response)
    assert '<strong data-then="4" data-now="5">4 then, 5 now</strong>: ' in text
    assert ": 2 added, 1 removed, 1 recoded, 1 with corrected words." in text
    changes = response.context["changes"]
    assert changes.added == [(statement, None) for statement in added]
    assert changes.removed == [(removed, 1)]
    assert (changes.recoded, changes.reworded) == ([(recoded, 1)], [(reworded, 1)])
    assert f'href="{recoded.get_absolute_url()}?v=1"' in text
    assert same.reference not in text


def test_at_first_nothing_has_changed(client):
    make_statement()

    text = html_of(client.get(freeze(client).get_absolute_url()))

    assert "1 then, 1 now</strong>: none added, none removed, none recoded." in text


def test_an_empty_result_is_a_result(client):
    make_statement()
    result = freeze(client, "q=nothing")

    assert result.count == 0
    assert "0 then, 0 now" in html_of(client.get(result.get_absolute_url()))


def test_the_same_at_the_same_edition_is_frozen_once(client):
    make_statement()

    assert freeze(client) == freeze(client)
    make_statement()
    assert freeze(client) != FrozenResult.objects.order_by("pk").first()


def test_a_visitor_freezes_so_many_a_day(client, monkeypatch):
    make_statement()
    monkeypatch.setattr(frozen_results, "MAX_PER_DAY", 2)
    for n in range(2):
        freeze(client, f"q=word{n}")

    response = client.post("/results/new/?q=other")

    assert response.status_code == 400
    assert "You have saved 2 results today, which is the limit." in html_of(response)
    assert freeze(client, "q=word0").count == 0
    other = client.post("/results/new/?q=other", REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 302


def test_behind_a_proxy_the_visitor_is_the_one_it_names(client, settings, monkeypatch):
    settings.BEHIND_PROXY = True
    monkeypatch.setattr(frozen_results, "MAX_PER_DAY", 1)
    make_statement()
    headers = [f"203.0.113.{n}, 192.0.2.7" for n in (1, 2)]

    statuses = [
        client.post(f"/results/new/?q=w{n}", headers={"x-forwarded-for": header}).status_code
        for n, header in enumerate(headers)
    ]

    assert statuses == [302, 400]


def test_a_house_is_one_visitor_whatever_its_address(client, monkeypatch):
    monkeypatch.setattr(frozen_results, "MAX_PER_DAY", 1)
    make_statement()

    def post(n, address):
        return client.post(f"/results/new/?q=w{n}", REMOTE_ADDR=address).status_code

    assert post(1, "2001:db8::1") == 302
    assert post(2, "2001:db8::2") == 400
    assert post(3, "2001:db8:0:1::1") == 302


def test_words_that_the_index_could_not_be_asked_for_are_not_frozen(client, monkeypatch):
    make_statement()
    monkeypatch.setattr(reader, "searcher_at", lambda edition: None)

    response = client.post("/results/new/?q=summary")

    assert response.status_code == 400
    assert "The search index is being rebuilt." in html_of(response)


def test_a_slug_that_is_no_more_is_followed(client):
    theme = make_theme(slug="veto")
    make_statement(themes=[theme])
    make_statement()
    result = freeze(client, "theme=veto")
    theme.slug = "vetoes"
    theme.save()

    assert "1 then, 1 now" in html_of(client.get(result.get_absolute_url()))


def test_a_visitors_address_is_not_kept(client):
    make_statement()

    assert "127.0.0.1" not in freeze(client).visitor


def test_a_list_too_long_is_refused(client, monkeypatch):
    monkeypatch.setattr(frozen_results, "MAX_STATEMENTS", 1)
    dialogue = make_dialogue()
    make_statement(dialogue)
    make_statement(dialogue)

    response = client.post("/results/new/")

    assert response.status_code == 400
    assert "This list has 2 statements; the limit is 1." in html_of(response)


@pytest.mark.parametrize("query", ["year=20x17", "x=1", "q=%22a"])
def test_an_address_that_is_not_understood_is_not_frozen(client, query):
    make_statement()

    response = client.post(f"/results/new/?{query}")

    assert response.status_code == 400
    assert not FrozenResult.objects.exists()


def test_looking_freezes_nothing(client):
    make_statement()

    response = client.get("/results/new/?year=2017")

    assert "csrfmiddlewaretoken" in html_of(response)
    assert not FrozenResult.objects.exists()


def test_a_form_of_another_site_is_refused(client):
    client.handler.enforce_csrf_checks = True
    make_statement()

    assert client.post("/results/new/?year=2017").status_code == 403
    assert not FrozenResult.objects.exists()


def test_search_engines_do_not_list_it(client):
    make_statement()
    result = freeze(client)

    for address in ("", "cite/"):
        response = client.get(result.get_absolute_url() + address)
        assert response["X-Robots-Tag"] == "noindex"
    assert result.code not in html_of(client.get("/sitemap-pages.xml"))


def test_it_is_cited_with_its_count(client):
    make_statement()
    result = freeze(client)

    text = html_of(client.get(f"{result.get_absolute_url()}cite/"))

    assert f"“Statements: 2017 (1)”, edition {result.edition}. " in text
    assert f"http://testserver{result.get_absolute_url()}" in text


def test_it_is_there_for_programs(client):
    statement = make_statement()
    result = freeze(client)

    data = json.loads(client.get(f"/results/{result.code}.json").content)

    assert data == {
        "address": f"http://testserver{result.get_absolute_url()}",
        "list": "http://testserver/statements/?year=2017",
        "title": "2017",
        "edition": result.edition,
        "made_at": result.made_at.isoformat(timespec="seconds"),
        "count": 1,
        "digest": result.digest,
        "statements": [{"reference": statement.reference, "version": 1}],
    }
    assert client.get(f"/results/{result.code}.ris").content.startswith(b"TY  - ELEC")


def test_what_was_never_frozen_is_not_found(client):
    for address in ("/results/0000000/", "/results/0000000.json", "/results/0000000/cite/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_at_any_length(client, number, django_assert_num_queries):
    dialogue = make_dialogue()
    for n in range(number):
        make_statement(dialogue, position=n)
    result = freeze(client)
    make_statement(dialogue, position=9)
    client.get("/statements/")

    with django_assert_num_queries(5):
        client.get(result.get_absolute_url())
