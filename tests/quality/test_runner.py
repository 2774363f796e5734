"""Findings are opened, ignored with a reason, resolved, and opened again."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialogues.models import Finding, FurtherDay, Passage
from dialogues.quality.runner import PARTS, run
from dialogues.quality.scope import Scope
from dialogues.quality.statements import check_quotations
from tests.records import (
    make_dialogue,
    make_draft,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_source,
    make_state,
    make_theme,
)

pytestmark = pytest.mark.django_db


def run_checks():
    """Check everything: [(check, sentence)] of each open finding."""
    run(Scope.everything())
    return [(finding.check_name, finding.text.partition(": ")[2]) for finding in open_findings()]


def open_findings():
    return Finding.objects.filter(status="open").order_by("check_name", "key")


def open_checks():
    return [finding.check_name for finding in open_findings()]


def unattributed(**fields):
    return make_draft(attribution="some delegations", **fields)


def speaker(dialogue, name, **fields):
    return make_participation(dialogue, make_state(name), name_as_printed=name, **fields)


def test_each_check_belongs_to_one_part_which_resolves_its_findings():
    assert sorted(check for part in PARTS for check in part.checks) == sorted(Finding.Check)


@pytest.mark.parametrize(
    ("qualifier", "value", "is_found"),
    [
        ("exact", 2, False),
        ("exact", 3, True),
        ("exact", 1, True),
        ("at-least", 2, False),
        ("at-least", 3, True),
        ("over", 1, False),
        ("over", 2, True),
        ("about", 9, False),
    ],
)
def test_a_printed_count_that_differs_from_the_record_is_found(qualifier, value, is_found):
    dialogue = make_dialogue()
    speaker(dialogue, "Peru"), speaker(dialogue, "Chile")
    source = make_source(title="The summary")
    make_figure(dialogue=dialogue, value=value, qualifier=qualifier, source=source, unit="states")

    sentence = f"The summary counts {value} states: “States that spoke”; 2 are recorded."
    assert run_checks() == [("count", sentence)] * is_found


def test_an_incomplete_list_contradicts_no_count():
    dialogue = make_dialogue(speaker_list="incomplete")
    speaker(dialogue, "Peru")
    make_figure(dialogue=dialogue, value=9)

    assert run_checks() == []


def test_participants_who_did_not_take_the_floor_are_not_counted():
    dialogue = make_dialogue()
    speaker(dialogue, "Peru"), speaker(dialogue, "Chile", status="inscribed")
    make_figure(dialogue=dialogue, value=1)

    assert run_checks() == []


def test_a_printed_name_of_another_participant_is_found():
    dialogue = make_dialogue()
    peru = make_state("Peru")
    make_participation(dialogue, peru, name_as_printed="Perru")

    assert run_checks() == [("name", "“Perru” is recorded as Peru, and is no known name of it.")]
    peru.names.create(name="Perru", kind="variant")
    assert run_checks() == []


def test_a_represented_state_that_took_the_floor_is_found():
    dialogue, group = make_dialogue(), make_group("Two", group_kind="network")
    peru, chile = make_state("Peru"), make_state("Chile")
    make_membership(group, chile)
    voice = {"capacity": "on-behalf", "on_behalf_of": group, "name_as_printed": "Peru"}
    by = make_participation(dialogue, peru, **voice)
    through = {"status": "represented", "represented_by": by, "name_as_printed": "Chile"}
    make_participation(dialogue, chile, **through)
    make_participation(dialogue, chile, name_as_printed="Chile")

    assert run_checks() == [
        ("also-listed", "Chile is spoken for by Peru, and took the floor itself.")
    ]


def test_a_represented_state_that_was_not_a_member_is_found():
    dialogue, group = make_dialogue(), make_group("Two", group_kind="network")
    peru, chile = make_state("Peru"), make_state("Chile")
    make_membership(group, chile, since=date(2018, 1, 1))
    voice = {"capacity": "on-behalf", "on_behalf_of": group, "name_as_printed": "Peru"}
    by = make_participation(dialogue, peru, **voice)
    through = {"status": "represented", "represented_by": by, "name_as_printed": "Chile"}
    make_participation(dialogue, chile, **through)

    sentence = "Chile is spoken for as Two, and is no member known on that day."
    assert run_checks() == [("date", sentence)]


@pytest.mark.parametrize(
    ("day", "is_found"),
    [
        (date(2017, 9, 7), False),
        (date(2018, 7, 2), False),
        (date(2017, 9, 6), True),
        (date(2017, 9, 5), True),
        (date(2019, 9, 6), True),
    ],
)
def test_a_further_day_outside_the_dialogue_is_found(day, is_found):
    FurtherDay.objects.create(dialogue=make_dialogue(), date=day)

    sentence = f"{day} is named as a further day; the first is 2017-09-06."
    assert run_checks() == [("date", sentence)] * is_found


@pytest.mark.parametrize(
    ("kind", "is_found"), [("un-report", True), ("programme", False), ("background", False)]
)
def test_a_source_older_than_the_dialogue_is_found(kind, is_found):
    source = make_source(title="A", kind=kind, published_on=date(2017, 9, 5))
    source.dialogues.add(make_dialogue())

    sentence = "“A” was published on 2017-09-05, before the dialogue."
    assert run_checks() == [("date", sentence)] * is_found


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ({"text": "the veto"}, False),
        ({"text": "the vote"}, True),
        ({"text": "the vote", "words_checked": "PDF, page 4"}, False),
    ],
)
def test_a_quotation_that_is_not_in_the_source_is_found(fields, is_found):
    source = make_source()
    Passage.objects.create(source=source, position=1, text="It spoke of “the\nveto”.")
    unattributed(source=source, provenance="quoted-in-summary", themes=[make_theme()], **fields)

    sentence = "“the vote” is not in the text of the source that is kept here."
    assert run_checks() == [("quotation", sentence)] * is_found


def test_a_text_that_was_compared_when_loaded_is_not_compared_again():
    source = make_source(checksum="0" * 64)
    unattributed(source=source, text="one", provenance="delivered-text", themes=[make_theme()])

    assert run_checks() == []


def test_a_statement_without_a_theme_is_found():
    unattributed()

    assert run_checks() == [("theme", "It is on no theme.")]


def test_near_duplicates_of_one_speaker_are_found():
    theme, by = make_theme(), speaker(make_dialogue(), "Peru")
    summary = "The Council should act in time wherever crimes are threatened"
    first = make_draft(participation=by, summary=summary, themes=[theme])
    make_draft(participation=by, summary=f"{summary} today", themes=[theme])
    make_draft(participation=speaker(by.dialogue, "Chile"), summary=summary, themes=[theme])
    make_draft(participation=by, summary="It should act in another way", themes=[theme])

    sentence = f"It says nearly the same as {first.reference}, of the same speaker."
    assert run_checks() == [("alike", sentence)]


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        ({"until": date(2015, 1, 1)}, {"since": date(2015, 1, 2)}, False),
        ({"until": date(2015, 1, 1)}, {"since": date(2015, 1, 1)}, True),
        ({"since": date(2010, 1, 1)}, {"since": date(2012, 1, 1)}, True),
    ],
)
def test_overlapping_memberships_are_found(first, second, is_found):
    group, peru = make_group(), make_state("Peru")
    make_membership(group, peru, **first)
    make_membership(group, peru, **second)

    sentence = "Peru has two memberships at the same time."
    assert run_checks() == [("overlap", sentence)] * is_found


def test_overlaps_are_found_between_memberships_that_are_not_neighbours():
    group, peru = make_group(), make_state("Peru")
    for since, until in ((2000, 2020), (2001, 2002), (2005, 2010)):
        make_membership(group, peru, since=date(since, 1, 1), until=date(until, 1, 1))

    assert len(run_checks()) == 2


@pytest.mark.parametrize(("value", "is_found"), [(1, False), (5, True)])
def test_a_printed_number_of_members_that_differs_is_found(value, is_found):
    group = make_group()
    make_membership(group, make_state())
    source = make_source(title="A")
    day = date(2017, 9, 6)
    make_figure(
        measure="group-size",
        group=group,
        value=value,
        unit="members",
        counted_on=day,
        source=source,
    )

    sentence = "A counts 5 members on 2017-09-06; 1 are recorded."
    assert run_checks() == [("group-size", sentence)] * is_found


class TestStatusOfAFinding:
    @pytest.fixture
    def finding(self):
        unattributed()
        run(Scope.everything())
        return Finding.objects.get()

    def test_an_ignored_finding_stays_ignored_while_the_issue_is_the_same(self, finding, curator):
        finding.set_status("ignored", "It is about procedure", curator)

        assert run(Scope.everything()) == 0
        finding.refresh_from_db()
        assert (finding.status, finding.reason) == ("ignored", "It is about procedure")

    def test_a_finding_stays_ignored_when_another_quotation_is_corrected(self, curator):
        source = make_source()
        Passage.objects.create(source=source, position=1, text="one")
        draft = make_draft(
            attribution="some",
            source=source,
            text="two\n\nthree",
            provenance="quoted-in-summary",
            themes=[make_theme()],
        )
        run(Scope.everything())
        Finding.objects.get(text__contains="three").set_status("ignored", "In the annex", curator)
        draft.text = "one\n\nthree"
        draft.save()

        assert run(Scope.everything()) == 0
        finding = Finding.objects.get(text__contains="three")
        assert (finding.status, finding.reason) == ("ignored", "In the annex")

    def test_a_finding_is_ignored_only_with_a_reason(self, finding):
        with pytest.raises(ValueError, match="Say why"):
            finding.set_status("ignored", " ")

    def test_a_finding_is_resolved_when_its_issue_is_gone(self, finding):
        finding.statement.themes.add(make_theme())

        run(Scope.everything())

        finding.refresh_from_db()
        assert finding.status == "resolved"

    def test_a_resolved_finding_is_opened_again_when_its_issue_recurs(self, finding):
        theme = make_theme()
        finding.statement.themes.add(theme)
        run(Scope.everything())
        finding.statement.themes.remove(theme)

        run(Scope.everything())

        finding.refresh_from_db()
        assert finding.status == "open"

    def test_an_ignored_finding_is_opened_when_its_issue_changes(self):
        dialogue = make_dialogue()
        speaker(dialogue, "Peru")
        make_figure(dialogue=dialogue, value=5)
        run(Scope.everything())
        Finding.objects.get().set_status("ignored", "The source is wrong")
        speaker(dialogue, "Chile")

        run(Scope.everything())

        assert [finding.status for finding in Finding.objects.all()] == ["open"]


@pytest.mark.django_db(transaction=True)
def test_a_save_runs_the_checks_that_concern_it():
    draft, other = unattributed(), unattributed()
    assert {finding.statement for finding in open_findings()} == {draft, other}

    draft.themes.add(make_theme())

    assert {finding.statement for finding in open_findings()} == {other}


@pytest.mark.django_db(transaction=True)
def test_a_near_duplicate_is_checked_again_when_the_other_changes():
    theme, by = make_theme(), speaker(make_dialogue(), "Peru")
    summary = "The Council should act in time wherever crimes are threatened"
    first = make_draft(participation=by, summary=summary, themes=[theme])
    make_draft(participation=by, summary=summary, themes=[theme])
    assert open_checks() == ["alike"]

    first.summary = "It spoke about something else"
    first.save()

    assert open_checks() == []


@pytest.mark.django_db(transaction=True)
def test_a_deleted_near_duplicate_leaves_no_finding():
    theme, by = make_theme(), speaker(make_dialogue(), "Peru")
    summary = "The Council should act in time wherever crimes are threatened"
    first = make_draft(participation=by, summary=summary, themes=[theme])
    make_draft(participation=by, summary=summary, themes=[theme])

    first.delete()

    assert open_checks() == []


@pytest.mark.django_db(transaction=True)
def test_a_new_membership_resolves_the_finding_about_a_represented_state():
    dialogue, group = make_dialogue(), make_group("Two", group_kind="network")
    peru, chile = make_state("Peru"), make_state("Chile")
    voice = {"capacity": "on-behalf", "on_behalf_of": group, "name_as_printed": "Peru"}
    by = make_participation(dialogue, peru, **voice)
    through = {"status": "represented", "represented_by": by, "name_as_printed": "Chile"}
    make_participation(dialogue, chile, **through)
    assert open_checks() == ["date"]

    make_membership(group, chile)

    assert open_checks() == []


@pytest.mark.django_db(transaction=True)
def test_a_new_passage_resolves_the_finding_about_a_quotation():
    source = make_source()
    draft = {"text": "the veto", "provenance": "quoted-in-summary", "themes": [make_theme()]}
    unattributed(source=source, **draft)
    assert open_checks() == ["quotation"]

    Passage.objects.create(source=source, position=1, text="the veto")

    assert open_checks() == []


def test_the_scope_of_a_change_takes_one_query_for_each_kind_of_record(django_assert_num_queries):
    drafts = [unattributed() for _ in range(5)]
    source = make_source()
    source.dialogues.add(drafts[0].dialogue)

    with django_assert_num_queries(1):
        scope = Scope.touched_by(drafts)
    pks = {draft.pk for draft in drafts}
    assert scope == Scope(statements=pks, quotations=pks)
    with django_assert_num_queries(2):
        assert Scope.touched_by([source]).dialogues == {drafts[0].dialogue_id}


@pytest.mark.parametrize("size", [1, 6])
def test_quotations_of_one_source_read_its_text_once(size, django_assert_num_queries):
    source = make_source()
    Passage.objects.create(source=source, position=1, text="one two three")
    fields = {"text": "one\n\ntwo", "provenance": "quoted-in-summary", "source": source}
    drafts = [unattributed(**fields) for _ in range(size)]

    with django_assert_num_queries(2):
        assert list(check_quotations([draft.pk for draft in drafts])) == []


@pytest.mark.django_db(transaction=True)
def test_saving_a_participant_or_participation_runs_its_checks():
    dialogue = make_dialogue()
    peru = speaker(dialogue, "Peru")
    make_figure(dialogue=dialogue, value=2)
    assert open_checks() == ["count"]

    speaker(dialogue, "Chile")
    assert open_checks() == []

    renamed = peru.participant
    renamed.name = "Another"
    renamed.save()
    assert open_checks() == ["name"]


def test_the_command_checks_all_or_some_dialogues():
    draft = unattributed()
    unattributed()
    out = StringIO()

    call_command("check_records", draft.dialogue.slug, stdout=out)
    assert out.getvalue() == f"Open findings: 1\ntheme: {draft.reference}: It is on no theme.\n"

    out = StringIO()
    call_command("check_records", stdout=out)
    assert out.getvalue().splitlines()[0] == "Open findings: 2"
    assert len(out.getvalue().splitlines()) == 3
    with pytest.raises(CommandError, match="No dialogue has the slug 'nowhere'"):
        call_command("check_records", "nowhere")


def test_checking_a_dialogue_costs_the_same_for_any_number_of_speakers():
    dialogue, queries = make_dialogue(), []
    for number in range(5):
        speaker(dialogue, f"Country {number}")
        with CaptureQueriesContext(connection) as captured:
            run(Scope(dialogues={dialogue.pk}))
        queries.append(len(captured))

    assert queries == [queries[0]] * 5


def test_two_roles_of_one_member_are_no_overlap():
    group, state = make_group(group_kind="network"), make_state()
    make_membership(group, state)
    make_membership(group, state, role="co-chair", since=date(2017, 1, 1))

    assert run_checks() == []


@pytest.mark.parametrize(("number", "is_found"), [(3, False), (2, False), (1, True)])
def test_members_named_on_a_day_are_not_too_few(number, is_found):
    dialogue, group = make_dialogue(), make_group("Friends", group_kind="network")
    day = dialogue.held_on
    for _ in range(2):
        make_membership(group, make_state(), since=day, until=day, is_minimum=True)
    make_figure(measure="group-size", group=group, dialogue=dialogue, value=number)

    assert [check for check, _sentence in run_checks()] == ["group-size"] * is_found
