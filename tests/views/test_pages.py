"""Pages of single records: drafts stay hidden, the number of queries stays constant."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogues import publishing
from tests.records import (
    make_dialogue,
    make_draft,
    make_engagement,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
    make_vote,
)
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def state():
    return make_state()


def dialogue():
    return make_dialogue()


def observer():
    return make_state(kind="observer")


def organization():
    return make_state(kind="un-entity")


def year_without_dialogue():
    return make_dialogue(format="not-held", held_on=None, year=2020)


@pytest.mark.parametrize(
    "make",
    [
        state,
        observer,
        organization,
        dialogue,
        year_without_dialogue,
        make_group,
        make_person,
        make_theme,
        make_source,
        make_statement,
    ],
)
def test_a_record_without_related_records_has_a_page(client, make):
    record = make()

    response = client.get(record.get_absolute_url())

    assert response.status_code == 200


@pytest.mark.parametrize("name", ["about", "method", "home"])
def test_pages_about_the_collection(client, name):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/nope/", "/states/nowhere/", "/dialogues/none/", "/themes/x/", "/people/x/", "/sources/x/"],
)
def test_a_missing_page_offers_a_search(client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert 'action="/statements/"' in text_of(response)


def test_a_draft_dialogue_is_not_found(client):
    assert client.get(make_dialogue(status="draft").get_absolute_url()).status_code == 404


def test_no_page_shows_a_draft_statement(client):
    theme, source, person = make_theme(), make_source(), make_person()
    group, situation = make_group(), make_state()
    participation = make_participation(
        person=person, participant=make_state(), capacity="on-behalf", on_behalf_of=group
    )
    make_draft(
        participation=participation,
        themes=[theme],
        situations=[situation],
        source=source,
        summary="Secret words",
    )

    records = [
        theme,
        source,
        person,
        group,
        situation,
        participation.participant,
        participation.dialogue,
    ]
    for record in records:
        response = client.get(record.get_absolute_url())
        assert response.status_code == 200
        assert "Secret words" not in text_of(response)


def test_no_page_links_to_a_draft_dialogue(client):
    hidden = make_dialogue(status="draft", title="Hidden dialogue")
    state, person, source = make_state(), make_person(), make_source()
    make_participation(hidden, state, source=source)
    make_participation(hidden, person=person, capacity="chair")
    make_participation(make_dialogue(), person=person, capacity="chair")
    source.dialogues.add(hidden)
    hidden.situations.add(state)
    group = make_group()
    make_figure(dialogue=hidden, source=source, group=group, unit="hidden members")
    source.notes.create(code="hidden", kind="names", text="Hidden note", dialogue=hidden)
    shown = make_statement(source=source)
    publishing.withdraw([shown], "For a test")
    shown.dialogue.status = "draft"
    shown.dialogue.title = "Hidden dialogue too"
    shown.dialogue.save()

    for address in [
        *(record.get_absolute_url() for record in (state, person, source, group, shown)),
        "/sources/",
        "/figures/",
    ]:
        response = client.get(address)
        assert response.status_code in (200, 410)
        assert not re.search(r'(?<!class=")(?<!aria-)hidden', text_of(response), re.IGNORECASE)
    listed = client.get("/sources/").context["object_list"]
    assert [document.figure_count for document in listed if document == source] == [0]


def surround(dialogue, state, group, theme, source, person, count):
    """Add `count` of everything that the pages of these records show."""
    for _ in range(count):
        joint = make_participation(
            dialogue, capacity="on-behalf", on_behalf_of=group, source=source
        )
        make_participation(dialogue, state, status="represented", represented_by=joint)
        statement = make_statement(participation=joint, themes=[theme], source=source)
        statement.situations.add(make_state())
        make_membership(group, make_state())
        make_membership(make_group(), state)
        state.names.create(name=f"Name {statement.reference}", kind="common")
        other = make_participation(make_dialogue(), state, source=source)
        make_statement(participation=other, source=source)
        make_statement(
            participation=make_participation(make_dialogue(), person=person, capacity="panel")
        )
        make_statement(dialogue, attribution="some delegations", themes=[theme])
        figure = make_figure(dialogue=dialogue, theme=theme, source=source, group=group)
        figure.named.add(make_state())
        make_theme(parent=theme)
        source.notes.create(code=f"note-{statement.reference}", kind="names", text="A note.")
        make_vote(dialogue=dialogue).ballots.create(participant=state, cast="yes")
        make_engagement([make_state()], [person], source=source, country=state)
        of_dialogue = make_source()
        of_dialogue.dialogues.add(dialogue)
        for read in (source, of_dialogue):
            read.ledger.create(position=read.ledger.count(), section=statement.section)


@pytest.mark.once
def test_the_number_of_queries_does_not_depend_on_the_number_of_records(client):
    records = (
        make_dialogue(),
        make_state(),
        make_group(),
        make_theme(),
        make_source(),
        make_person(),
    )
    counts = []
    for more in (1, 2, 5):
        surround(*records, more)
        counts.append([queries_of(client, record.get_absolute_url()) for record in records])

    assert counts == [counts[0]] * 3


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_a_figure_without_names_says_so(client):
    make_figure(measure="position", theme=make_theme(), dialogue=make_dialogue())

    assert "The source does not name them." in text_of(client.get("/figures/"))


def test_a_represented_state_shows_who_represented_it(client):
    estonia, dialogue = make_state("Estonia"), make_dialogue()
    voice = make_participation(
        dialogue,
        make_state("Latvia"),
        capacity="on-behalf",
        on_behalf_of=make_group("Baltic Three"),
    )
    make_participation(dialogue, estonia, status="represented", represented_by=voice)
    joint = make_statement(participation=voice)

    response = client.get(estonia.get_absolute_url())

    assert "Represented by Latvia, on behalf of Baltic Three" in text_of(response)
    assert list(response.context["statements"]) == []
    assert len(response.context["spoken_for"]) == 1
    assert f'data-reference="{joint.reference}"' in response.context["spoken_for"][0]


def test_every_public_page_has_a_strict_content_security_policy(client):
    policy = client.get("/")["Content-Security-Policy"]

    assert set(policy.split("; ")) == {
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    }


@pytest.mark.parametrize("address", ["/", "/statements/", "/states/", "/about/", "/nope/"])
def test_no_page_has_inline_style_or_script_or_leaves_the_host(client, address):
    text = text_of(client.get(address))

    assert not re.search(r"<style|\sstyle=|\son\w+=", text)
    # Linked data is not executed.
    scripts = re.findall(r"<script(?! type=\"application/ld\+json\")[^>]*>[^<]*", text)
    assert all(re.fullmatch(r'<script type="module" src="/static/[^"]+">', tag) for tag in scripts)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//(?!testserver/)', text)


def test_the_favicon_redirects_to_the_icon(client):
    response = client.get("/favicon.ico")

    assert response.status_code == 301
    assert response["Location"].startswith("/static/icon")


def test_a_state_is_named_in_other_languages(client):
    state = make_state("Chad", kind="state")
    for tag, name in (("zh", "乍得"), ("ar", "تشاد"), ("pt", "Chade")):
        state.names.create(name=name, kind="un-term", language=tag)
    state.names.create(name="Republic of Chad", kind="variant")

    text = client.get(state.get_absolute_url()).content.decode()

    assert re.findall(r"(\w+): <bdi lang=\"(\w+)\">(.+?)</bdi>", text) == [
        ("Arabic", "ar", "تشاد"),
        ("Chinese", "zh", "乍得"),
        ("pt", "pt", "Chade"),
    ]
    assert text.count("in United Nations terminology") == 3
