"""The page on which many statements of one dialogue are entered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogues.admin.entry_form import EntryForm
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
    dialogue = make_dialogue()
    make_source().dialogues.add(dialogue)
    return dialogue


def enter(client, dialogue, **values):
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
    return client.post(reverse("admin:dialogue-enter", args=[dialogue.pk]), form | values)


def problems(page):
    form = page.context["form"]
    return [str(message) for messages in form.errors.values() for message in messages]


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


def test_the_next_statement_starts_with_the_same_source_and_section(curator_client, dialogue):
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


def test_the_same_speaker_is_kept_if_asked_for(curator_client, dialogue):
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


def test_a_speaker_in_two_capacities_must_be_chosen_by_label(curator_client, dialogue):
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


def test_a_speaker_for_others_can_be_entered_for_itself(curator_client, dialogue):
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


def test_a_state_that_only_aligned_itself_is_not_a_speaker(curator_client, dialogue):
    state = make_state("Ukraine")
    make_participation(dialogue, state, status="aligned", capacity="chair")

    page = curator_client.get(reverse("admin:dialogue-enter", args=[dialogue.pk]))

    assert page.context["speakers"] == ["Ukraine"]


@pytest.mark.parametrize(
    ("provenance", "status"),
    [("paraphrased-in-summary", "spoke"), ("reflected-not-delivered", "inscribed")],
)
def test_a_new_speaker_has_the_status_of_the_provenance_and_no_printed_name(
    curator_client, dialogue, provenance, status
):
    state = make_state("Iran (Islamic Republic of)", short_name="Iran")
    Name.objects.create(participant=state, name="Iran", kind="common")

    enter(curator_client, dialogue, speaker="Iran", provenance=provenance, took_part="on")

    participation = Participation.objects.get()
    assert (participation.status, participation.name_as_printed) == (status, "")


def test_a_speaker_entered_meanwhile_by_another_person_is_reused(curator_client, dialogue):
    state = make_state("Peru")
    user = curator_client.get("/admin/").context["user"]
    source = dialogue.sources.get()
    data = {"speaker": "Peru", "summary": "x", "provenance": "paraphrased-in-summary"}
    data |= {"source": source.pk, "section": "I", "stance": "not-stated", "act": "states"}
    form = EntryForm(dialogue, user, data | {"language": "en", "took_part": "on"})
    assert form.is_valid(), form.errors
    meanwhile = make_participation(dialogue, state)

    assert form.enter()[0].participation == meanwhile


def test_a_new_speaker_is_added_when_a_curator_confirms_it(curator_client, dialogue):
    peru = make_state("Peru")

    page = enter(curator_client, dialogue, speaker="Peru")
    assert problems(page) == ["Peru is not recorded as taking part."]
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


def test_the_message_names_the_speaker_that_represents_a_state(curator_client, dialogue):
    by = make_participation(
        dialogue, make_state("Latvia"), capacity="on-behalf", on_behalf_of_as_printed="the Baltics"
    )
    estonia = make_state("Estonia")
    make_participation(dialogue, estonia, status="represented", represented_by=by)

    page = enter(curator_client, dialogue, speaker="Estonia")

    assert problems(page) == [
        "Estonia is not recorded as taking part. It is represented by Latvia."
    ]


def test_a_warning_says_at_once_why_a_statement_cannot_be_published(curator_client, dialogue):
    make_participation(dialogue, make_state("Peru"))

    quotation = {"text": "never said", "provenance": "quoted-in-summary"}

    answer = enter(curator_client, dialogue, speaker="Peru", **quotation)

    assert "It cannot be published yet." in curator_client.get(answer["Location"]).content.decode()


def test_a_contributor_cannot_add_a_speaker(contributor_client, dialogue):
    make_state("Peru")

    page = enter(contributor_client, dialogue, speaker="Peru")

    assert problems(page) == ["Peru is not recorded as taking part. Ask a curator to add it first."]
    assert not Participation.objects.exists()


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"speaker": "Perru"}, "“Perru” is not a known name. Did you mean “Peru”?"),
        ({"speaker": "Xyz"}, "“Xyz” is not a known name."),
        ({}, "Give either a speaker or an attribution as printed."),
        ({"speaker": "Peru", "attribution": "some"}, "Give either a speaker or an attribution"),
        ({"speaker": "Peru", "summary": ""}, "Give the words, a summary of them, or both."),
        (
            {"speaker": "Peru", "theme_names": "Prevension"},
            "No theme is called “Prevension”. Did you mean “Prevention”?",
        ),
        ({"speaker": "Peru", "theme_names": "Xyz"}, "No theme is called “Xyz”."),
        ({"speaker": "Peru", "situation_names": "Xyz"}, "“Xyz” is not a known country or place."),
        ({"speaker": "Peru", "provenance": "nonsense"}, "Select a valid choice."),
        (
            {"speaker": "Peru", "provenance": "quoted-in-summary"},
            "This provenance needs the words.",
        ),
        ({"speaker": "Peru", "source": "0"}, "Select a valid choice."),
    ],
)
def test_an_invalid_form_shows_the_problem_and_keeps_the_input(
    curator_client, dialogue, values, problem
):
    make_participation(dialogue, make_state("Peru"))
    make_theme("Prevention")

    page = enter(curator_client, dialogue, **{"source_word": "typed"} | values)

    assert any(problem in message for message in problems(page)), problems(page)
    assert 'value="typed"' in page.content.decode()
    assert not Statement.objects.exists()


def test_a_similar_statement_is_shown_until_the_curator_confirms_this_one(curator_client, dialogue):
    peru = make_participation(dialogue, make_state("Peru"))
    summary = "The Council should act in time wherever crimes are threatened"
    make_draft(dialogue, peru, summary=f"{summary}.")
    make_draft(dialogue, attribution="some", summary=f"{summary}.")

    page = enter(curator_client, dialogue, speaker="Peru", summary=f"{summary} today.")
    assert problems(page) == [
        "A very similar statement is already recorded. Is this a different one?"
    ]
    assert summary in page.content.decode()
    enter(curator_client, dialogue, speaker="Peru", summary=f"{summary} today.", is_another="on")

    assert dialogue.statements.count() == 3


def test_a_statement_is_one_edition_with_its_speaker_and_themes(curator_client, dialogue):
    make_state("Peru"), make_theme("Prevention")
    before = Edition.objects.current_number()

    enter(curator_client, dialogue, speaker="Peru", theme_names="Prevention", took_part="on")

    assert Edition.objects.current_number() == before + 1


def test_a_statement_can_be_sent_for_review_at_once(curator_client, dialogue):
    enter(curator_client, dialogue, attribution="some delegations", review="1")

    assert Statement.objects.get().status == "in-review"


def test_the_page_costs_the_same_number_of_queries_at_any_length(curator_client, dialogue):
    counts = []
    for more in (1, 9):
        for _ in range(more):
            make_draft(dialogue, make_participation(dialogue))
        with CaptureQueriesContext(connection) as captured:
            curator_client.get(reverse("admin:dialogue-enter", args=[dialogue.pk]))
        counts.append(len(captured))

    assert counts == [counts[0]] * 2


def test_a_sentence_of_several_speakers_is_a_statement_of_each(curator_client, dialogue):
    for name in ("Chile", "Ghana"):
        make_participation(dialogue, make_state(name))
    theme = make_theme("Prevention")

    answer = enter(curator_client, dialogue, speaker="Chile; Ghana", theme_names="Prevention")

    assert answer.status_code == 302
    statements = list(dialogue.statements.in_source_order())
    assert [statement.speaker_name for statement in statements] == ["Chile", "Ghana"]
    assert len({statement.reference for statement in statements}) == 2
    assert {statement.summary for statement in statements} == {"It said so."}
    assert [list(statement.themes.all()) for statement in statements] == [[theme], [theme]]


def test_one_of_several_speakers_that_is_not_known_saves_nothing(curator_client, dialogue):
    make_participation(dialogue, make_state("Chile"))

    page = enter(curator_client, dialogue, speaker="Chile; Nowhere")

    assert problems(page)[0].startswith("“Nowhere” is not a known name.")
    assert not dialogue.statements.exists()


@pytest.mark.parametrize("names", ["Chile, Ghana and Peru", "Chile and Ghana", "Chile, Ghana"])
def test_several_names_in_another_form_are_answered_with_the_right_one(
    curator_client, dialogue, names
):
    for name in ("Chile", "Ghana", "Peru"):
        make_participation(dialogue, make_state(name))

    page = enter(curator_client, dialogue, speaker=names)

    assert "separate them by semicolons: Chile; Ghana" in problems(page)[0]


@pytest.fixture
def passages(dialogue):
    source = dialogue.sources.get()
    source.passages.create(position=1, section="KEY THEMES", text="Peru said: “no more”.")
    source.passages.create(position=2, section="KEY THEMES", paragraph="7", text="Mali: “delay”.")
    return source


def look_up(client, dialogue, text, source, summary=""):
    address = reverse("admin:dialogue-enter-find", args=[dialogue.pk])
    return client.post(address, {"text": text, "source": source, "summary": summary}).json()


@pytest.mark.parametrize(
    "text, result",
    [
        (
            "delay",
            {
                "missing": "",
                "place": "section “KEY THEMES”, paragraph 7",
                "section": "KEY THEMES",
                "paragraph": "7",
            },
        ),
        (
            "no more\n\nnever",
            {
                "missing": "never",
                "place": "section “KEY THEMES”, 1st paragraph",
                "section": "KEY THEMES",
                "paragraph": "1st",
            },
        ),
        ("never", {"missing": "never"}),
        ("", {}),
    ],
)
def test_the_place_of_a_quotation_is_looked_up(
    contributor_client, dialogue, passages, text, result
):
    assert look_up(contributor_client, dialogue, text, passages.pk) == result | {"themes": []}


def test_themes_that_the_words_mention_are_suggested_with_their_scope(
    contributor_client, dialogue, passages
):
    for label in ("Delay", "Summit"):
        make_theme(label, scope_note=f"All about {label}.")

    result = look_up(contributor_client, dialogue, "delay", passages.pk, "Recalled the summit.")

    assert result["themes"] == [
        {"label": "Delay", "words": "Delay", "scope_note": "All about Delay."},
        {"label": "Summit", "words": "Summit", "scope_note": "All about Summit."},
    ]


@pytest.mark.parametrize("source", ["", "x", "99999999999999999999999", "0"])
def test_without_a_source_nothing_is_looked_up(contributor_client, dialogue, passages, source):
    assert look_up(contributor_client, dialogue, "delay", source) == {"themes": []}


def test_a_source_without_text_looks_nothing_up(contributor_client, dialogue):
    assert look_up(contributor_client, dialogue, "x", dialogue.sources.get().pk) == {"themes": []}


def test_the_page_shows_the_source_with_the_words_already_quoted(
    curator_client, dialogue, passages
):
    make_draft(dialogue=dialogue, source=passages, text="no more", attribution="Some")

    page = curator_client.get(reverse("admin:dialogue-enter", args=[dialogue.pk]))

    assert '<mark class="used">“no more”.</mark>' in page.content.decode()


def test_all_that_prevents_publishing_is_said_at_once(curator_client, dialogue, passages):
    dialogue.status = "draft"
    dialogue.save()
    make_participation(dialogue, make_state("Peru"))

    page = enter(curator_client, dialogue, speaker="Peru", text="words nobody said")

    (warning,) = [
        str(message) for message in page.wsgi_request._messages if message.level_tag == "warning"
    ]
    assert "Its dialogue is a draft." in warning
    assert "does not have these words: “words nobody said”" in warning


def test_a_contributor_is_not_shown_what_only_curators_may_do(contributor_client, dialogue):
    page = contributor_client.get(reverse("admin:dialogue-enter", args=[dialogue.pk]))

    assert "Paste a list of speakers" not in page.content.decode()


@pytest.mark.parametrize("words", ["veto restraint", "VETO", "use veto"])
def test_a_theme_is_suggested_by_its_words_in_any_order(curator_client, dialogue, words):
    make_theme("Restraint in the use of the veto")

    (problem,) = (
        enter(curator_client, dialogue, theme_names=words).context["form"].errors["theme_names"]
    )

    assert "Did you mean “Restraint in the use of the veto”?" in problem
