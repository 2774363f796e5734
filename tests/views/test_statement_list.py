"""The list of statements, as readers and programs meet it."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dialogues import publishing
from dialogues.filters.filterset import StatementFilter
from tests.html import html_of
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


def references(response):
    return re.findall(r'<article class="statement[^"]*" data-reference="(\w+)"', html_of(response))


def test_the_list_hides_drafts_and_what_was_withdrawn(client):
    shown, withdrawn = make_statement(), make_statement()
    make_draft()
    publishing.withdraw([withdrawn], "Wrong")

    response = client.get("/statements/")

    assert references(response) == [shown.reference]
    assert 'data-total="1"' in html_of(response)


def test_pages_follow_each_other_and_keep_the_filters(client):
    dialogue = make_dialogue(held_on=date(2017, 9, 6))
    statements = [make_statement(dialogue, position=n) for n in range(20)]

    second = client.get("/statements/?year=2017&page=2")

    assert references(second) == [statement.reference for statement in statements[15:]]
    assert 'rel="prev" href="?year=2017"' in html_of(second)
    assert 'rel="next"' not in html_of(second)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("page=-1", "There is no page “-1”. Pages run from 1 to 1; this is page 1."),
        ("page=x", "There is no page “x”. Pages run from 1 to 1; this is page 1."),
        ("page=99999999999999999999999", "There is no page “99999999999999999999”"),
        ("size=7", "A page can have 15, 25, 50 or 100 entries. This one has 15."),
    ],
)
def test_a_page_that_does_not_exist_is_answered_with_the_first(client, query, message):
    statement = make_statement()

    response = client.get(f"/statements/?{query}")

    assert response.status_code == 200
    assert references(response) == [statement.reference]
    assert message in html_of(response)


def test_every_problem_is_shown_at_once(client):
    make_statement()

    response = client.get("/statements/?year=abc&theme=nope&page=-1&group=%00")

    assert response.status_code == 200
    for message in ("“abc” is not a known year", "“nope” is not a known theme", "no page “-1”"):
        assert message in html_of(response)


KEYS = [*StatementFilter.base_filters, "page", "size", "other"]
VALUES = st.one_of(
    st.text(max_size=30),
    st.integers().map(str),
    st.sampled_from(
        ["2017", "weog", "veto", "own", "newest", "2", "a-state", "", "%", "'", "\x00"]
    ),
)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=5))
@example([("q", "\x00"), ("page", "²"), ("size", "٣"), ("year", "２０１７")])
def test_no_query_string_breaks_the_list(client, query):
    if not client.session.get("filled"):
        make_statement(themes=[make_theme(slug="veto")])
        make_group("WEOG")
        session = client.session
        session["filled"] = True
        session.save()

    response = client.get("/statements/", query_params=query)

    assert response.status_code == 200


@pytest.mark.parametrize(
    "query", ["%ff%fe", "=&=&&", "year", "year[]=1", "q=%F0%9F%92%A5", "q=%D9%8A%D9%85%D9%86"]
)
def test_malformed_query_strings_are_answered(client, query):
    assert client.get(f"/statements/?{query}").status_code == 200


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("state=turkey", "?state=turkiye"),
        ("state=TURKEY&year=2017", "?state=turkiye&year=2017"),
        ("year=2017&state=peru&state=the+Turkey", "?year=2017&state=peru&state=turkiye"),
        ("theme=Vetoes", "?theme=veto"),
        ("speaker=turkey", "?speaker=turkiye"),
    ],
)
def test_a_name_in_place_of_a_slug_leads_to_the_address_with_the_slug(client, query, better):
    make_state("Türkiye").names.create(name="Turkey", kind="former")
    make_state("Peru")
    make_theme(slug="veto").aliases.create(alias="vetoes")

    response = client.get(f"/statements/?{query}")

    assert (response.status_code, response["Location"]) == (302, f"/statements/{better}")


@pytest.mark.parametrize("query", ["state=nowhere", "group=turkey", "state=%00", "theme=%00"])
def test_a_name_that_leads_nowhere_is_said_and_not_followed(client, query):
    make_state("Türkiye").names.create(name="Turkey", kind="former")

    response = client.get(f"/statements/?{query}")

    assert response.status_code == 200
    assert "so it was left out" in html_of(response)


def test_an_empty_list_says_that_silence_is_not_evidence(client):
    yemen = make_state("Yemen")
    dialogue = make_dialogue(title="A dialogue")
    dialogue.situations.add(yemen)

    text = html_of(client.get("/statements/?state=yemen"))

    assert "No statement by Yemen is recorded here for this choice." in text
    assert "That does not mean that Yemen did not speak" in text
    assert "Yemen was discussed as a situation in:" in text


def test_names_and_words_are_shown_as_text(client):
    state = make_state('<script>alert("name")</script>', slug="script")
    statement = make_statement(
        participation=make_participation(
            participant=state,
            group_as_printed="<script>printed()</script>",
            printed_group=make_group("<script>group()</script>"),
            capacity="on-behalf",
            on_behalf_of_as_printed="<script>others()</script>",
        ),
        text="<script>words()</script>",
        summary="<script>summary()</script>",
        provenance="quoted-in-summary",
        editor_note="<script>note()</script>",
        source_word="<script>verb()</script>",
        themes=[make_theme("<script>theme()</script>")],
        section="<script>section()</script>",
    )
    dialogue = statement.dialogue
    dialogue.title = "<script>title()</script>"
    dialogue.save()

    for address in (
        "/",
        "/statements/",
        "/statements/?q=<script>typed()</script>",
        "/statements/?year=<script>typed()</script>",
        statement.get_absolute_url(),
        dialogue.get_absolute_url(),
        state.get_absolute_url(),
        "/states/?q=<script>",
        "/themes/",
    ):
        text = html_of(client.get(address))
        assert "<script>" not in text
        assert "&lt;script&gt;" in text


def test_all_values_of_a_filter_have_a_page_whose_links_lead_to_the_list(client):
    dialogue = make_dialogue(held_on=date(2017, 9, 6))
    for name in ("Ghana", "Peru"):
        make_statement(participation=make_participation(dialogue, make_state(name)))

    text = html_of(client.get("/statements/values/state/?year=2017"))

    assert re.findall(r'href="([^"]+)" data-facet="state" data-value="(\w+)"', text) == [
        ("/statements/?year=2017&amp;state=ghana", "ghana"),
        ("/statements/?year=2017&amp;state=peru", "peru"),
    ]
    assert 'href="/statements/?year=2017"' in text


@pytest.mark.parametrize(
    ("find", "values"), [("RU", ["peru"]), ("pérú", ["peru"]), ("", ["ghana", "peru"]), ("x", [])]
)
def test_values_are_found_by_a_part_of_their_names(client, find, values):
    dialogue = make_dialogue(held_on=date(2017, 9, 6))
    for name in ("Ghana", "Peru"):
        make_statement(participation=make_participation(dialogue, make_state(name)))

    text = html_of(client.get("/statements/values/state/", {"year": "2017", "find": find}))

    links = re.findall(r'href="([^"]+)" data-facet="state" data-value="(\w+)"', text)
    expected = [(f"/statements/?year=2017&amp;state={value}", value) for value in values]
    assert links == expected
    assert ("No value has" in text) == (not values)
    assert "There is no filter" not in text


def test_a_long_list_of_values_has_a_box_to_find_one(client):
    dialogue = make_dialogue()
    for number in range(21):
        make_statement(participation=make_participation(dialogue, make_state(f"State {number}")))

    text = html_of(client.get("/statements/?sort=oldest"))

    forms = re.findall(r'<form class="narrow" action="/statements/values/.*?</form>', text, re.S)
    (form,) = [form for form in forms if "/values/state/" in form]
    assert '<input type="hidden" name="sort" value="oldest">' in form


@pytest.mark.parametrize("key", ["nothing", "q", "sort"])
def test_only_filters_with_counts_have_a_page_of_values(client, key):
    assert client.get(f"/statements/values/{key}/").status_code == 404


def test_other_names_that_are_looked_for_are_said_with_a_way_out(client):
    state = make_state("Republic of Korea")
    state.names.create(name="South Korea", kind="common")
    make_statement(summary="On the Republic of Korea.")

    text = html_of(client.get("/statements/?q=south+korea&year=2017"))
    plain = html_of(client.get("/statements/?q=south+korea&year=2017&widen=off"))

    assert "Also searching: “Republic of Korea”" in text
    assert 'href="?q=south+korea&amp;year=2017&amp;widen=off"' in text
    assert "<mark>Republic</mark> <mark>of</mark> <mark>Korea</mark>" in text
    assert 'data-total="1"' in text
    assert "Also searching" not in plain
    assert 'data-total="0"' in plain


def test_the_best_match_is_an_order_only_where_words_are_looked_for(client):
    make_statement(summary="A word.")

    without, with_words = (html_of(client.get(f"/statements/?q={q}")) for q in ("", "word"))

    assert "Best match first" not in without
    assert '<li><a href="?q=word&amp;sort=relevance" aria-current="true">Best match' in with_words


def test_a_sentence_on_several_states_is_shown_once(client):
    dialogue, source = make_dialogue(held_on=date(2017, 9, 6)), make_source()
    sentence = {"source": source, "summary": "Called for restraint.", "paragraph": "29"}
    statements = [
        make_statement(
            participation=make_participation(dialogue, make_state(name)), position=n, **fields
        )
        for n, (name, fields) in enumerate(
            [
                ("Ghana", sentence),
                ("Peru", {"source": source, "summary": "Something else."}),
                ("Chad", sentence),
                ("Fiji", sentence | {"paragraph": "30"}),
            ]
        )
    ]

    response = client.get("/statements/?year=2017")

    ghana, peru, chad, fiji = (statement.reference for statement in statements)
    assert references(response) == [ghana, chad, peru, fiji]
    assert html_of(response).count("Called for restraint.") == 2
    assert html_of(response).count("<time ") == 3
