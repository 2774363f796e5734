"""Drafts are made of what a person accepts, and nothing is published by that."""

import pytest

from dialogues.imports.review.accepting import accept, add_accepted, waiting_in
from dialogues.imports.review.decisions import change, reject, reopen
from dialogues.models import (
    Dialogue,
    Edition,
    Engagement,
    Participation,
    Person,
    ReportedFigure,
    Statement,
    Vote,
)
from tests.imports.review.imported import (
    TEXT,
    import_text,
    make_names,
    proposal_of,
    states_of,
)
from tests.records import make_dialogue, make_group, make_participation, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def names():
    return make_names()


@pytest.fixture
def document(names):
    return import_text()


def accept_all(document_import, user):
    return accept(document_import, list(document_import.proposals.open()), user)


def speakers(dialogue):
    """(who, capacity, status, name as printed) of each participation, in order."""
    return [
        (each.speaker_name, each.capacity, each.status, each.name_as_printed)
        for each in dialogue.participations.order_by("position")
    ]


def statements(dialogue):
    """(speaker or attribution, quotation, summary, status) of each statement, in order."""
    return [
        (each.speaker_name, each.text, each.summary, each.status)
        for each in dialogue.statements.order_by("position")
    ]


def test_all_that_is_accepted_is_recorded_as_drafts(document, curator):
    published = Edition.objects.count()

    refusals = accept_all(document, curator)

    assert [(each.proposal.values["summary"], each.problem) for each in refusals] == [
        (
            "Chile and Peru recalled the sun.",
            "Chile may have spoken in several capacities: choose one of "
            "“Chile, for Group of Friends”.",
        ),
        (
            "",
            "Chile may have spoken in several capacities: choose one of "
            "“Chile, for Group of Friends”.",
        ),
        (
            "It asked for an umbrella.",
            "Chile may have spoken in several capacities: choose one of "
            "“Chile, for Group of Friends”.",
        ),
    ]
    assert speakers(document.dialogue) == [
        ("Ann Example", "opening", "spoke", ""),
        ("Peru", "national", "spoke", "Peru"),
        ("Mexico", "national", "spoke", "Mexico"),
        ("Chile", "on-behalf", "spoke", "Chile"),
    ]
    assert statements(document.dialogue) == [
        ("Peru", "", "Peru said that it rained.", "draft"),
        ("Many delegations", "", "Many delegations noted the rain.", "draft"),
        ("Mexico", "rain is no excuse", "", "draft"),
    ]
    assert Edition.objects.count() == published


def test_a_draft_has_its_place_in_the_source(document, curator):
    accept(document, [proposal_of(document, "statement", "no excuse")], curator)

    draft = Statement.objects.get()
    place = draft.source, draft.section, draft.paragraph, draft.line, draft.page
    assert place == (document.source, "Debate", "1st", 7, None)
    assert (draft.provenance, draft.source_word) == ("quoted-in-summary", "stressed")


def test_a_proposal_names_the_record_that_was_made_of_it(document, curator):
    proposal = proposal_of(document, "statement", "no excuse")

    accept(document, [proposal], curator)

    proposal.refresh_from_db()
    records = [(each.model, each.record, each.is_new) for each in proposal.records.all()]
    assert proposal.state == "accepted"
    assert records == [("statement", Statement.objects.get().pk, True)]


def test_with_a_statement_its_speaker_is_accepted_as_the_list_prints_it(document, curator):
    accept(document, [proposal_of(document, "statement", "rained")], curator)

    assert speakers(document.dialogue) == [("Peru", "national", "spoke", "Peru")]
    assert proposal_of(document, "participation", "peru").state == "accepted"


def test_a_statement_of_several_speakers_is_a_draft_for_each(document, curator):
    proposal = proposal_of(document, "statement", "recalled the sun")
    change(document, proposal, curator, {"speakers": ["mexico", "peru"]})

    accept(document, [proposal], curator)

    assert [each[0] for each in statements(document.dialogue)] == ["Mexico", "Peru"]


def test_the_themes_of_a_proposal_are_those_of_the_draft(document, curator):
    theme = make_theme("Rain")
    proposal = proposal_of(document, "statement", "rained")
    change(document, proposal, curator, {"themes": [theme.pk]})

    accept(document, [proposal], curator)

    assert list(Statement.objects.get().themes.all()) == [theme]


def test_a_figure_has_the_words_of_the_source(document, curator):
    accept(document, [proposal_of(document, "figure", "states")], curator)

    figure = ReportedFigure.objects.get()
    assert (figure.value, figure.unit, figure.measure, figure.as_printed) == (
        3,
        "states",
        "states-speaking",
        "Three states took the floor.",
    )


def test_the_day_of_a_number_is_a_note_for_readers(names, curator):
    document = import_text(TEXT.replace("states took", "states, as of 2 May 2024, took"))

    accept(document, [proposal_of(document, "figure", "states")], curator)

    note = ReportedFigure.objects.get().editor_note
    assert note == "The source gives the number as of 2 May 2024."


def test_an_official_is_a_person_with_an_office(document, curator):
    accept(document, [proposal_of(document, "official", "Example")], curator)

    official = Participation.objects.get()
    assert (official.person.name, official.office, official.capacity) == (
        "Ann Example",
        "President of the General Assembly",
        "opening",
    )


def test_a_known_person_is_not_entered_again(document, curator):
    Person.objects.create(name="Ann Example", slug="ann-example")

    accept(document, [proposal_of(document, "official", "Example")], curator)

    assert Person.objects.count() == 1


def test_a_vote_is_recorded_with_its_counts(names, curator):
    text = TEXT.replace(
        "# Debate",
        "The Assembly adopted resolution 75/277 by a recorded vote of 3 in favour to 2 against.\n\n"
        "# Debate",
    )
    document = import_text(text)

    assert accept(document, [proposal_of(document, "vote", "75/277")], curator) == []

    vote = Vote.objects.get()
    counts = vote.in_favour, vote.against, vote.abstaining
    assert (vote.symbols, str(vote.held_on), counts) == ("A/RES/75/277", "2024-07-01", (3, 2, None))


def test_what_the_record_has_is_not_made_again(document, curator, names):
    peru = make_participation(document.dialogue, names["Peru"], source=document.source)

    accept(document, [proposal_of(document, "participation", "peru")], curator)

    assert list(document.dialogue.participations.all()) == [peru]


def test_represented_participants_are_recorded_with_the_speaker(names, curator):
    document = import_text(TEXT.replace("\nMexico\n", "\nMexico (also for Peru)\n"))
    proposal = proposal_of(document, "participation", "mexico")
    change(document, proposal, curator, {"represented": ["Peru"]})

    accept(document, [proposal], curator)

    assert [(who, status) for who, _capacity, status, _name in speakers(document.dialogue)] == [
        ("Mexico", "spoke"),
        ("Peru", "represented"),
    ]


def test_nobody_decides_twice(document, curator, editor):
    proposal = proposal_of(document, "statement", "rained")
    reject(document, [proposal], editor)

    refusals = accept(document, [proposal], curator)

    assert [each.problem for each in refusals] == [
        "Somebody has decided about it meanwhile: rejected."
    ]
    assert statements(document.dialogue) == []


def test_a_refused_proposal_leaves_nothing_behind(document, curator):
    proposal = proposal_of(document, "official", "Example")
    change(document, proposal, curator, {"capacity": "nobody"})

    refusals = accept(document, [proposal], curator)

    assert [each.problem for each in refusals] == [
        "capacity: Value 'nobody' is not a valid choice."
    ]
    assert not Person.objects.exists()


def test_a_regional_group_is_no_speaker(names, curator):
    make_group("Pacific Group", group_kind="regional")
    document = import_text(TEXT.replace("Peru said that", "The Pacific Group said that"))
    proposal = proposal_of(document, "statement", "rained")

    refusals = accept(document, [proposal], curator)

    assert [each.problem for each in refusals] == [
        "Pacific Group is a regional group: choose who spoke for it."
    ]
    assert speakers(document.dialogue) == statements(document.dialogue) == []


def test_what_is_rejected_can_be_opened_again(document, curator):
    proposal = proposal_of(document, "statement", "rained")
    reject(document, [proposal], curator, "No statement")

    assert reopen(document, proposal, curator) == []

    proposal.refresh_from_db()
    assert (proposal.state, proposal.reason) == ("open", "")


def test_what_has_records_is_not_opened_again(document, curator):
    proposal = proposal_of(document, "statement", "rained")
    accept(document, [proposal], curator)

    refusals = reopen(document, proposal, curator)

    assert [each.problem for each in refusals] == [
        "It has records: undo the decision, or correct them."
    ]


class TestInAPublishedDialogue:
    @pytest.fixture
    def document(self, names):
        return import_text(dialogue=make_dialogue())

    def test_nothing_is_public_until_somebody_adds_it(self, document, curator):
        published = Edition.objects.count()

        accept_all(document, curator)

        assert speakers(document.dialogue) == []
        assert [each[0] for each in statements(document.dialogue)] == ["Many delegations"]
        assert waiting_in(document).count() == len(states_of(document)) - 1
        assert Edition.objects.count() == published

    def test_what_waits_is_added_in_one_step(self, document, curator):
        proposals = [
            proposal_of(document, "participation", "peru"),
            proposal_of(document, "statement", "rained"),
        ]
        accept(document, proposals, curator)

        assert add_accepted(document, curator) == []

        assert speakers(document.dialogue) == [("Peru", "national", "spoke", "Peru")]
        assert statements(document.dialogue)[-1] == (
            "Peru",
            "",
            "Peru said that it rained.",
            "draft",
        )
        assert not waiting_in(document).exists()

    def test_a_statement_of_a_recorded_speaker_is_a_draft_at_once(self, document, curator, names):
        make_participation(document.dialogue, names["Peru"], source=document.source)

        accept(document, [proposal_of(document, "statement", "rained")], curator)

        assert statements(document.dialogue) == [("Peru", "", "Peru said that it rained.", "draft")]

    def test_what_waits_can_be_opened_again(self, document, curator):
        proposal = proposal_of(document, "participation", "peru")
        accept(document, [proposal], curator)

        assert reopen(document, proposal, curator) == []


def test_engagements_wait_and_need_a_summary(names, curator):
    text = "Work of the Office\n\nOn 3 May 2012, the Office held a workshop in Lima."
    document = import_text(text, dialogue=False)
    proposal = proposal_of(document, "engagement", "workshop")
    accept(document, [proposal], curator)

    refusals = add_accepted(document, curator)

    assert [each.problem for each in refusals] == ["summary: This field cannot be blank."]
    reopen(document, proposal, curator)
    change(document, proposal, curator, {"summary": "A workshop."})
    accept(document, [proposal], curator)
    assert add_accepted(document, curator) == []
    assert Engagement.objects.get().title == "workshop"
    assert not Dialogue.objects.exists()
