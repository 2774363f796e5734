"""What a document says is reviewed by keyboard, next to its text."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.desk import sign_in

IN_FOCUS = ".proposal-item.in-focus"


@pytest.fixture
def review(page):
    """The review screen of the document to decide about."""
    sign_in(page)
    page.goto("/admin/dialogues/documentimport/?q=decided.txt")
    page.locator("#result_list tbody th a").first.click()
    expect(page.locator(IN_FOCUS)).to_be_visible()
    return page


def in_focus(page):
    """The kind and title of the proposal in focus."""
    return " ".join(page.locator(f"{IN_FOCUS} h3").inner_text().split())


def press_all(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_a_document_becomes_drafts_by_keyboard(review):
    press_all(review, "a", "a", "r")
    expect(review.locator("#counts")).to_contain_text(
        "Statement: 4 of 5 open, 0 accepted, 1 reject"
    )
    # The list, of which the first speaks for a group; then who is meant by its statements.
    review.locator(".proposal-item.participation").first.click()
    press_all(review, "Shift+A")
    expect(review.locator("#counts")).to_contain_text("3 printed, 3 proposed, 3 accepted")
    review.goto(review.url.split("?")[0] + "?show=open")
    press_all(review, "a", "a")
    expect(review.locator("#counts")).to_contain_text("Unnamed position: 0 of 1 open, 1 accepted")
    press_all(review, "1")
    expect(review.locator("#counts")).to_contain_text("2 accepted")

    press_all(review, "u")
    expect(review.locator("#message")).to_have_text("Undone.")


def test_keys_move_the_focus_and_the_marked_words(review):
    review.locator(".proposal-item.open").first.click()
    before = in_focus(review)

    press_all(review, "j")
    assert in_focus(review) != before
    press_all(review, "k")

    assert in_focus(review) == before
    marked = review.locator(".source-pane mark.in-focus")
    assert marked.count() > 0
    assert marked.first.is_visible()


def test_a_proposal_is_changed_in_place_and_left_with_escape(review):
    item = review.locator(".proposal-item.open", has_text="recalled the sun").first
    item.click()
    press_all(review, "e")
    form = review.locator(".edit-proposal")
    expect(form).to_be_visible()

    form.get_by_label("Summary").fill("Chile and Peru looked back.")
    press_all(review, "Escape")

    expect(form).to_have_count(0)
    expect(item).to_contain_text("recalled the sun")
    press_all(review, "e")
    form.get_by_label("Summary").fill("Chile and Peru looked back.")
    form.get_by_role("button", name=re.compile("^Save$")).click()
    expect(review.locator(IN_FOCUS)).to_contain_text("looked back")


def test_selected_words_of_the_text_become_the_quotation(review):
    review.locator(".proposal-item.open", has_text="looked back").first.click()
    press_all(review, "e")
    form = review.locator(".edit-proposal")
    expect(form).to_be_visible()

    review.evaluate(
        """() => {
          const piece = [...document.querySelectorAll('.piece')]
            .find(each => each.textContent.includes('recalled the sun'));
          getSelection().selectAllChildren(piece.querySelector('mark'));
        }"""
    )
    press_all(review, "Alt+q")

    assert form.get_by_label("Quotation or full text").input_value() == (
        "Chile and Peru recalled the sun."
    )


def test_what_is_merged_leaves_the_list_without_loading_the_page_again(review):
    count = review.locator(".proposal-item").count()
    review.evaluate("window.isSamePage = true")
    review.locator(".proposal-item.open", has_text="umbrella").first.click()
    press_all(review, "m")

    expect(review.locator(".proposal-item")).to_have_count(count - 1)
    expect(review.locator(IN_FOCUS)).to_contain_text("we insist")
    assert review.evaluate("window.isSamePage")
