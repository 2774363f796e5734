"""The screen on which a printed list is pasted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogues.models import Participant
from tests.records import (
    make_dialogue,
    make_participation,
    make_source,
    make_state,
)

pytestmark = pytest.mark.django_db


def paste(curator_client, dialogue, text, **values):
    source = make_source()
    source.dialogues.add(dialogue)
    form = {"text": text, "source": source.pk, "section": "Table", "status": "spoke"}
    return curator_client.post(reverse("admin:dialogue-paste", args=[dialogue.pk]), form | values)


def test_nothing_is_saved_until_the_curator_says_so(curator_client):
    make_state("Peru")
    dialogue = make_dialogue()

    page = paste(curator_client, dialogue, "Peru\nNowhere")

    assert [one.standing for one in page.context["proposal"].rows] == ["new", "unknown"]
    assert not dialogue.participations.exists()
    assert not Participant.objects.filter(name="Nowhere").exists()


def test_it_is_saved_when_every_name_is_known(curator_client, curator):
    make_state("Peru")
    dialogue = make_dialogue()

    answer = paste(curator_client, dialogue, "Peru", save="1", reason="As printed")

    assert answer.status_code == 302
    (participation,) = dialogue.participations.all()
    assert (participation.name_as_printed, participation.section) == ("Peru", "Table")
    assert participation.history.get().history_user == curator


def test_an_unknown_name_keeps_all_from_being_saved_and_what_was_typed_stays(curator_client):
    make_state("Peru")
    dialogue = make_dialogue()

    page = paste(curator_client, dialogue, "Peru\n\nNowhere", save="1", reason="As printed")

    assert "Say who is meant by “Nowhere”" in page.content.decode()
    assert "Peru\n\nNowhere</textarea>" in page.content.decode()
    assert not dialogue.participations.exists()


def test_a_chosen_name_stays_chosen_and_is_saved(curator_client):
    peru, dialogue = make_state("Peru"), make_dialogue()
    chosen = {"choice:perru": peru.pk, "choice:a body": "create:civil-society"}

    page = paste(curator_client, dialogue, "Perru\nA body", **chosen)
    assert page.content.decode().count(" selected>") >= 2
    paste(curator_client, dialogue, "Perru\nA body", save="1", reason="x", **chosen)

    assert dialogue.participations.count() == 2


def test_who_is_meant_can_be_typed(curator_client):
    emirates, dialogue = make_state("United Arab Emirates"), make_dialogue()
    typed = {"choice:uae": "", "named:uae": "united arab emirates"}

    page = paste(curator_client, dialogue, "UAE", **typed)
    assert 'value="united arab emirates"' in page.content.decode()
    paste(curator_client, dialogue, "UAE", save="1", reason="x", **typed)

    (participation,) = dialogue.participations.all()
    assert (participation.participant, participation.name_as_printed) == (emirates, "UAE")


def test_a_chosen_name_that_is_recorded_already_stays_chosen(curator_client):
    dialogue, peru = make_dialogue(), make_state("Peru")
    make_participation(dialogue, peru)

    page = paste(curator_client, dialogue, "Perru", **{"choice:perru": peru.pk})

    assert f'<option value="{peru.pk}" selected>' in page.content.decode()
    assert (
        paste(
            curator_client, dialogue, "Perru", save="1", reason="x", **{"choice:perru": peru.pk}
        ).status_code
        == 302
    )


@pytest.mark.parametrize(
    "kind", ["create:group", "create:nonsense", "create:", "99999999999", "²", "9" * 5000]
)
def test_a_choice_that_is_none_creates_nobody(curator_client, kind):
    dialogue = make_dialogue()

    page = paste(
        curator_client, dialogue, "A body", save="1", reason="x", **{"choice:a body": kind}
    )

    assert page.status_code == 200
    assert not Participant.objects.exists()


@pytest.mark.parametrize(
    "values",
    [{"source": "0"}, {"source": ""}, {"status": "nonsense"}, {"stated": "many"}, {"reason": ""}],
)
def test_a_form_that_is_wrong_comes_back(curator_client, values):
    make_state("Peru")
    dialogue = make_dialogue()

    page = paste(curator_client, dialogue, "Peru", **{"save": "1", "reason": "x"} | values)

    assert page.status_code == 200
    assert page.context["form"].errors
    assert not dialogue.participations.exists()


def test_a_contributor_does_not_enter_speakers(contributor_client):
    make_state("Peru")
    dialogue = make_dialogue()

    assert paste(contributor_client, dialogue, "Peru", save="1", reason="x").status_code == 403
    assert not dialogue.participations.exists()


def test_markup_in_a_list_is_shown_as_it_is(curator_client):
    page = paste(curator_client, make_dialogue(), "<script>alert(1)</script>\0")

    assert "<script>alert" not in page.content.decode()


def test_eighty_names_cost_as_many_queries_as_one(curator_client):
    for number in range(80):
        make_state(f"Country {number}")
    counted = []
    for size in (1, 80):
        dialogue = make_dialogue()
        with CaptureQueriesContext(connection) as captured:
            paste(
                curator_client, dialogue, "\n".join(f"Country {number}" for number in range(size))
            )
        counted.append(len(captured))

    assert counted == [counted[0]] * 2
