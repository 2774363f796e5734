"""The page on which a printed list is pasted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogues.models import Name, Participant
from dialogues.speaker_lists.parser import text_key
from tests.records import (
    make_dialogue,
    make_participation,
    make_source,
    make_state,
)

pytestmark = pytest.mark.django_db


def paste(client, dialogue, text, **values):
    source = make_source()
    source.dialogues.add(dialogue)
    form = {"text": text, "source": source.pk, "section": "Table", "status": "spoke"}
    return client.post(reverse("admin:dialogue-paste", args=[dialogue.pk]), form | values)


def test_nothing_is_saved_until_the_curator_saves(curator_client):
    make_state("Peru")
    dialogue = make_dialogue()

    page = paste(curator_client, dialogue, "Peru\nNowhere")

    assert [row.status for row in page.context["proposal"].rows] == ["new", "unknown"]
    assert not dialogue.participations.exists()
    assert not Participant.objects.filter(name="Nowhere").exists()


def test_a_list_is_saved_when_every_name_is_known(curator_client, curator):
    make_state("Peru")
    dialogue = make_dialogue()

    answer = paste(curator_client, dialogue, "Peru", save="1", reason="As printed")

    assert answer.status_code == 302
    (participation,) = dialogue.participations.all()
    assert (participation.name_as_printed, participation.section) == ("Peru", "Table")
    assert participation.history.get().history_user == curator


def test_an_unknown_name_prevents_saving_and_keeps_the_input(curator_client):
    make_state("Peru")
    dialogue = make_dialogue()

    page = paste(curator_client, dialogue, "Peru\n\nNowhere", save="1", reason="As printed")

    assert "Choose who is meant by “Nowhere”" in page.content.decode()
    assert "Peru\n\nNowhere</textarea>" in page.content.decode()
    assert not dialogue.participations.exists()


def test_a_choice_is_kept_and_saved(curator_client):
    peru, dialogue = make_state("Peru"), make_dialogue()
    choices = {"choice:perru": peru.pk, "choice:a body": "create:civil-society"}

    page = paste(curator_client, dialogue, "Perru\nA body", **choices)
    assert page.content.decode().count(" selected>") >= 2
    paste(curator_client, dialogue, "Perru\nA body", save="1", reason="x", **choices)

    assert dialogue.participations.count() == 2


def test_the_participant_of_a_name_can_be_typed(curator_client):
    emirates, dialogue = make_state("United Arab Emirates"), make_dialogue()
    names = {"choice:uae": "", "named:uae": "united arab emirates"}

    page = paste(curator_client, dialogue, "UAE", **names)
    assert 'value="united arab emirates"' in page.content.decode()
    paste(curator_client, dialogue, "UAE", save="1", reason="x", **names)

    (participation,) = dialogue.participations.all()
    assert (participation.participant, participation.name_as_printed) == (emirates, "UAE")


def test_a_choice_that_is_already_recorded_is_kept(curator_client):
    dialogue, peru = make_dialogue(), make_state("Peru")
    make_participation(dialogue, peru)

    choices = {"choice:perru": peru.pk}

    page = paste(curator_client, dialogue, "Perru", **choices)
    assert f'<option value="{peru.pk}" selected>' in page.content.decode()
    saved = paste(curator_client, dialogue, "Perru", save="1", reason="x", **choices)

    assert saved.status_code == 302


@pytest.mark.parametrize(
    "kind", ["create:group", "create:nonsense", "create:", "99999999999", "²", "9" * 5000]
)
def test_an_invalid_choice_creates_no_participant(curator_client, kind):
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
def test_an_invalid_form_comes_back(curator_client, values):
    make_state("Peru")
    dialogue = make_dialogue()

    page = paste(curator_client, dialogue, "Peru", **{"save": "1", "reason": "x"} | values)

    assert page.status_code == 200
    assert page.context["form"].errors
    assert not dialogue.participations.exists()


def test_a_contributor_cannot_enter_speakers(contributor_client):
    make_state("Peru")
    dialogue = make_dialogue()

    assert paste(contributor_client, dialogue, "Peru", save="1", reason="x").status_code == 403
    assert not dialogue.participations.exists()


def test_markup_in_a_list_is_escaped(curator_client):
    page = paste(curator_client, make_dialogue(), "<script>alert(1)</script>\0")

    assert "<script>alert" not in page.content.decode()


def test_eighty_names_cost_as_many_queries_as_one(curator_client):
    for number in range(80):
        make_state(f"Country {number}")
    counts = []
    for size in (1, 80):
        dialogue = make_dialogue()
        with CaptureQueriesContext(connection) as captured:
            paste(
                curator_client, dialogue, "\n".join(f"Country {number}" for number in range(size))
            )
        counts.append(len(captured))

    assert counts == [counts[0]] * 2


def test_a_line_with_names_that_was_not_read_prevents_saving(curator_client):
    make_state("Peru"), make_state("Mali")
    dialogue = make_dialogue()
    line = "Mali welcomed the report of the Secretary-General, and thanked all others for theirs."

    page = paste(curator_client, dialogue, f"Peru\n{line}", save="1", reason="As printed")

    assert "Say what these lines are, which have names: 2." in page.content.decode()
    assert not dialogue.participations.exists()


@pytest.mark.parametrize(("answer", "printed"), [("skip", ["Peru"]), ("read", ["Peru", "Mali"])])
def test_a_line_that_was_not_read_is_answered_and_saved(curator_client, answer, printed):
    make_state("Peru"), make_state("Mali")
    dialogue = make_dialogue()
    line = "It is most welcome that after so long a time these spoke: Mali"
    answers = {f"text:{text_key(line)}": answer}

    page = paste(curator_client, dialogue, f"Peru\n{line}", **answers)
    assert f'<option value="{answer}" selected>' in " ".join(page.content.decode().split())
    paste(curator_client, dialogue, f"Peru\n{line}", save="1", reason="As printed", **answers)

    names = dialogue.participations.values_list("name_as_printed", flat=True)
    assert list(names) == printed


def test_a_column_is_read_as_the_curator_says(curator_client):
    make_state("Peru"), make_state("Mali")
    dialogue = make_dialogue()
    columns = {"column:0": "person"}

    paste(curator_client, dialogue, "Jane Roe\tPeru", save="1", reason="As printed", **columns)

    (participation,) = dialogue.participations.all()
    assert (str(participation.person), participation.name_as_printed) == ("Jane Roe", "Peru")


@pytest.mark.parametrize("number", ["x", "²", "9" * 30, "-1", "77"])
@pytest.mark.parametrize("role", ["names", "nonsense", ""])
def test_nonsense_about_a_column_changes_nothing(curator_client, number, role):
    make_state("Peru")

    page = paste(curator_client, make_dialogue(), "1\tPeru", **{f"column:{number}": role})

    assert [row.name for row in page.context["proposal"].rows] == ["Peru"]


def test_a_remembered_spelling_asks_nothing_in_another_list(curator_client):
    peru = make_state("Peru")
    answers = {"named:peruu": "Peru", "remember:peruu": "on"}

    dialogue = make_dialogue()
    paste(curator_client, dialogue, "Peruu", save="1", reason="As printed", **answers)

    assert Name.objects.get(name="Peruu").participant_id == peru.pk
    page = paste(curator_client, make_dialogue(), "PERUU")
    assert [row.status for row in page.context["proposal"].rows] == ["new"]


def test_a_spelling_that_is_not_remembered_is_known_in_its_own_dialogue_only(curator_client):
    make_state("Peru")
    dialogue = make_dialogue()
    paste(
        curator_client, dialogue, "Peruu", save="1", reason="As printed", **{"named:peruu": "Peru"}
    )

    again = paste(curator_client, dialogue, "Peruu")
    elsewhere = paste(curator_client, make_dialogue(), "Peruu")

    assert not Name.objects.filter(name="Peruu").exists()
    assert [row.status for row in again.context["proposal"].rows] == ["recorded"]
    assert [row.status for row in elsewhere.context["proposal"].rows] == ["unknown"]


def test_a_thousand_unknown_names_are_asked_about(curator_client):
    """Each has two fields: more than the thousand fields that Django accepts by default."""
    dialogue = make_dialogue()
    names = [f"Example Organisation {number}" for number in range(1_000)]
    text = "\n".join(names)
    unknown = paste(curator_client, dialogue, text).context["proposal"].unknown
    choices = {f"choice:{name.key}": "" for name in unknown}
    inputs = {f"participant:{name.key}": "" for name in unknown}

    page = paste(curator_client, dialogue, text, **choices, **inputs)

    assert page.status_code == 200
    assert sorted(name.name for name in page.context["proposal"].unknown) == sorted(names)
