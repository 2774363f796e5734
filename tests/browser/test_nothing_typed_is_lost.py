"""Ways to lose what was typed at the desk: after each, everything is offered again."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk import sign_in
from tests.browser.site import PASSWORD

TYPED = "Typed for an hour: “quoted”, <b>, ü"
FORM = "/admin/dialogues/theme/add/"
DISCARD = """async () => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = { screen: location.pathname, page: "", fields: "[]", csrfmiddlewaretoken: token };
  await fetch("/admin/unsaved/", { method: "POST", body: new URLSearchParams(body) });
}"""

NEWER_COPY = """() => {
  const screen = location.pathname;
  const user = document.querySelector("script[data-unsaved]").dataset.user;
  const fields = [["scope_note", "Typed for an hour: “quoted”, <b>, ü", ""]];
  const copy = { fields, page: "another page", at: "", time: Date.now() + 60_000 };
  addEventListener("pagehide", () =>
    localStorage.setItem(`unsaved:${user}:${screen}`, JSON.stringify(copy)),
  );
}"""


@pytest.fixture(scope="module")
def colleague(browser, base_url):
    """Another browser in which the same person has signed in."""
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    sign_in(page)
    yield page
    context.close()


@pytest.fixture
def desk(browser, base_url, colleague):
    """A browser of its own, signed in. Requests that fail on purpose would fail the shared one.

    What it left on the server is discarded, so that the next test finds nothing.
    """
    state = colleague.context.storage_state()
    context = browser.new_context(base_url=base_url, storage_state=state)
    yield context.new_page()
    context.close()
    colleague.goto(FORM)
    colleague.evaluate(DISCARD)


def discard(page):
    page.goto(FORM)
    with page.expect_response(lambda answer: answer.url.endswith("/admin/unsaved/")):
        page.get_by_role("button", name="Discard it").click()


def type_into(page, address=FORM):
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.get_by_label("Scope").fill(TYPED)


def wait_until_stored(page):
    with page.expect_response(lambda answer: answer.url.endswith("/admin/unsaved/")):
        page.get_by_label("Scope").press("End")
        page.get_by_label("Scope").dispatch_event("input")


def expect_offered(page, address=FORM):
    page.goto(address)
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Scope")).to_have_value(TYPED)


def save(page):
    page.get_by_role("button", name="Save", exact=True).click()


def sign_in_again(page):
    page.get_by_label("Username").fill("curator")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def test_a_closed_tab(desk):
    type_into(desk)
    wait_until_stored(desk)
    other = desk.context.new_page()
    desk.close()

    expect_offered(other)
    discard(other)
    other.goto(FORM)
    other.wait_for_load_state("networkidle")
    expect(other.get_by_role("button", name="Bring it back")).to_have_count(0)


def test_what_is_discarded_here_is_discarded_on_the_server_too(desk):
    type_into(desk)
    wait_until_stored(desk)
    # The copy in this browser is the newer one, as when a tab is closed while the server is busy.
    desk.evaluate(NEWER_COPY)
    desk.goto("/admin/")

    discard(desk)
    desk.goto(FORM)
    desk.wait_for_load_state("networkidle")
    expect(desk.get_by_role("button", name="Bring it back")).to_have_count(0)


def test_the_last_words_before_leaving(desk):
    type_into(desk)
    desk.goto("/admin/")

    expect_offered(desk)


def test_leaving_is_warned_of(desk):
    type_into(desk)
    kinds = []

    def stay(dialog):
        kinds.append(dialog.type)
        dialog.dismiss()

    desk.on("dialog", stay)
    desk.close(run_before_unload=True)
    desk.wait_for_timeout(300)

    assert kinds == ["beforeunload"]
    desk.remove_listener("dialog", stay)


def test_the_back_button(desk):
    desk.goto("/admin/")
    type_into(desk)
    desk.go_back()
    desk.go_forward()
    desk.wait_for_load_state("networkidle")
    if desk.get_by_label("Scope").input_value() != TYPED:
        desk.get_by_role("button", name="Bring it back").click()

    expect(desk.get_by_label("Scope")).to_have_value(TYPED)


def test_a_refused_form(desk):
    type_into(desk)
    save(desk)
    expect(desk.get_by_label("Scope")).to_have_value(TYPED)
    desk.goto("/admin/")

    expect_offered(desk)


def test_an_expired_session(desk):
    type_into(desk)
    desk.context.clear_cookies(name="session")
    save(desk)
    sign_in_again(desk)
    desk.get_by_role("button", name="Send my changes again").click()

    expect(desk.get_by_label("Scope")).to_have_value(TYPED)


def test_signed_in_again_in_another_tab(desk):
    type_into(desk)
    desk.context.clear_cookies(name="session")
    other = desk.context.new_page()
    sign_in(other)
    other.close()
    save(desk)
    desk.get_by_role("button", name="Send my changes again").click()

    expect(desk.get_by_label("Scope")).to_have_value(TYPED)


def test_all_cookies_gone(desk):
    type_into(desk)
    desk.context.clear_cookies()
    save(desk)
    sign_in_again(desk)
    desk.get_by_role("button", name="Send my changes again").click()

    expect(desk.get_by_label("Scope")).to_have_value(TYPED)


def test_a_dead_server_during_a_save(desk):
    type_into(desk)
    desk.context.set_offline(True)
    save(desk)
    desk.wait_for_timeout(500)
    desk.context.set_offline(False)

    expect_offered(desk)


def test_a_server_that_is_down_while_typing(desk):
    desk.goto(FORM)
    desk.wait_for_load_state("networkidle")
    desk.context.set_offline(True)
    desk.get_by_label("Scope").fill(TYPED)
    desk.wait_for_timeout(1_800)
    desk.context.set_offline(False)

    expect_offered(desk)


def test_a_second_tab_with_the_same_form(desk):
    other = desk.context.new_page()
    type_into(desk)
    wait_until_stored(desk)

    expect_offered(other)
    other.close()


def test_a_conflict(desk, colleague):
    """Both versions are shown; mine is saved if I choose it."""
    desk.goto("/admin/dialogues/theme/?q=hate+speech")
    address = desk.locator("#result_list tbody th a").first.get_attribute("href")
    type_into(desk, address)
    colleague.goto(address)
    before = colleague.get_by_label("Scope").input_value()
    colleague.get_by_label("Scope").fill("Words of a colleague")
    save(colleague)
    save(desk)

    versions = desk.locator(".conflicts td")
    expect(versions).to_have_text(["Words of a colleague", TYPED])
    versions.get_by_role("radio").nth(1).check()
    save(desk)
    desk.goto(address)
    expect(desk.get_by_label("Scope")).to_have_value(TYPED)
    desk.get_by_label("Scope").fill(before)
    save(desk)


def test_what_was_saved_is_not_offered(desk):
    type_into(desk)
    desk.locator("#id_label").fill("A theme made by a test")
    desk.locator("#id_slug").fill("made-by-a-test")
    save(desk)
    expect(desk.locator(".messagelist")).to_contain_text("added successfully")
    desk.goto(FORM)
    desk.wait_for_load_state("networkidle")

    expect(desk.get_by_role("button", name="Bring it back")).to_have_count(0)
