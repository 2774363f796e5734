"""Citing what is not a statement: a dialogue, a source, the position of unnamed delegations."""

import json
from datetime import date

import pytest

from dialogues.citations.files import FILES
from dialogues.citations.page_work import dialogue_document, page_work, source_work
from tests.citations.test_styles import TODAY, in_all_styles, work_of
from tests.records import make_dialogue, make_participation, make_source, make_statement

pytestmark = pytest.mark.django_db

PAGE = "https://r2p.example.org/page/"


def files_of(work):
    """{extension: the work as a file}"""
    return {name: b"".join(write([work])).decode() for name, (write, _type) in FILES.items()}


def dialogue_work():
    dialogue = make_dialogue(
        title="Informal interactive dialogue on R2P",
        format="informal-interactive-dialogue",
        held_on=date(2017, 9, 6),
        session="71st",
        ordinals_as_printed="eighth (introduction)\nninth (conclusion)",
    )
    document = dialogue_document(dialogue)
    return page_work(
        dialogue.slug, document.title, PAGE, 3, TODAY, issued=document.issued, document=document
    )


@pytest.mark.parametrize(
    "part",
    [
        "eighth",
        "ninth",
        "6 September 2017",
        "United Nations, General Assembly, 71st session",
    ],
)
def test_each_style_names_forum_number_and_day_of_a_dialogue(part):
    entries = {key: entry for key, (entry, _in_text) in in_all_styles(dialogue_work()).items()}

    assert [key for key, entry in entries.items() if part.lower() not in entry.lower()] == []


@pytest.mark.parametrize(
    ("style", "day"),
    [
        ("un", ", 6 September 2017”, R2P Dialogues, edition 3."),
        ("chicago-notes", "(2017)"),
        ("chicago-author-date", "session. 2017. "),
        ("apa", "(2017)"),
        ("mla", "6 Sept. 2017."),
        ("oscola", "(2017)"),
        ("bluebook", "(2017)"),
        ("wikipedia", "|date=6 September 2017 "),
    ],
)
def test_a_dialogue_is_of_its_day_and_not_of_the_edition(style, day):
    entry, _in_text = in_all_styles(dialogue_work())[style]

    assert day in entry


def test_a_dialogue_in_files_has_its_day_and_forum():
    files = files_of(dialogue_work())

    assert "TY  - CONF\r\n" in files["ris"]
    assert "DA  - 2017/09/06\r\n" in files["ris"]
    assert "AU  - United Nations, General Assembly, 71st session\r\n" in files["ris"]
    (item,) = json.loads(files["csl.json"])
    assert (item["type"], item["issued"]) == ("event", {"date-parts": [[2017, 9, 6]]})
    assert "month = {sep}" in files["bib"]


def test_a_source_with_an_address_is_cited_as_itself():
    source = make_source(
        title="A report",
        publisher="United Nations",
        symbols="A/1",
        url="https://undocs.org/A/1",
        published_on=date(2021, 7, 13),
        checked_on=date(2026, 11, 20),
    )
    work = source_work(source, PAGE, 3, TODAY)

    entry, _in_text = in_all_styles(work)["un"]

    assert entry == (
        "United Nations, “A report” (A/1), 13 July 2021. "
        "Available at https://undocs.org/A/1 (accessed on 20 November 2026)."
    )
    assert [name for name, text in files_of(work).items() if "R2P Dialogues" in text] == []


def test_a_source_without_an_address_is_cited_at_its_page_here():
    entry, _in_text = in_all_styles(source_work(make_source(title="A page"), PAGE, 3, TODAY))["un"]

    assert entry == (
        f"“A page”, R2P Dialogues, edition 3. Available at {PAGE} (accessed on 22 November 2026)."
    )


@pytest.mark.parametrize(("kind", "type_"), [("background", "webpage"), ("un-report", "report")])
def test_a_web_page_is_not_a_report(kind, type_):
    work = source_work(make_source(kind=kind, publisher="An office"), PAGE, 3, TODAY)

    (item,) = json.loads(files_of(work)["csl.json"])
    assert (item["type"], item["author"]) == (type_, [{"literal": "An office"}])


@pytest.mark.parametrize("name", FILES)
def test_the_position_of_unnamed_delegations_keeps_who_held_it(name):
    work = work_of(make_statement(attribution="Many"))

    assert "Many" in files_of(work)[name].replace("\\textquotedbl{}", "")


def test_a_position_is_titled_by_its_attribution():
    dialogue = make_dialogue(title="A plenary debate")

    work = work_of(make_statement(dialogue, attribution="Many"))

    assert work.title == "Position of “Many” at the A plenary debate"
    assert work.note.startswith("Attributed to “Many”, whom the source does not name.")


def test_two_quotations_are_not_joined_as_one():
    work = work_of(make_statement(text="The first\n\nthe second,", provenance="quoted-in-summary"))

    assert work.quotation == "The first” … “the second"


def test_the_comma_of_the_sentence_that_quotes_is_not_shown():
    statement = make_statement(text="in practice,", provenance="quoted-in-summary")

    assert statement.quotations == ["in practice"]
    assert statement.text == "in practice,"


def test_the_day_of_the_speech_is_cited_and_not_the_first_of_the_debate():
    dialogue = make_dialogue(held_on=date(2018, 6, 25))
    dialogue.further_days.create(date=date(2018, 7, 2))
    speech = make_participation(dialogue, spoke_on=date(2018, 7, 2))

    assert work_of(make_statement(participation=speech)).issued == "2018-07-02"


def test_a_publisher_that_the_document_does_not_name_is_in_brackets():
    source = make_source(publisher="A centre", publisher_note="Known from its website.")

    assert work_of(make_statement(source=source)).document.publisher == "[A centre]"


def test_every_style_says_that_only_a_beginning_was_read():
    texts = in_all_styles(work_of(make_statement(source=make_source(read_extent="beginning"))))

    words = "from the beginning of the text"
    assert [key for key, text in texts.items() if words not in " ".join(text)] == []
