"""On paper: the record, how to cite it, its address, edition and day; nothing to press."""

import re

import pytest
from playwright.sync_api import expect

PRINTED = {
    "statement": "/statements/w5qsg9b/",
    "dialogue": "/dialogues/unga-2017-09-06/",
    "state": "/states/brazil/",
    "filtered list": "/statements/?year=2017&theme=veto-restraint",
}


@pytest.mark.parametrize("address", PRINTED.values(), ids=PRINTED)
def test_a_printed_page_says_where_it_comes_from(page, base_url, address):
    page.goto(address)
    page.emulate_media(media="print")

    for gone in (".site-header", ".breadcrumbs", ".site-footer nav"):
        expect(page.locator(gone)).to_be_hidden()
    assert page.locator("button:visible, input:visible, form:visible").count() == 0
    footer = page.locator(".site-footer")
    expect(footer).to_contain_text(f"Address: {base_url}{address}")
    expect(footer).to_contain_text(re.compile(r"Edition \d+ of the collection, \d+ \w+ \d{4}"))
    expect(footer).to_contain_text(re.compile(r"Read on \d+ \w+ \d{4}"))


def test_a_printed_statement_is_cited_in_full(page, base_url):
    page.goto(PRINTED["statement"])
    page.emulate_media(media="print")

    expect(page.locator("#citation")).to_be_visible()
    expect(page.locator("#citation")).to_contain_text(
        "as quoted in [Global Centre for the Responsibility to Protect], “Summary of the Informal "
        "Interactive Dialogue of the UN General Assembly on the Responsibility to Protect, 6 "
        "September 2017”, section “KEY THEMES”, 2nd paragraph. R2P "
        f"Dialogues, statement w5qsg9b, version 1. Available at {base_url}/statements/w5qsg9b/?v="
    )


def test_what_is_folded_is_open_on_paper(page):
    page.goto(PRINTED["state"])
    table = page.locator("#years table")
    expect(table).to_be_hidden()

    page.emulate_media(media="print")

    expect(table).to_be_visible()


def test_paper_is_white_in_the_dark(page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(PRINTED["statement"])

    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert background == "rgb(255, 255, 255)"


@pytest.mark.parametrize("slug", ["netherlands", "brazil", "tuvalu"])
def test_a_brief_is_one_sheet_of_paper(page, slug):
    page.goto(f"/states/{slug}/brief/")

    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


@pytest.mark.parametrize(
    ("address", "sheets"),
    [
        ("/statements/w5qsg9b/", 1),
        ("/dialogues/unga-2017-09-06/", 8),
        ("/dialogues/unga-2017-09-06/?by=speaker", 8),
        ("/dialogues/hrc-2021-05-11/?by=speaker", 8),
    ],
)
def test_a_record_fits_its_sheets_of_paper(page, address, sheets):
    page.goto(address)

    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= sheets
