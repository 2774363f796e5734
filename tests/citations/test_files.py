"""Other programs read the same names, titles and days from the files for reference managers."""

import json
import warnings
from dataclasses import replace

import bibtexparser
import pytest
import rispy
from citeproc.source.json import CiteProcJSON

from dialogues.citations.files import FILES
from dialogues.citations.work import Document, Work

TODAY = "2026-11-22"
WORK = Work(
    id="w5qsg9b-v2",
    title="Statement at the Dialogue on R2P & the “veto” – 100% {of} $_#~^\\",
    address="https://r2p.example.org/statements/w5qsg9b/?v=2&d=9f2c41",
    accessed=TODAY,
    place_here="statement w5qsg9b, version 2",
    author="Iran (Islamic Republic of)",
    on_behalf_of="the Group",
    genre="statement",
    event="Dialogue on R2P",
    event_place="New York",
    issued="2017-09-06",
    relation="quoted in",
    document=Document("A summary", "A publisher", "A/1", "2017-09-15", ""),
    pinpoint="paragraph 2",
    quotation="The first\nline, “quoted”.",
    summary="In short.",
)
ARABIC = replace(WORK, id="x", author="جمهورية", title="بيان", quotation="", summary="حماية")
YEAR_ONLY = replace(WORK, id="y", issued="2020", author="Türkiye")
PAGE = replace(WORK, id="z", author="", on_behalf_of="", event="", genre="", document=None)


def file_text(extension, *works):
    write, _content_type = FILES[extension]
    return b"".join(write(works)).decode()


@pytest.mark.parametrize("work", [WORK, ARABIC, YEAR_ONLY])
def test_ris_is_read_back_the_same(work):
    (read,) = rispy.loads(file_text("ris", work))

    assert read["type_of_reference"] == "SLIDE"
    assert read["secondary_authors"] == [work.author]
    assert read["title"] == work.title
    assert read["secondary_title"] == work.event
    assert read["date"] == work.issued.replace("-", "/")
    assert read["year"] == work.issued[:4]
    assert read["urls"] == [work.address]
    assert read["notes"] == [work.note]
    assert "authors" not in read


@pytest.mark.parametrize("work", [WORK, ARABIC, YEAR_ONLY])
def test_bibtex_is_read_back_the_same(work):
    library = bibtexparser.parse_string(file_text("bib", work))

    assert library.failed_blocks == []
    fields = {key: field.value for key, field in library.entries[0].fields_dict.items()}
    assert plain(fields["author"]) == work.author
    assert plain(fields["title"]) == work.title
    assert fields["year"] == work.issued[:4]
    assert fields["url"] == work.address
    assert plain(fields["note"]) == work.note


def plain(latex):
    """What TeX prints of a field in double braces."""
    text = latex.removeprefix("{").removesuffix("}")
    for command, char in (
        (r"\textbackslash{}", "\\"),
        (r"\textasciitilde{}", "~"),
        (r"\textasciicircum{}", "^"),
    ):
        text = text.replace(command, char)
    for char in "{}&%$#_":
        text = text.replace(f"\\{char}", char)
    return text


@pytest.mark.parametrize("work", [WORK, ARABIC, YEAR_ONLY])
def test_csl_json_is_read_back_the_same(work):
    (item,) = json.loads(file_text("csl.json", work))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = CiteProcJSON([item])[work.id]

    assert read.type == "speech"
    assert [name["literal"] for name in read.author] == [work.author]
    assert str(read.title) == work.title
    assert "".join(map(str, read.URL)) == work.address
    assert [read.issued.get(part) for part in ("year", "month", "day")] == [
        *map(int, work.issued.split("-")),
        *[None] * (2 - work.issued.count("-")),
    ]
    assert (item["event"], item["event-title"]) == (work.event, work.event)


def test_text_has_one_line_per_work():
    assert file_text("txt", WORK, YEAR_ONLY).count("\n") == 2


def test_a_work_without_a_speaker_is_a_web_page():
    assert rispy.loads(file_text("ris", PAGE))[0]["type_of_reference"] == "ELEC"
    assert json.loads(file_text("csl.json", PAGE))[0]["type"] == "webpage"


def test_an_unnamed_speaker_is_not_an_author():
    unnamed = replace(WORK, author="Many states", is_named=False, genre="position")

    assert "secondary_authors" not in rispy.loads(file_text("ris", unnamed))[0]
    assert json.loads(file_text("csl.json", unnamed))[0].keys() & {"author"} == set()
    assert "author" not in file_text("bib", unnamed)


def test_a_file_of_no_works_is_valid():
    assert json.loads(file_text("csl.json")) == []
    assert file_text("ris") == ""


def test_a_line_break_in_a_value_does_not_begin_a_tag():
    evil = replace(WORK, title="One\r\nER  - \r\nTY  - BOOK")

    assert len(rispy.loads(file_text("ris", evil))) == 1
