"""A pasted list becomes participations of one dialogue."""

import pytest
from django.core.exceptions import ValidationError

from dialogues.models import (
    Edition,
    Name,
    Participant,
    Participation,
)
from dialogues.speaker_lists.counts import counts
from dialogues.speaker_lists.proposal import propose, save
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_participation,
    make_source,
    make_state,
)

pytestmark = pytest.mark.django_db


def said(dialogue=None, **values):
    common = {"section": "Table", "paragraph": "", "status": "spoke", "reason": "Entered"}
    return common | {"source": make_source()} | values


class TestNames:
    def test_a_name_that_may_be_two_is_nobodys(self):
        for name in ("Congo", "Democratic Republic of the Congo", "Republic of Korea"):
            make_state(name)

        proposal = propose(make_dialogue(), "Congo\nKorea")

        assert [one.standing for one in proposal.rows] == ["unknown", "unknown"]
        suggested = [[str(one) for one in row.suggestions] for row in proposal.rows]
        assert suggested == [["Congo", "Democratic Republic of the Congo"], ["Republic of Korea"]]

    def test_an_alias_is_somebody(self):
        turkey = make_state("Türkiye")
        Name.objects.create(participant=turkey, name="Turkey", kind="former")

        (row,) = propose(make_dialogue(), "TURKEY").rows

        assert (row.participant, row.name) == (turkey, "TURKEY")

    def test_a_slip_is_suggested_and_never_guessed(self):
        slovenia = make_state("Slovenia")

        (row,) = propose(make_dialogue(), "Slowenia").rows

        assert (row.standing, row.suggestions) == ("unknown", [slovenia])

    @pytest.mark.parametrize(
        ("choice", "standing"),
        [("leave-out", "left-out"), ("create:state", "new"), ("", "unknown")],
    )
    def test_a_person_says_what_an_unknown_name_is(self, choice, standing):
        (row,) = propose(make_dialogue(), "Nowhere", {"nowhere": choice}).rows

        assert row.standing == standing

    def test_who_is_created_and_who_is_chosen_is_saved(self):
        dialogue, peru = make_dialogue(), make_state("Peru")
        chosen = {"peruu": str(peru.pk), "a new body": "create:civil-society", "x": "leave-out"}
        proposal = propose(dialogue, "Peruu\nA new body\nX", choices=chosen)

        save(proposal, dialogue, said(), None)

        made = Participant.objects.get(name="A new body")
        assert made.kind == "civil-society"
        assert list(dialogue.participations.values_list("participant", "capacity")) == [
            (peru.pk, "national"),
            (made.pk, "own-name"),
        ]

    def test_an_organization_that_is_spoken_for_is_linked(self):
        make_state("Germany")
        union = make_state("European Union", kind="regional-organization")
        Name.objects.create(participant=union, name="EU", kind="abbreviation")

        (row,) = propose(make_dialogue(), "Germany (on behalf of the EU)").rows

        assert (row.on_behalf_of, row.represented) == (union, [])

    def test_one_state_that_is_spoken_for_is_represented(self):
        make_state("France"), make_state("Mexico")

        (row,) = propose(make_dialogue(), "France (on behalf of Mexico)").rows

        assert [str(one.participant) for one in row.represented] == ["Mexico"]

    def test_a_name_that_was_typed_and_is_nobodys_stays_to_be_mended(self):
        (row,) = propose(make_dialogue(), "Nowhere", {"nowhere": "Nowheer"}).rows

        assert (row.standing, row.typed) == ("unknown", "Nowheer")

    def test_what_is_longer_than_any_list_is_read_as_far_as_a_list_goes(self):
        proposal = propose(make_dialogue(), "Aname, " * 2000)

        assert len(proposal.rows) == 1000
        assert proposal.warnings[0] == ("too-many", {"most": 1000})


class TestSaving:
    def test_it_is_one_edition_with_its_reason(self, curator):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        common = said(reason="As printed")
        before = Edition.objects.current_number()

        save(propose(dialogue, "Peru\nChile"), dialogue, common, curator)

        edition = Edition.objects.first()
        assert (edition.number, edition.reason, edition.by) == (before + 1, "As printed", curator)

    def test_a_list_with_one_more_adds_the_one(self):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        save(propose(dialogue, "Peru"), dialogue, said(), None)

        save(propose(dialogue, "Peru\nChile"), dialogue, said(), None)

        named = dialogue.participations.in_order().values_list("name_as_printed", "position")
        assert list(named) == [("Peru", 10), ("Chile", 20)]

    def test_a_name_printed_twice_is_saved_once_and_said_so(self):
        make_state("Peru")
        dialogue = make_dialogue()
        proposal = propose(dialogue, "Peru\nPeru")

        save(proposal, dialogue, said(), None)

        assert dialogue.participations.count() == 1
        assert proposal.warnings == [("twice", {"name": "Peru", "line": 2})]

    def test_one_state_speaks_for_itself_and_for_a_group(self):
        make_state("Peru")
        group = make_group("Friends", group_kind="cross-regional")
        dialogue = make_dialogue()

        save(propose(dialogue, "Peru\nPeru (on behalf of Friends)"), dialogue, said(), None)

        assert list(dialogue.participations.values_list("capacity", "on_behalf_of")) == [
            ("national", None),
            ("on-behalf", group.pk),
        ]

    def test_who_is_spoken_for_and_listed_too_is_named(self):
        make_state("Peru"), make_state("Chile")

        proposal = propose(make_dialogue(), "Peru (on behalf of Friends: Chile)\nChile")

        assert proposal.warnings == [("also-listed", {"name": "Chile", "by": "Peru"})]

    def test_what_cannot_be_leaves_nothing(self):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        proposal = propose(dialogue, "Peru\nChile")
        proposal.rows[1].participant = proposal.rows[0].participant

        with pytest.raises(ValidationError):
            save(proposal, dialogue, said(), None)

        assert not Participation.objects.exists()

    @pytest.mark.parametrize(
        ("qualifier", "value", "agrees"),
        [("exact", 2, True), ("exact", 3, False), ("at-least", 1, True), ("over", 2, False)],
    )
    def test_the_count_is_held_against_what_sources_state(self, qualifier, value, agrees):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        make_figure(dialogue=dialogue, value=value, qualifier=qualifier)

        _by_heading, by_kind = counts(propose(dialogue, "Peru\nChile"), dialogue)

        assert [(one.number, one.agrees) for one in by_kind] == [(2, agrees)]

    def test_a_list_of_those_who_could_not_speak_is_held_against_no_count_of_speakers(self):
        make_state("Peru")
        dialogue = make_dialogue()
        make_figure(dialogue=dialogue, value=3)

        _by_heading, by_kind = counts(propose(dialogue, "Peru"), dialogue, "inscribed")

        assert [(one.number, one.agrees) for one in by_kind] == [(1, None)]

    def test_who_is_recorded_as_unable_to_speak_stays_so(self):
        dialogue = make_dialogue()
        make_participation(dialogue, make_state("Peru"), status="inscribed")

        (row,) = propose(dialogue, "Peru").rows

        assert (row.standing, row.recorded.status) == ("recorded", "inscribed")

    @pytest.mark.parametrize(
        ("capacity", "standing"),
        [("own-name", "recorded"), ("on-behalf", "recorded"), ("panel", "new")],
    )
    def test_an_organization_on_the_panel_may_take_the_floor_too(self, capacity, standing):
        union = make_state("European Union", kind="regional-organization")
        dialogue = make_dialogue()
        joint = {"on_behalf_of_as_printed": "its members"} if capacity == "on-behalf" else {}
        make_participation(dialogue, union, capacity=capacity, **joint)

        (row,) = propose(dialogue, "European Union").rows

        assert row.standing == standing

    def test_a_long_list_of_those_spoken_for_is_saved(self):
        make_state("Peru")
        names = [f"Land {chr(65 + n % 26) * (n // 26 + 1)} of a long name" for n in range(55)]
        for name in names:
            make_state(name)
        dialogue = make_dialogue()

        save(propose(dialogue, f"Peru (on behalf of {', '.join(names)})"), dialogue, said(), None)

        assert dialogue.participations.filter(status="represented").count() == 55
        joint = dialogue.participations.get(capacity="on-behalf")
        assert len(joint.on_behalf_of_as_printed) == 300

    def test_an_unknown_name_that_is_printed_twice_is_asked_once(self):
        proposal = propose(make_dialogue(), "Nowhere\nNowhere (on behalf of Friends)")

        assert [one.asks for one in proposal.rows] == [True, False]

    def test_a_row_that_cannot_be_is_named(self):
        make_state("Peru"), make_state("Chile")
        dialogue = make_dialogue()
        proposal = propose(dialogue, "Peru\nChile")
        proposal.rows[1].participant = proposal.rows[0].participant

        with pytest.raises(ValidationError, match="Chile: This participation is already recorded"):
            save(proposal, dialogue, said(), None)
