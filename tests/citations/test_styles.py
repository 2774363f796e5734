"""Each style in the cases on which style guides disagree."""

from dataclasses import replace
from datetime import date

import pytest

from dialogues.citations.page_work import page_work
from dialogues.citations.styles import STYLES, citation_of, citations_of
from dialogues.citations.work import statement_work
from dialogues.models import Statement
from dialogues.serializers import statement_record
from tests.records import (
    make_dialogue,
    make_group,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
)

TODAY = date(2026, 11, 22)
BASE = "https://r2p.example.org"


def work_of(statement, today=TODAY):
    statement = Statement.objects.with_record().get(pk=statement.pk)
    return statement_work(statement_record(statement), statement.versions.last(), BASE, today)


def in_all_styles(work):
    """{key of the style: (entry, in-text citation)}"""
    return {
        citation.style.key: (citation.entry, citation.in_text) for citation in citations_of(work)
    }


def un_footnote(work):
    return citation_of(work, STYLES["un"]).plain


@pytest.mark.django_db
def test_every_style_says_on_whose_behalf_a_state_spoke():
    voice = make_participation(
        participant=make_state("Netherlands (Kingdom of the)"),
        capacity="on-behalf",
        on_behalf_of=make_group("Group of Friends", group_kind="cross-regional"),
        on_behalf_of_as_printed="the Group of Friends of R2P",
        name_as_printed="Netherlands",
    )

    texts = in_all_styles(work_of(make_statement(participation=voice)))

    speaker = "Netherlands, speaking on behalf of the Group of Friends of R2P"
    assert [key for key, text in texts.items() if speaker not in " ".join(text)] == []


@pytest.mark.django_db
def test_an_undelivered_statement_is_not_cited_as_a_speech():
    voice = make_participation(status="inscribed")
    work = work_of(make_statement(participation=voice, provenance="reflected-not-delivered"))

    assert "statement inscribed but not delivered at the" in un_footnote(work)
    assert ", as reflected in " in un_footnote(work)


@pytest.mark.django_db
def test_an_unnamed_speaker_is_cited_as_printed():
    text = un_footnote(work_of(make_statement(attribution="Some delegations")))

    assert text.startswith("Some delegations (not named), position at the ")


@pytest.mark.django_db
def test_a_person_is_cited_with_the_office():
    voice = make_participation(
        person=make_person("A. Person"),
        office="Special Adviser",
        name_as_printed="Mr. A. Person",
        capacity="panel",
    )

    texts = in_all_styles(work_of(make_statement(participation=voice)))

    speaker = "Mr. A. Person, Special Adviser"
    assert [key for key, text in texts.items() if speaker not in " ".join(text)] == []


@pytest.mark.django_db
def test_brackets_within_brackets_are_square():
    voice = make_participation(name_as_printed="Iran (Islamic Republic of)", status="inscribed")

    _entry, in_text = in_all_styles(work_of(make_statement(participation=voice)))["apa"]

    assert in_text.startswith(
        "(Iran [Islamic Republic of], 2017, statement inscribed but not delivered, as cited in "
    )


@pytest.mark.django_db
def test_a_verbatim_record_is_first_hand():
    source = make_source(title="A record", publisher="United Nations", symbols="A/63/PV.97")
    work = work_of(make_statement(text="Words.", provenance="verbatim-record", source=source))

    texts = in_all_styles(work)

    assert ", in United Nations, “A record” (A/63/PV.97)" in texts["un"][0]
    assert texts["apa"][0].startswith("As printed. (2017, September 6). [Statement]. ")
    assert texts["apa"][1] == "(As printed, 2017)"
    assert texts["mla"][1] == "(As printed)"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("From early warning to early action", "Plenary debate of the General Assembly, “From "),
        ("Plenary Debate on R2P", "Plenary Debate on R2P"),
    ],
)
def test_an_event_names_the_kind_of_meeting(title, expected):
    work = work_of(make_statement(make_dialogue(title=title)))

    assert work.event.startswith(expected)


@pytest.mark.django_db
def test_a_source_without_publisher_or_date_is_cited():
    source = make_source(title="A title", publisher="")

    texts = in_all_styles(work_of(make_statement(source=source)))

    assert "as paraphrased in “A title”, section" in texts["un"][0]
    assert "A title, n.d." in texts["apa"][1]


def test_html_and_template_markup_is_escaped():
    work = page_work("x", "<b>|}} & “co”", "https://example.org/?a=1&b=2", "3", TODAY)
    work = replace(work, author="<i>A & B</i>", event="a<b>c", genre="statement", issued="2017")

    texts = in_all_styles(work)

    for entry, in_text in texts.values():
        assert "<b>" not in entry + in_text
        assert "<i>A" not in entry + in_text
    assert texts["wikipedia"][0].count("}}") == 1
    assert "&lt;i&gt;A &amp; B&lt;/i&gt;" in texts["oscola"][0]


def test_the_author_of_a_page_is_this_site():
    work = page_work(
        "statements", "Statements: 2017", f"{BASE}/x", "12", TODAY, issued="2026-11-20"
    )

    texts = {key: entry for key, (entry, _in_text) in in_all_styles(work).items()}

    assert texts == {
        "un": "R2P Dialogues, “Statements: 2017”, edition 12. "
        "Available at https://r2p.example.org/x (accessed on 22 November 2026).",
        "chicago-notes": "R2P Dialogues, “Statements: 2017,” November 20, 2026, edition 12, "
        "accessed November 22, 2026, https://r2p.example.org/x.",
        "chicago-author-date": "R2P Dialogues. 2026. “Statements: 2017.” November 20. Edition 12. "
        "Accessed November 22, 2026. https://r2p.example.org/x.",
        "apa": "R2P Dialogues. (2026, November 20). <i>Statements: 2017</i>. Edition 12. "
        "Retrieved November 22, 2026, from https://r2p.example.org/x",
        "mla": "R2P Dialogues. <i>Statements: 2017</i>. 20 Nov. 2026. Edition 12, "
        "https://r2p.example.org/x. Accessed 22 Nov. 2026.",
        "oscola": "R2P Dialogues, ‘Statements: 2017’ (20 November 2026), edition 12 "
        "&lt;https://r2p.example.org/x&gt; accessed 22 November 2026.",
        "bluebook": "R2P Dialogues, <i>Statements: 2017</i> (Nov. 20, 2026), edition 12, "
        "https://r2p.example.org/x (last visited Nov. 22, 2026).",
        "wikipedia": "{{cite web |title=Statements: 2017 |date=20 November 2026 "
        "|website=R2P Dialogues |id=Edition 12 |url=https://r2p.example.org/x "
        "|access-date=22 November 2026}}",
    }
