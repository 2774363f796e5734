"""The screen on which many statements of one dialogue are entered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogues.admin.enter_statements import EntryForm
from dialogues.models import (
    Edition,
    Name,
    Participation,
    Statement,
)
from tests.records import (
    make_dialogue,
    make_draft,
    make_group,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue(db):
    made = make_dialogue()
    made.sources.model.objects.get(pk=make_source().pk).dialogues.add(made)
    return made


def enter(curator_client, dialogue, **values):
    form = {
        "summary": "It said so.",
        "provenance": "paraphrased-in-summary",
        "source": dialogue.sources.get().pk,
        "section": "Key themes",
        "stance": "not-stated",
        "act": "states",
        "language": "en",
        "attribution": "",
        "speaker": "",
    }
    return curator_client.post(reverse("admin:dialogue-enter", args=[dialogue.pk]), form | values)


def problems(page):
    form = page.context["form"]
    return [str(one) for messages in form.errors.values() for one in messages]


def test_a_statement_is_entered_with_speaker_themes_and_situations_by_name(
    contributor_client, dialogue, contributor
):
    speaker = make_participation(dialogue, make_state("Türkiye"))
    Name.objects.create(participant=speaker.participant, name="Turkey", kind="former")
    themes = [make_theme("Veto, restraint of"), make_theme("Prevention")]
    yemen = make_state("Yemen")

    answer = enter(
        contributor_client,
        dialogue,
        speaker="turkey",
        theme_names="veto, restraint of, PREVENTION, prevention",
        situation_names="Yemen",
    )

    assert answer.status_code == 302
    statement = Statement.objects.get()
    assert (statement.participation, statement.status) == (speaker, "draft")
    assert set(statement.themes.all()) == set(themes)
    assert list(statement.situations.all()) == [yemen]
    assert statement.history.latest().history_user == contributor


def test_the_next_begins_where_this_one_ended(curator_client, dialogue):
    make_participation(dialogue, make_state("Peru"))

    page = curator_client.get(
        enter(curator_client, dialogue, speaker="Peru", paragraph="2nd")["Location"]
    )

    form = page.context["form"]
    values = {name: form[name].value() for name in ("section", "paragraph", "provenance")}
    assert values == {
        "section": "Key themes",
        "paragraph": "2nd",
        "provenance": "paraphrased-in-summary",
    }
    assert int(form["source"].value()) == dialogue.sources.get().pk
    assert (form["speaker"].value(), form["summary"].value()) == (None, None)


def test_the_same_speaker_goes_on(curator_client, dialogue):
    make_participation(dialogue, make_state("Peru"))

    page = curator_client.get(
        enter(curator_client, dialogue, speaker="Peru", same_speaker="1")["Location"]
    )

    assert page.context["form"]["speaker"].value() == "Peru"


def test_the_participants_of_the_dialogue_are_offered_first(curator_client, dialogue):
    make_state("Albania")
    zambia = make_participation(dialogue, make_state("Zambia"))
    make_participation(
        dialogue,
        zambia.participant,
        capacity="on-behalf",
        on_behalf_of=make_group("Friends", group_kind="network"),
    )
    make_participation(dialogue, person=make_person("A. Person"), office="Adviser")

    page = curator_client.get(reverse("admin:dialogue-enter", args=[dialogue.pk]))

    assert page.context["speakers"] == [
        "Zambia",
        "Zambia, for Friends",
        "A. Person, Adviser",
        "Albania",
        "Friends",
    ]


def test_who_took_part_twice_is_asked_for_the_capacity(curator_client, dialogue):
    state = make_state("Zambia")
    group = make_group("Friends", group_kind="network")
    make_participation(dialogue, state, capacity="on-behalf", on_behalf_of=group)
    make_participation(dialogue, state, capacity="chair")

    page = enter(curator_client, dialogue, speaker="zambia")
    joint = enter(curator_client, dialogue, speaker="Zambia, for Friends")

    assert problems(page) == [
        "Zambia may have spoken in several capacities: "
        "choose one of “Zambia, for Friends”, “Zambia, chair”."
    ]
    assert joint.status_code == 302


def test_who_spoke_for_others_may_have_spoken_for_itself(curator_client, dialogue):
    state = make_state("Zambia")
    group = make_group("Friends", group_kind="network")
    joint = make_participation(dialogue, state, capacity="on-behalf", on_behalf_of=group)

    page = enter(curator_client, dialogue, speaker="Zambia")
    assert problems(page) == [
        "Zambia may have spoken in several capacities: "
        "choose one of “Zambia, for Friends”, “Zambia, for itself”."
    ]
    enter(curator_client, dialogue, speaker="zambia, for Itself", took_part="on")

    own = Statement.objects.get().participation
    assert (own.participant, own.capacity, own.pk == joint.pk) == (state, "national", False)


def test_who_only_aligned_itself_is_no_speaker(curator_client, dialogue):
    state = make_state("Ukraine")
    make_participation(dialogue, state, status="aligned", capacity="chair")

    page = curator_client.get(reverse("admin:dialogue-enter", args=[dialogue.pk]))

    assert page.context["speakers"] == ["Ukraine"]


@pytest.mark.parametrize(
    ("provenance", "status"),
    [("paraphrased-in-summary", "spoke"), ("reflected-not-delivered", "inscribed")],
)
def test_what_was_not_delivered_is_entered_as_such_and_nothing_as_printed(
    curator_client, dialogue, provenance, status
):
    state = make_state("Iran (Islamic Republic of)", short_name="Iran")
    Name.objects.create(participant=state, name="Iran", kind="common")

    enter(curator_client, dialogue, speaker="Iran", provenance=provenance, took_part="on")

    participation = Participation.objects.get()
    assert (participation.status, participation.name_as_printed) == (status, "")


def test_a_speaker_whom_somebody_else_entered_meanwhile_is_the_same(curator_client, dialogue):
    state = make_state("Peru")
    user = curator_client.get("/admin/").context["user"]
    source = dialogue.sources.get()
    data = {"speaker": "Peru", "summary": "x", "provenance": "paraphrased-in-summary"}
    data |= {"source": source.pk, "section": "I", "stance": "not-stated", "act": "states"}
    form = EntryForm(dialogue, user, data | {"language": "en", "took_part": "on"})
    assert form.is_valid(), form.errors
    meanwhile = make_participation(dialogue, state)

    assert form.enter().participation == meanwhile


def test_a_speaker_who_is_new_here_is_entered_when_a_curator_says_so(curator_client, dialogue):
    peru = make_state("Peru")

    page = enter(curator_client, dialogue, speaker="Peru")
    assert problems(page) == ["Peru is not among those who took part."]
    assert "add it to the speakers" in page.content.decode()
    assert not Participation.objects.exists()
    enter(curator_client, dialogue, speaker="Peru", took_part="on")

    participation = Participation.objects.get()
    assert (participation.participant, participation.capacity, participation.section) == (
        peru,
        "national",
        "Key themes",
    )
    assert Statement.objects.get().participation == participation


def test_who_is_spoken_for_is_said_so(curator_client, dialogue):
    by = make_participation(
        dialogue, make_state("Latvia"), capacity="on-behalf", on_behalf_of_as_printed="the Baltics"
    )
    estonia = make_state("Estonia")
    make_participation(dialogue, estonia, status="represented", represented_by=by)

    page = enter(curator_client, dialogue, speaker="Estonia")

    assert problems(page) == [
        "Estonia is not among those who took part. It is spoken for by Latvia."
    ]


def test_what_keeps_a_statement_from_being_published_is_said_at_once(curator_client, dialogue):
    make_participation(dialogue, make_state("Peru"))

    answer = enter(
        curator_client, dialogue, speaker="Peru", text="never said", provenance="quoted-in-summary"
    )

    assert "It cannot be published yet." in curator_client.get(answer["Location"]).content.decode()


def test_a_contributor_enters_no_speaker(contributor_client, dialogue):
    make_state("Peru")

    page = enter(contributor_client, dialogue, speaker="Peru")

    assert problems(page) == [
        "Peru is not among those who took part. Ask a curator to enter it first."
    ]
    assert not Participation.objects.exists()


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"speaker": "Perru"}, "Nobody is called “Perru” here. Did you mean “Peru”?"),
        ({"speaker": "Xyz"}, "Nobody is called “Xyz” here."),
        ({}, "Give either a speaker or an attribution as printed."),
        ({"speaker": "Peru", "attribution": "some"}, "Give either a speaker or an attribution"),
        ({"speaker": "Peru", "summary": ""}, "Give the words, a summary of them, or both."),
        (
            {"speaker": "Peru", "theme_names": "Prevension"},
            "No theme is called “Prevension”. Did you mean “Prevention”?",
        ),
        ({"speaker": "Peru", "theme_names": "Xyz"}, "No theme is called “Xyz”."),
        ({"speaker": "Peru", "situation_names": "Xyz"}, "Nothing is called “Xyz” here."),
        ({"speaker": "Peru", "provenance": "nonsense"}, "Select a valid choice."),
        (
            {"speaker": "Peru", "provenance": "quoted-in-summary"},
            "This provenance needs the words.",
        ),
        ({"speaker": "Peru", "source": "0"}, "Select a valid choice."),
    ],
)
def test_what_is_wrong_comes_back_with_what_was_typed(curator_client, dialogue, values, problem):
    make_participation(dialogue, make_state("Peru"))
    make_theme("Prevention")

    page = enter(curator_client, dialogue, **{"source_word": "typed"} | values)

    assert any(one.startswith(problem) or problem in one for one in problems(page)), problems(page)
    assert 'value="typed"' in page.content.decode()
    assert not Statement.objects.exists()


def test_nearly_the_same_is_shown_until_one_says_it_is_another(curator_client, dialogue):
    peru = make_participation(dialogue, make_state("Peru"))
    said = "The Council should act in time wherever crimes are threatened"
    make_draft(dialogue, peru, summary=f"{said}.")
    make_draft(dialogue, attribution="some", summary=f"{said}.")

    page = enter(curator_client, dialogue, speaker="Peru", summary=f"{said} today.")
    assert problems(page) == ["Nearly the same is recorded already. Is it another statement?"]
    assert said in page.content.decode()
    enter(curator_client, dialogue, speaker="Peru", summary=f"{said} today.", is_another="on")

    assert dialogue.statements.count() == 3


def test_a_statement_is_one_edition_with_its_speaker_and_themes(curator_client, dialogue):
    make_state("Peru"), make_theme("Prevention")
    before = Edition.objects.current_number()

    enter(curator_client, dialogue, speaker="Peru", theme_names="Prevention", took_part="on")

    assert Edition.objects.current_number() == before + 1


def test_it_is_sent_to_review_at_once(curator_client, dialogue):
    enter(curator_client, dialogue, attribution="some delegations", review="1")

    assert Statement.objects.get().status == "in-review"


def test_the_screen_costs_the_same_at_any_length(curator_client, dialogue):
    counted = []
    for more in (1, 9):
        for _ in range(more):
            make_draft(dialogue, make_participation(dialogue))
        with CaptureQueriesContext(connection) as captured:
            curator_client.get(reverse("admin:dialogue-enter", args=[dialogue.pk]))
        counted.append(len(captured))

    assert counted == [counted[0]] * 2
