"""A pasted list becomes participations of one dialogue."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from dialogues.models import (
    Edition,
    Name,
    Participant,
    Participation,
)
from dialogues.speaker_lists.counts import speaker_counts
from dialogues.speaker_lists.proposal import ListAnswers, propose
from dialogues.speaker_lists.saving import save
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_participation,
    make_person,
    make_source,
    make_state,
)

pytestmark = pytest.mark.django_db


def save_all(proposal, dialogue, source=None, reason="Entered", by=None):
    """Save a proposal with the values that the tests do not look at."""
    common = {"section": "Table", "paragraph": "", "status": "spoke"}
    source = source or make_source()
    return save(proposal, dialogue, source=source, reason=reason, by=by, **common)


class TestNames:
    def test_an_ambiguous_name_is_unknown(self):
        for name in ("Congo", "Democratic Republic of the Congo", "Republic of Korea"):
            make_state(name)

        proposal = propose(make_dialogue(), "Congo\nKorea")

        assert [row.status for row in proposal.rows] == ["unknown", "unknown"]
        suggestions = [[str(state) for state in row.suggestions] for row in proposal.rows]
        assert suggestions == [["Congo", "Democratic Republic of the Congo"], ["Republic of Korea"]]

    def test_an_alias_is_known(self):
        turkey = make_state("Türkiye")
        Name.objects.create(participant=turkey, name="Turkey", kind="former")

        (row,) = propose(make_dialogue(), "TURKEY").rows

        assert (row.participant, row.name) == (turkey, "TURKEY")

    def test_a_misspelling_is_suggested_for_and_never_guessed(self):
        slovenia = make_state("Slovenia")

        (row,) = propose(make_dialogue(), "Slowenia").rows

        assert (row.status, row.suggestions) == ("unknown", [slovenia])

    @pytest.mark.parametrize(
        ("choice", "status"),
        [("leave-out", "left-out"), ("create:state", "new"), ("", "unknown")],
    )
    def test_a_curator_chooses_what_an_unknown_name_is(self, choice, status):
        (row,) = propose(make_dialogue(), "Nowhere", ListAnswers({"nowhere": choice})).rows

        assert row.status == status

    def test_created_and_chosen_participants_are_saved(self):
        dialogue, peru = make_dialogue(), make_state("Peru")
        choices = {"peruu": str(peru.pk), "a new body": "create:civil-society", "x": "leave-out"}
        proposal = propose(dialogue, "Peruu\nA new body\nX", ListAnswers(choices))

        save_all(proposal, dialogue)

        created = Participant.objects.get(name="A new body")
        assert created.kind == "civil-society"
        assert list(dialogue.participations.values_list("participant", "capacity")) == [
            (peru.pk, "national"),
            (created.pk, "own-name"),
        ]

    def test_an_organization_is_linked_as_the_group_represented(self):
        make_state("Germany")
        union = make_state("European Union", kind="regional-organization")
        Name.objects.create(participant=union, name="EU", kind="abbreviation")

        (row,) = propose(make_dialogue(), "Germany (on behalf of the EU)").rows

        assert (row.on_behalf_of, row.represented) == (union, ())

    def test_a_single_state_is_represented(self):
        make_state("France"), make_state("Mexico")

        (row,) = propose(make_dialogue(), "France (on behalf of Mexico)").rows

        assert [str(name.participant) for name in row.represented] == ["Mexico"]

    def test_a_typed_name_that_is_unknown_stays_to_be_corrected(self):
        (row,) = propose(make_dialogue(), "Nowhere", ListAnswers({"nowhere": "Nowheer"})).rows

        assert (row.status, row.typed_name) == ("unknown", "Nowheer")

    def test_a_text_longer_than_any_list_is_read_up_to_the_limit(self):
        proposal = propose(make_dialogue(), "Aname, " * 2000)

        assert len(proposal.rows) == 1000
        assert proposal.warnings[0] == ("too-many", {"limit": 1000})


class TestSaving:
    def test_a_list_is_one_edition_with_its_reason(self, curator):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        source = make_source()
        before = Edition.objects.current_number()

        save_all(propose(dialogue, "Peru\nChile"), dialogue, source, "As printed", curator)

        edition = Edition.objects.first()
        assert (edition.number, edition.reason, edition.by) == (before + 1, "As printed", curator)

    def test_a_longer_list_adds_only_the_new_name(self):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        save_all(propose(dialogue, "Peru"), dialogue)

        save_all(propose(dialogue, "Peru\nChile"), dialogue)

        rows = dialogue.participations.in_order().values_list("name_as_printed", "position")
        assert list(rows) == [("Peru", 10), ("Chile", 20)]

    def test_a_name_printed_twice_is_saved_once_with_a_warning(self):
        make_state("Peru")
        dialogue = make_dialogue()
        proposal = propose(dialogue, "Peru\nPeru")

        save_all(proposal, dialogue)

        assert dialogue.participations.count() == 1
        assert proposal.warnings == [("twice", {"name": "Peru", "line": 2})]

    def test_a_state_speaks_for_itself_and_for_a_group(self):
        make_state("Peru")
        group = make_group("Friends", group_kind="cross-regional")
        dialogue = make_dialogue()

        save_all(propose(dialogue, "Peru\nPeru (on behalf of Friends)"), dialogue)

        assert list(dialogue.participations.values_list("capacity", "on_behalf_of")) == [
            ("national", None),
            ("on-behalf", group.pk),
        ]

    def test_a_represented_name_that_is_also_listed_gets_a_warning(self):
        make_state("Peru"), make_state("Chile")

        proposal = propose(make_dialogue(), "Peru (on behalf of Friends: Chile)\nChile")

        assert proposal.warnings == [("also-listed", {"name": "Chile", "by": "Peru"})]

    def test_a_contradiction_saves_nothing(self):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        proposal = propose(dialogue, "Peru\nChile")
        proposal.rows[1] = replace(proposal.rows[1], participant=proposal.rows[0].participant)

        with pytest.raises(ValidationError):
            save_all(proposal, dialogue)

        assert not Participation.objects.exists()

    @pytest.mark.parametrize(
        ("qualifier", "value", "agrees"),
        [("exact", 2, True), ("exact", 3, False), ("at-least", 1, True), ("over", 2, False)],
    )
    def test_the_count_is_compared_with_the_reported_figure(self, qualifier, value, agrees):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        make_figure(dialogue=dialogue, value=value, qualifier=qualifier)

        _by_heading, by_kind = speaker_counts(propose(dialogue, "Peru\nChile"), dialogue)

        assert [(count.number, count.agrees) for count in by_kind] == [(2, agrees)]

    def test_a_list_of_inscribed_states_is_not_compared_with_speakers(self):
        make_state("Peru")
        dialogue = make_dialogue()
        make_figure(dialogue=dialogue, value=3)

        _by_heading, by_kind = speaker_counts(propose(dialogue, "Peru"), dialogue, "inscribed")

        assert [(count.number, count.agrees) for count in by_kind] == [(1, None)]

    def test_a_participant_recorded_as_inscribed_stays_so(self):
        dialogue = make_dialogue()
        make_participation(dialogue, make_state("Peru"), status="inscribed")

        (row,) = propose(dialogue, "Peru").rows

        assert (row.status, row.recorded.status) == ("recorded", "inscribed")

    @pytest.mark.parametrize(
        ("capacity", "status"),
        [("own-name", "recorded"), ("on-behalf", "recorded"), ("panel", "new")],
    )
    def test_an_organization_on_the_panel_may_take_the_floor_too(self, capacity, status):
        union = make_state("European Union", kind="regional-organization")
        dialogue = make_dialogue()
        joint = {"on_behalf_of_as_printed": "its members"} if capacity == "on-behalf" else {}
        make_participation(dialogue, union, capacity=capacity, **joint)

        (row,) = propose(dialogue, "European Union").rows

        assert row.status == status

    def test_a_long_list_of_represented_states_is_saved(self):
        make_state("Peru")
        names = [f"Land {chr(65 + n % 26) * (n // 26 + 1)} of a long name" for n in range(55)]
        for name in names:
            make_state(name)
        dialogue = make_dialogue()

        save_all(propose(dialogue, f"Peru (on behalf of {', '.join(names)})"), dialogue)

        assert dialogue.participations.filter(status="represented").count() == 55
        joint = dialogue.participations.get(capacity="on-behalf")
        assert len(joint.on_behalf_of_as_printed) == 300

    def test_an_unknown_name_printed_twice_is_asked_once(self):
        proposal = propose(make_dialogue(), "Nowhere\nNowhere (on behalf of Friends)")

        assert [row.is_asked_here for row in proposal.rows] == [True, False]

    def test_the_error_names_the_row(self):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        proposal = propose(dialogue, "Peru\nChile")
        proposal.rows[1] = replace(proposal.rows[1], participant=proposal.rows[0].participant)

        with pytest.raises(ValidationError, match="Chile: This participation is already recorded"):
            save_all(proposal, dialogue)


class TestTruth:
    """A list proposes nobody who did not speak."""

    def test_a_regional_group_is_never_a_speaker(self):
        group = make_group("African Group", group_kind="regional")
        ghana = make_state("Ghana")
        choices = {"african group": str(group.pk), "the africans": "African Group"}

        rows = propose(make_dialogue(), "Ghana, African Group", ListAnswers(choices)).rows

        assert [(row.name, row.participant, row.status) for row in rows] == [
            ("Ghana", ghana, "new"),
            ("African Group", None, "unknown"),
        ]

    def test_nobody_is_represented_by_itself(self):
        states = [make_state(name) for name in ("Latvia", "Estonia")]
        dialogue = make_dialogue()

        proposal = propose(dialogue, "Latvia (on behalf of Estonia and Latvia)")
        save_all(proposal, dialogue)

        assert proposal.warnings == [("itself", {"name": "Latvia"})]
        statuses = dialogue.participations.values_list("participant", "status")
        assert list(statuses) == [(states[0].pk, "spoke"), (states[1].pk, "represented")]

    def test_a_state_that_did_not_exist_on_the_day_is_warned_of(self):
        dialogue = make_dialogue(held_on=date(2009, 7, 23), year=2009)
        south_sudan = make_state("South Sudan", member_since=2011)

        proposal = propose(dialogue, "South Sudan")

        assert proposal.warnings == [("too-early", {"name": south_sudan, "year": 2011})]

    def test_a_person_and_an_office_are_on_the_participation(self):
        make_state("Ghana"), make_state("Peru")
        dialogue = make_dialogue()
        text = "H.E. Ms. Ama Example, Minister of Justice, Ghana\nMr. Example (Peru)"

        save_all(propose(dialogue, text), dialogue)

        rows = dialogue.participations.values_list("name_as_printed", "person__name", "office")
        assert list(rows) == [("Ghana", "Ama Example", "Minister of Justice"),
                              ("Peru", "Mr. Example", "")]  # fmt: skip

    def test_a_person_who_is_recorded_is_not_recorded_again(self):
        make_state("Ghana")
        person = make_person(name="Ama Example", also_known_as="A. Example; Ama Exámple")
        dialogue = make_dialogue()

        save_all(propose(dialogue, "Ms. Ama Exámple (Ghana)"), dialogue)

        assert dialogue.participations.get().person == person

    def test_two_people_of_one_name_are_not_guessed(self):
        make_state("Ghana")
        people = [make_person(name="Ama Example"), make_person(name="Ama Example")]
        dialogue = make_dialogue()

        save_all(propose(dialogue, "Ms. Ama Example (Ghana)"), dialogue)

        assert dialogue.participations.get().person not in people

    def test_first_the_name_before_a_note_is_suggested(self):
        ghana = make_state("Ghana")
        texts = "Ghana (second statement)\nGhana [right of reply]\nGhana – video message"

        rows = propose(make_dialogue(), f"{texts}\nANNA KEENE (Ghana)").rows

        assert [(row.status, row.suggestions[0]) for row in rows] == [("unknown", ghana)] * 4

    def test_the_number_that_a_heading_states_is_compared(self):
        make_group("African Group", group_kind="regional")
        make_state("Ghana")
        proposal = propose(make_dialogue(), "African Group (2 States):\nGhana")

        by_heading, _by_kind = speaker_counts(proposal, make_dialogue())

        counts = [(count.label, count.number, count.stated, count.agrees) for count in by_heading]
        assert counts == [("African Group", 1, ["2"], False)]
