"""Findings: opened, ignored with a reason, resolved, and opened again."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialogues.models import Finding, FurtherDay, Passage
from dialogues.quality.runner import Scope, run
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


def found():
    run(Scope.everything())
    return [(one.check_name, one.text.partition(": ")[2]) for one in open_findings()]


def open_findings():
    return Finding.objects.filter(status="open").order_by("check_name", "key")


def unattributed(**fields):
    return make_draft(attribution="some delegations", **fields)


def speaker(dialogue, name, **fields):
    return make_participation(dialogue, make_state(name), name_as_printed=name, **fields)


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
def test_a_printed_count_and_recorded_rows_differ(qualifier, value, is_found):
    dialogue = make_dialogue()
    speaker(dialogue, "Peru"), speaker(dialogue, "Chile")
    source = make_source(title="The summary")
    make_figure(dialogue=dialogue, value=value, qualifier=qualifier, source=source, unit="states")

    words = f"The summary counts {value} states: “States that spoke”; 2 are recorded."
    assert found() == [("count", words)] * is_found


def test_a_list_that_is_not_complete_contradicts_no_count():
    dialogue = make_dialogue(speaker_list="incomplete")
    speaker(dialogue, "Peru")
    make_figure(dialogue=dialogue, value=9)

    assert found() == []


def test_those_who_did_not_take_the_floor_are_not_counted():
    dialogue = make_dialogue()
    speaker(dialogue, "Peru"), speaker(dialogue, "Chile", status="inscribed")
    make_figure(dialogue=dialogue, value=1)

    assert found() == []


def test_a_printed_name_leads_to_somebody_else():
    dialogue = make_dialogue()
    peru = make_state("Peru")
    make_participation(dialogue, peru, name_as_printed="Perru")

    assert found() == [("name", "“Perru” is recorded as Peru, and is no known name of it.")]
    peru.names.create(name="Perru", kind="variant")
    assert found() == []


def test_who_is_spoken_for_took_the_floor_itself():
    dialogue, group = make_dialogue(), make_group("Two", group_kind="network")
    peru, chile = make_state("Peru"), make_state("Chile")
    make_membership(group, chile)
    voice = {"capacity": "on-behalf", "on_behalf_of": group, "name_as_printed": "Peru"}
    by = make_participation(dialogue, peru, **voice)
    through = {"status": "represented", "represented_by": by, "name_as_printed": "Chile"}
    make_participation(dialogue, chile, **through)
    make_participation(dialogue, chile, name_as_printed="Chile")

    assert found() == [("also-listed", "Chile is spoken for by Peru, and took the floor itself.")]


def test_who_is_spoken_for_was_no_member_on_the_day():
    dialogue, group = make_dialogue(), make_group("Two", group_kind="network")
    peru, chile = make_state("Peru"), make_state("Chile")
    make_membership(group, chile, since=date(2018, 1, 1))
    voice = {"capacity": "on-behalf", "on_behalf_of": group, "name_as_printed": "Peru"}
    by = make_participation(dialogue, peru, **voice)
    through = {"status": "represented", "represented_by": by, "name_as_printed": "Chile"}
    make_participation(dialogue, chile, **through)

    words = "Chile is spoken for as Two, and is no member known on that day."
    assert found() == [("date", words)]


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
def test_a_further_day_is_outside_the_dialogue(day, is_found):
    FurtherDay.objects.create(dialogue=make_dialogue(), date=day)

    words = f"{day} is named as a further day; the first is 2017-09-06."
    assert found() == [("date", words)] * is_found


@pytest.mark.parametrize(
    ("kind", "is_found"), [("un-report", True), ("programme", False), ("background", False)]
)
def test_a_source_is_older_than_the_dialogue(kind, is_found):
    source = make_source(title="A", kind=kind, published_on=date(2017, 9, 5))
    source.dialogues.add(make_dialogue())

    words = "“A” was published on 2017-09-05, before the dialogue."
    assert found() == [("date", words)] * is_found


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ({"text": "the veto"}, False),
        ({"text": "the vote"}, True),
        ({"text": "the vote", "words_checked": "PDF, page 4"}, False),
    ],
)
def test_a_quotation_is_not_in_the_source(fields, is_found):
    source = make_source()
    Passage.objects.create(source=source, position=1, text="It spoke of “the\nveto”.")
    unattributed(source=source, provenance="quoted-in-summary", themes=[make_theme()], **fields)

    words = "“the vote” is not in the text of the source that is kept here."
    assert found() == [("quotation", words)] * is_found


def test_a_text_that_was_compared_when_it_was_loaded_is_not_asked_for():
    source = make_source(checksum="0" * 64)
    unattributed(source=source, text="one", provenance="delivered-text", themes=[make_theme()])

    assert found() == []


def test_a_statement_is_on_no_theme():
    unattributed()

    assert found() == [("theme", "It is on no theme.")]


def test_two_statements_of_one_speaker_say_nearly_the_same():
    theme, by = make_theme(), speaker(make_dialogue(), "Peru")
    said = "The Council should act in time wherever crimes are threatened"
    first = make_draft(participation=by, summary=said, themes=[theme])
    make_draft(participation=by, summary=f"{said} today", themes=[theme])
    make_draft(participation=speaker(by.dialogue, "Chile"), summary=said, themes=[theme])
    make_draft(participation=by, summary="It should act in another way", themes=[theme])

    words = f"It says nearly the same as {first.reference}, of the same speaker."
    assert found() == [("alike", words)]


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        ({"until": date(2015, 1, 1)}, {"since": date(2015, 1, 2)}, False),
        ({"until": date(2015, 1, 1)}, {"since": date(2015, 1, 1)}, True),
        ({"since": date(2010, 1, 1)}, {"since": date(2012, 1, 1)}, True),
    ],
)
def test_two_memberships_overlap(first, second, is_found):
    group, peru = make_group(), make_state("Peru")
    make_membership(group, peru, **first)
    make_membership(group, peru, **second)

    words = "Peru has two memberships at the same time."
    assert found() == [("overlap", words)] * is_found


def test_each_overlap_is_found_not_only_that_of_neighbours():
    group, peru = make_group(), make_state("Peru")
    for since, until in ((2000, 2020), (2001, 2002), (2005, 2010)):
        make_membership(group, peru, since=date(since, 1, 1), until=date(until, 1, 1))

    assert len(found()) == 2


@pytest.mark.parametrize(("value", "is_found"), [(1, False), (5, True)])
def test_a_group_is_said_to_have_another_number_of_members(value, is_found):
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

    words = "A counts 5 members on 2017-09-06; 1 are recorded."
    assert found() == [("group-size", words)] * is_found


class TestWhatBecomesOfAFinding:
    @pytest.fixture
    def finding(self):
        unattributed()
        run(Scope.everything())
        return Finding.objects.get()

    def test_it_stays_ignored_while_the_same_is_found(self, finding, curator):
        finding.set_status("ignored", "It is about procedure", curator)

        assert run(Scope.everything()) == 0
        finding.refresh_from_db()
        assert (finding.status, finding.reason) == ("ignored", "It is about procedure")

    def test_another_quotation_that_is_mended_leaves_it_ignored(self, curator):
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
        kept = Finding.objects.get(text__contains="three")
        assert (kept.status, kept.reason) == ("ignored", "In the annex")

    def test_it_is_ignored_only_with_a_reason(self, finding):
        with pytest.raises(ValueError, match="Say why"):
            finding.set_status("ignored", " ")

    def test_it_is_resolved_when_it_is_found_no_more(self, finding):
        finding.statement.themes.add(make_theme())

        run(Scope.everything())

        finding.refresh_from_db()
        assert finding.status == "resolved"

    def test_it_is_opened_again_when_it_recurs(self, finding):
        theme = make_theme()
        finding.statement.themes.add(theme)
        run(Scope.everything())
        finding.statement.themes.remove(theme)

        run(Scope.everything())

        finding.refresh_from_db()
        assert finding.status == "open"

    def test_an_ignored_one_is_opened_when_something_else_is_found(self):
        dialogue = make_dialogue()
        speaker(dialogue, "Peru")
        make_figure(dialogue=dialogue, value=5)
        run(Scope.everything())
        Finding.objects.get().set_status("ignored", "The source is wrong")
        speaker(dialogue, "Chile")

        run(Scope.everything())

        assert [one.status for one in Finding.objects.all()] == ["open"]


@pytest.mark.django_db(transaction=True)
def test_a_save_checks_what_it_touched():
    draft, other = unattributed(), unattributed()
    assert {one.statement for one in open_findings()} == {draft, other}

    draft.themes.add(make_theme())

    assert {one.statement for one in open_findings()} == {other}


@pytest.mark.django_db(transaction=True)
def test_a_twin_is_looked_at_again_when_the_other_is_changed():
    theme, by = make_theme(), speaker(make_dialogue(), "Peru")
    said = "The Council should act in time wherever crimes are threatened"
    first = make_draft(participation=by, summary=said, themes=[theme])
    make_draft(participation=by, summary=said, themes=[theme])
    assert [one.check_name for one in open_findings()] == ["alike"]

    first.summary = "Something else was said by it"
    first.save()

    assert [one.check_name for one in open_findings()] == []


@pytest.mark.django_db(transaction=True)
def test_a_removed_twin_leaves_no_finding():
    theme, by = make_theme(), speaker(make_dialogue(), "Peru")
    said = "The Council should act in time wherever crimes are threatened"
    first = make_draft(participation=by, summary=said, themes=[theme])
    make_draft(participation=by, summary=said, themes=[theme])

    first.delete()

    assert [one.check_name for one in open_findings()] == []


@pytest.mark.django_db(transaction=True)
def test_a_membership_sets_right_who_was_spoken_for():
    dialogue, group = make_dialogue(), make_group("Two", group_kind="network")
    peru, chile = make_state("Peru"), make_state("Chile")
    voice = {"capacity": "on-behalf", "on_behalf_of": group, "name_as_printed": "Peru"}
    by = make_participation(dialogue, peru, **voice)
    through = {"status": "represented", "represented_by": by, "name_as_printed": "Chile"}
    make_participation(dialogue, chile, **through)
    assert [one.check_name for one in open_findings()] == ["date"]

    make_membership(group, chile)

    assert [one.check_name for one in open_findings()] == []


@pytest.mark.django_db(transaction=True)
def test_a_passage_sets_right_what_is_quoted():
    source = make_source()
    draft = {"text": "the veto", "provenance": "quoted-in-summary", "themes": [make_theme()]}
    unattributed(source=source, **draft)
    assert [one.check_name for one in open_findings()] == ["quotation"]

    Passage.objects.create(source=source, position=1, text="the veto")

    assert [one.check_name for one in open_findings()] == []


def test_what_a_change_touches_is_asked_for_once_for_each_kind(django_assert_num_queries):
    drafts = [unattributed() for _ in range(5)]
    source = make_source()
    source.dialogues.add(drafts[0].dialogue)

    with django_assert_num_queries(1):
        scope = Scope.touched_by(drafts)
    assert scope == Scope({one.pk for one in drafts}, {one.pk for one in drafts})
    with django_assert_num_queries(2):
        assert Scope.touched_by([source]).dialogues == {drafts[0].dialogue_id}


@pytest.mark.parametrize("size", [1, 6])
def test_quotations_of_one_source_read_its_text_once(size, django_assert_num_queries):
    source = make_source()
    Passage.objects.create(source=source, position=1, text="one two three")
    quoted = {"text": "one\n\ntwo", "provenance": "quoted-in-summary", "source": source}
    drafts = [unattributed(**quoted) for _ in range(size)]

    with django_assert_num_queries(2):
        assert list(check_quotations([one.pk for one in drafts])) == []


@pytest.mark.django_db(transaction=True)
def test_each_kind_of_record_is_checked_after_its_save():
    dialogue = make_dialogue()
    peru = speaker(dialogue, "Peru")
    make_figure(dialogue=dialogue, value=2)
    assert [one.check_name for one in open_findings()] == ["count"]

    speaker(dialogue, "Chile")
    assert [one.check_name for one in open_findings()] == []

    renamed = peru.participant
    renamed.name = "Another"
    renamed.save()
    assert [one.check_name for one in open_findings()] == ["name"]


def test_the_command_checks_all_or_some():
    draft = unattributed()
    unattributed()
    out = StringIO()

    call_command("check_records", draft.dialogue.slug, stdout=out)
    assert out.getvalue() == f"1 open\ntheme: {draft.reference}: It is on no theme.\n"

    out = StringIO()
    call_command("check_records", stdout=out)
    assert out.getvalue().splitlines()[0] == "2 open"
    assert len(out.getvalue().splitlines()) == 3
    with pytest.raises(CommandError, match="No dialogue has the slug 'nowhere'"):
        call_command("check_records", "nowhere")


def test_checking_a_dialogue_costs_the_same_for_any_number_of_speakers():
    dialogue, counted = make_dialogue(), []
    for number in range(5):
        speaker(dialogue, f"Country {number}")
        with CaptureQueriesContext(connection) as captured:
            run(Scope(dialogues={dialogue.pk}))
        counted.append(len(captured))

    assert counted == [counted[0]] * 5
