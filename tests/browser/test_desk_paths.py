"""The curator's ways at the desk, by keyboard, next to the text of the source."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.desk import sign_in

# Sets the selection to words of a passage, as a reader does with the mouse.
SELECT = """words => {
  const passage = [...document.querySelectorAll('.passage')]
    .find(each => each.textContent.includes(words));
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}"""


@pytest.fixture
def desk(page):
    """A page at the desk that counts the keys pressed, of which a long text is one."""
    sign_in(page)
    return page


class Keyboard:
    """Presses keys and counts them."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, key, times=1):
        for _time in range(times):
            self.page.keyboard.press(key)
        self.count += times

    def type(self, text):
        self.page.keyboard.type(text)
        self.count += len(text)


def open_entry(page):
    page.goto("/admin/")
    page.get_by_role("link", name="Test dialogue with a source pane").click()
    page.locator(".workbench").get_by_role("link", name="Enter statements").click()


def test_selected_words_become_a_statement_in_at_most_35_keys(desk):
    open_entry(desk)
    keyboard = Keyboard(desk)
    desk.locator("#id_speaker").focus()
    keyboard.type("Chile")
    desk.evaluate(SELECT, "without any delay at all")
    keyboard.press("Alt+q")
    expect(desk.get_by_label("Quotation or full text")).to_have_value("without any delay at all")
    expect(desk.get_by_label("Section")).to_have_value("KEY THEMES")
    expect(desk.locator("#place")).to_have_text("Found in: section “KEY THEMES”, paragraph 3")
    keyboard.press("Tab")
    keyboard.type("Prevention")
    keyboard.press("Tab")
    keyboard.type("Quoted")
    keyboard.press("Control+Enter")

    expect(desk.locator(".messagelist")).to_contain_text("Saved as a draft: Chile.")
    assert keyboard.count <= 35
    # The words are marked as used, for the next statement.
    expect(desk.locator("mark.used")).to_contain_text("without any delay at all")


def test_words_that_the_source_does_not_have_are_said_while_typing(desk):
    open_entry(desk)
    desk.get_by_label("Quotation or full text").fill("words that nobody said")

    expect(desk.locator("#place")).to_have_text(
        "Not in the text of the source: “words that nobody said”", timeout=20_000
    )
    expect(desk.locator("#place")).to_have_class(re.compile("missing"))


def test_a_queue_is_reviewed_by_keyboard_without_leaving_the_screen(desk):
    desk.goto("/admin/dialogues/statement/review/")
    count = int(re.search(r"1 of (\d+) in review", desk.inner_text("main"))[1])
    shown = []

    def show(statement):
        expect(desk.locator("article.reviewed")).to_contain_text(statement)
        shown.append(desk.locator("article.reviewed").get_attribute("data-reference"))

    show("Number 0")
    desk.keyboard.press("j")
    show("Number 1")
    desk.keyboard.press("k")
    show("Number 0")
    desk.keyboard.press("s")
    expect(desk.get_by_label("Comment")).to_be_focused()
    desk.keyboard.type("Give the paragraph.")
    desk.keyboard.press("Control+Enter")
    show("Number 1")
    desk.keyboard.press("p")
    show("Number 2")

    assert shown[0] == shown[2]
    expect(desk.locator("main")).to_contain_text(f"1 of {count - 2} in review")


def test_themes_that_the_words_mention_are_added_by_keyboard(desk):
    open_entry(desk)
    desk.locator("#id_summary").fill("Urged restraint in the use of the veto, and early warning.")
    suggested = desk.get_by_role("list", name="Mentioned in the words")
    expect(suggested.get_by_role("button")).to_have_count(2)
    desk.locator("#id_theme_names").press("Tab")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")

    expect(desk.locator("#id_theme_names")).to_have_value(
        "Restraint in the use of the veto, Early warning"
    )
    expect(desk.locator("#id_theme_names")).to_be_focused()


def test_the_keys_are_shown_and_everything_is_searched_by_keyboard(desk):
    desk.goto("/admin/")
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).to_be_hidden()
    desk.keyboard.press("/")
    desk.keyboard.type("liechtenstein")
    desk.keyboard.press("Enter")

    expect(desk.get_by_role("heading", name="States")).to_be_visible()


def test_the_search_is_reached_from_the_list_of_keys(desk):
    """Its box to tick has the focus when it opens."""
    desk.goto("/admin/")
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_be_visible()
    desk.keyboard.press("/")

    expect(desk.get_by_role("dialog")).to_be_hidden()
    expect(desk.get_by_role("searchbox", name="Search everything")).to_be_focused()


def test_the_desk_is_used_by_keyboard_alone(desk):
    """Each link, button and input is reached by Tab, in the order of the page, and is visible."""
    desk.goto("/admin/dialogues/statement/review/")
    stops = []
    for _stop in range(60):
        desk.keyboard.press("Tab")
        stops.append(desk.evaluate("document.activeElement.getAttribute('aria-keyshortcuts')"))

    order = [stop for stop in stops if stop]
    assert order[:3] == ["p", "s", "e"]


def test_words_in_arabic_run_from_the_right_in_a_form(desk):
    desk.goto("/admin/dialogues/statement/add/")
    text = desk.locator("#id_text")

    assert text.evaluate("field => getComputedStyle(field).unicodeBidi") == "plaintext"
