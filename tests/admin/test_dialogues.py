"""The form of a dialogue, and its workbench."""

import pytest
from django.urls import reverse

from dialogues.models import Dialogue
from tests.admin.forms import sent_by
from tests.records import (
    make_dialogue,
    make_draft,
    make_figure,
    make_participation,
    make_source,
    make_state,
    make_statement,
)

pytestmark = pytest.mark.django_db
ADD = "/admin/dialogues/dialogue/add/"


def add(client, **values):
    fields = {"title": "A debate", "forum": "unga", "format": "plenary-debate"}
    return client.post(ADD, sent_by(client.get(ADD), **fields | values))


def test_address_and_year_are_proposed_from_forum_and_day(curator_client):
    answer = add(curator_client, held_on="2026-07-01")

    dialogue = Dialogue.objects.get()
    assert (dialogue.slug, dialogue.year) == ("unga-2026-07-01", 2026)
    assert answer["Location"] == reverse("admin:dialogue-workbench", args=[dialogue.pk])


def test_a_dialogue_that_was_not_held_needs_its_year(curator_client):
    add(curator_client, format="not-held", year="2026")

    assert Dialogue.objects.get().slug == "unga-2026"


def test_an_address_of_one_s_own_is_unchanged(curator_client):
    add(curator_client, held_on="2026-07-01", slug="my-own")

    assert Dialogue.objects.get().slug == "my-own"


def test_a_proposed_address_that_is_taken_is_refused_with_a_message(curator_client):
    make_dialogue(slug="unga-2026-07-01")

    page = add(curator_client, held_on="2026-07-01")

    assert "already exists" in page.context["adminform"].form.errors["slug"][0]


def test_without_a_day_and_a_year_it_says_what_to_give(curator_client):
    errors = add(curator_client).context["adminform"].form.errors

    message = "Give the forum and the first day, or this."
    assert (errors["slug"][0], errors["year"][0]) == (message, message)


def test_the_workbench_shows_all_that_is_recorded(curator_client):
    dialogue, source = make_dialogue(), make_source(title="A summary")
    source.dialogues.add(dialogue)
    source.passages.create(position=1, text="Peru spoke.")
    speaker = make_participation(dialogue, make_state("Peru"), source=source)
    make_participation(dialogue, make_state("Chair state"), capacity="chair")
    make_statement(participation=speaker, source=source, summary="It spoke.")
    make_draft(participation=speaker, source=source)
    make_figure(dialogue=dialogue)

    page = curator_client.get(reverse("admin:dialogue-workbench", args=[dialogue.pk]))

    context, text = page.context, page.content.decode()
    assert [str(source) for source in context["sources"]] == ["A summary"]
    assert "1 paragraph of its text is stored" in text
    assert [each.speaker_name for each in context["officials"]] == ["Chair state"]
    assert (context["statement_count"], len(context["figures"])) == (2, 1)
    assert context["step"].label == "Finish 1 draft"


def test_a_source_is_added_from_the_workbench_for_its_dialogue(curator_client):
    dialogue = make_dialogue()
    page = curator_client.get(reverse("admin:dialogue-workbench", args=[dialogue.pk]))

    form = curator_client.get(page.context["add_source"])
    values = {"title": "A summary", "slug": "a-summary", "kind": "web-page"}
    sent = sent_by(form, **values)
    answer = curator_client.post(page.context["add_source"], sent)

    assert sent["dialogues"] == [str(dialogue.pk)]
    assert answer["Location"] == reverse("admin:dialogue-workbench", args=[dialogue.pk])


def test_the_number_of_queries_of_a_workbench_does_not_grow(
    curator_client, django_assert_max_num_queries
):
    dialogue = make_dialogue()
    speaker = make_participation(dialogue, make_state("Peru"))
    for _number in range(5):
        make_statement(participation=speaker)
        make_figure(dialogue=dialogue)
        make_source().dialogues.add(dialogue)

    with django_assert_max_num_queries(35):
        curator_client.get(reverse("admin:dialogue-workbench", args=[dialogue.pk]))


def test_a_dialogue_that_does_not_exist_has_no_workbench(curator_client):
    assert curator_client.get("/admin/dialogues/dialogue/99/workbench/").status_code == 404
