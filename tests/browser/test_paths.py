"""The ways people walk, on a phone and on a wide screen, with and without a script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.desk import sign_in

PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}


# What a page is without a script is the same on any database.
WAYS = ["with a script", "without a script"]


@pytest.fixture(params=WAYS)
def script(request):
    return request.param == "with a script"


@pytest.fixture
def browser_context_args(browser_context_args, request):
    """A browser as the test asks for: `script` in its arguments says whether scripts run."""
    has_script = "script" not in request.fixturenames or request.getfixturevalue("script")
    return browser_context_args | {"java_script_enabled": has_script}


def choose(page, key, value):
    """Follow the link of one value of a filter."""
    page.locator(f'#facet-{key} a[data-value="{value}"]').click()


def total(page):
    return int(page.locator("[data-total]").get_attribute("data-total"))


def references(page):
    articles = page.locator("article[data-reference]").all()
    return [article.get_attribute("data-reference") for article in articles]


def test_a_question_is_narrowed_sorted_and_widened(page, script):
    page.set_viewport_size(WIDE)
    page.goto("/")
    page.locator("main [name=q]").first.fill("veto")
    page.locator("main [name=q]").first.press("Enter")
    choose(page, "year", "2017")
    choose(page, "group", "grulac")

    assert total(page) == len(references(page)) == 2
    assert sorted(page.locator("a.speaker").all_inner_texts()) == ["Chile", "Costa Rica"]

    page.get_by_role("link", name="By speaker").click()
    expect(page.get_by_role("link", name="By speaker")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Year: 2017").click()
    expect(page.get_by_role("link", name="Year: 2017")).to_have_count(0)
    assert "group=grulac" in page.url and "q=veto" in page.url
    page.get_by_role("link", name="Remove all").click()
    assert page.url.endswith("/statements/?")


def test_on_a_phone_the_filters_are_a_drawer(page, script):
    page.set_viewport_size(PHONE)
    page.goto("/statements/?q=veto")
    drawer = page.get_by_role("complementary", name="Filters")
    expect(drawer).to_be_hidden()

    page.get_by_role("button", name="Filters").click()
    expect(drawer).to_be_visible()
    choose(page, "year", "2017")
    page.wait_for_url("**year=2017**")
    if not script:
        expect(drawer).to_be_hidden()
        page.get_by_role("button", name="Filters").click()
    expect(drawer).to_be_visible()
    page.get_by_role("button", name=re.compile("Show 6 statements")).click()

    expect(drawer).to_be_hidden()
    assert total(page) == 6


def test_on_a_phone_the_menu_leads_to_every_part(page, script):
    page.set_viewport_size(PHONE)
    page.goto("/")
    menu = page.get_by_role("navigation", name="Main")
    expect(menu).to_be_hidden()

    page.get_by_role("button", name="Menu").click()
    expect(menu).to_be_visible()
    menu.get_by_role("link", name="States").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("States")


def test_every_facet_count_is_the_total_behind_it(page, script):
    page.set_viewport_size(WIDE)
    page.goto("/statements/?year=2017")
    first = page.locator("#facet-group a[data-facet]").first
    count = int(first.get_attribute("data-count"))
    first.click()

    assert total(page) == count


def test_a_statement_is_read_cited_and_left_for_the_next(page, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size(WIDE)
    page.goto("/statements/?theme=act-code-of-conduct&state=liechtenstein")
    page.locator("a.speaker").click()

    words = page.locator("article blockquote p")
    expect(words).to_have_text(
        "“the most meaningful contribution to making the R2P concept operational in practice”"
    )
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.startswith(f"{page.url}?v=1&d=")
    page.get_by_role("button", name="Copy the citation").click()
    assert f"version 1. Available at {address} (" in page.evaluate("navigator.clipboard.readText()")

    neighbours = page.get_by_role("navigation", name="Before and after it")
    expect(neighbours.get_by_role("link")).to_have_text(
        [
            "Democratic People’s Republic of Korea, 6 September 2017",
            "a small minority of states, 6 September 2017",
            "Liechtenstein, 11 September 2013",
            "Liechtenstein, 11 May 2021",
        ]
    )
    neighbours.get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Liechtenstein")
    expect(page.locator("article header")).to_contain_text("11 May 2021")


def test_copying_is_not_offered_where_nothing_could_copy(page, script):
    page.goto("/statements/w5qsg9b/")

    assert page.get_by_role("button", name="Copy the citation").count() == int(script)
    expect(page.locator("#citation")).to_be_visible()


def test_the_contents_of_a_dialogue_stay_and_its_statements_are_arranged(page, script):
    page.set_viewport_size(WIDE)
    page.goto("/dialogues/unga-2017-09-06/")
    contents = page.get_by_role("navigation", name="On this page")
    contents.get_by_role("link", name="Sources").click()
    expect(page.locator("#sources")).to_be_in_viewport()
    expect(contents).to_be_in_viewport()

    page.get_by_role("link", name="By theme").click()
    sections = page.locator("#statements h3").all_inner_texts()
    assert "ACT Code of Conduct" in sections
    page.get_by_role("link", name="By speaker").click()
    assert page.locator("#statements h3").first.inner_text() == "Achim Steiner"


def test_a_state_is_found_by_an_old_name_and_its_record_read(page, script):
    page.goto("/")
    page.get_by_role("link", name="All states and observers").click()
    page.get_by_label("Country name or code").fill("turkey")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Türkiye").click()

    drawing = page.get_by_role("img", name=re.compile("Türkiye is recorded as speaking"))
    expect(drawing).to_be_visible()
    page.get_by_text("Year by year as a table").click()
    row = page.locator('tr[data-dialogue="unga-2017-09-06"]')
    expect(row).to_contain_text("Spoke")
    expect(row).to_contain_text("printed under Asia-Pacific Group")


def test_all_can_be_reached_by_keyboard(page):
    page.set_viewport_size(WIDE)
    page.goto("/statements/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator(":focus")).to_have_attribute("id", "q")
    page.keyboard.type("turk")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**state=turkiye**")


def test_the_first_statement_is_a_few_keys_away(page):
    page.set_viewport_size(WIDE)
    page.goto("/statements/?year=2017")

    for key in ("Tab", "Tab", "Enter", "Tab", "Tab"):
        page.keyboard.press(key)

    focused = page.locator("article :focus")
    expect(focused).to_have_text(page.locator("a.speaker").first.inner_text())


def test_what_has_the_focus_is_seen(page):
    page.goto("/")
    outlines = set()
    for _press in range(12):
        page.keyboard.press("Tab")
        outlines.add(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))

    assert outlines == {"solid"}


def test_on_a_phone_the_drawer_closes_by_keyboard(page):
    page.set_viewport_size(PHONE)
    page.goto("/statements/")
    page.get_by_role("button", name="Filters").press("Enter")
    drawer = page.get_by_role("complementary", name="Filters")
    expect(drawer).to_be_visible()
    page.keyboard.press("Escape")

    expect(drawer).to_be_hidden()
    expect(page.get_by_role("button", name="Filters")).to_be_focused()


def test_reduced_motion_is_respected(page):
    page.goto("/")
    behaviours = []
    for wish in ("no-preference", "reduce"):
        page.emulate_media(reduced_motion=wish)
        behaviours.append(
            page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        )

    assert behaviours == ["smooth", "auto"]


def test_words_in_another_language_say_so_and_run_their_way(page):
    page.goto("/statements/0000000/")
    words = page.locator("blockquote")

    expect(words).to_have_attribute("lang", "ar")
    assert words.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_a_missing_page_offers_a_search(page, script):
    page.goto("/dialogues/none/")
    page.locator("main [name=q]").first.fill("veto")
    page.locator("main [name=q]").first.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Statements: veto")


def test_where_copying_is_refused_the_text_is_marked(page):
    page.goto("/statements/w5qsg9b/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()) }")
    page.get_by_role("button", name="Copy the citation").click()

    expect(page.get_by_role("button", name="Copy the citation")).to_be_visible()
    marked = page.evaluate("getSelection().toString()")
    assert marked.strip() == page.locator("#citation").inner_text().strip()


def test_a_style_that_was_copied_is_offered_again(page, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/statements/w5qsg9b/")
    expect(page.get_by_label("Style")).to_have_value("un")
    page.get_by_role("link", name="All styles").click()

    apa = page.locator("#apa")
    apa.get_by_role("button", name="Copy (APA").click()
    assert page.evaluate("navigator.clipboard.readText()").startswith(
        "[Global Centre for the Responsibility to Protect]. (n.d.). Summary of the Informal"
    )
    page.go_back()
    page.reload()

    expect(page.get_by_label("Style")).to_have_value("apa")
    expect(page.locator("#citation")).to_contain_text("Protect]. (n.d.). Summary")
    page.get_by_label("Style").select_option("mla")
    expect(page.locator("#citation")).to_contain_text("Accessed")
    page.reload()
    expect(page.get_by_label("Style")).to_have_value("mla")


def test_every_style_is_read_without_a_script(page, script):
    page.goto("/statements/w5qsg9b/")
    page.get_by_role("link", name="All styles").click()

    expect(page.locator(".citation h2")).to_have_count(8)
    expect(page.locator("#oscola-entry")).to_contain_text("Liechtenstein, ‘Statement’")
    expect(page.locator("#apa-in-text")).to_contain_text("as cited in")


def test_a_citation_is_followed_to_the_text_and_its_changes(page, script):
    page.goto("/statements/0000000/?v=1")

    notice = page.locator("[data-cited=corrected]")
    expect(notice).to_contain_text("Corrected since it was cited.")
    expect(notice.locator("del").first).to_be_visible()
    notice.get_by_role("link", name="which was cited").click()
    expect(page.locator("main")).to_have_attribute("data-version", "1")
    expect(page.locator("main")).to_contain_text("This page does not change.")
    page.get_by_role("link", name="The statement as it is now").click()
    expect(page.locator("#versions li")).to_have_count(2)


def test_a_quotation_is_checked(page, script):
    page.goto("/")
    page.get_by_role("link", name="Check a quotation").click()
    page.get_by_label("Quotations or citations").fill(
        "“the least meaningful contribution to making the R2P concept” and\n\n"
        "“making the R2P concept operational in practice”"
    )
    page.get_by_role("button", name="Check", exact=True).click()

    expect(page.locator("[data-verdict] h3")).to_have_text(["Differs", "Exact"])
    expect(page.locator("[data-verdict=differs] ins")).to_contain_text("least")
    page.locator("[data-verdict=exact] a").first.click()
    expect(page).to_have_url(re.compile("/statements/w5qsg9b/$"))


def test_a_count_is_frozen_and_cited(page, script):
    page.goto("/statements/?year=2017&theme=act-code-of-conduct")
    count = total(page)
    page.get_by_role("link", name="Save a permanent copy").click()
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("[data-then]")).to_have_text(f"{count} then, {count} now")
    expect(page.locator("#citation")).to_contain_text(f"({count})”, edition ")
    page.get_by_role("link", name="The list now").click()
    assert total(page) == count


LIST = "Latin American and Caribbean Group\tPeru, Chile.\nEastern Europe Group\tSlowenia, Latvia."


def test_a_dialogue_is_entered_reviewed_published_found_and_corrected(page, script):
    way = "with" if script else "without"
    sign_in(page)
    page.goto("/admin/dialogues/dialogue/")
    page.get_by_role("link", name=f"Test dialogue entered {way} a script").click()
    paste_the_list(page, script)
    enter_three_statements(page, way)
    publish_what_was_entered(page, way)

    page.goto(f"/statements/?q=%22of+{way}+delay+spoke%22&dialogue=entered-{way}")
    assert total(page) == 1
    (reference,) = references(page)
    page.goto(f"/statements/{reference}/")
    expect(page.locator("blockquote")).to_contain_text(f"{way} delay")

    correct_the_summary(page, reference)

    page.goto(f"/statements/{reference}/")
    expect(page.locator("main")).to_contain_text("Of another delay it spoke.")
    expect(page.locator("#versions")).to_contain_text("Reason: A slip of the pen")
    page.goto("/corrections/")
    expect(page.locator("main")).to_contain_text("A slip of the pen")


def test_a_sheet_says_what_is_ignored_and_leads_to_the_rejected_rows(page):
    sign_in(page)
    page.goto("/admin/dialogues/pendingimport/names/")
    table = b"My names\nparticipant,name,kind,my notes\nperu,Peruu,variant,x\nnowhere,X,variant,\n"
    sheet = {"name": "names.csv", "mimeType": "text/csv", "buffer": table}
    page.locator("input[type=file]").set_input_files(sheet)
    page.locator("input[type=submit]").last.click()

    expect(page.get_by_text("which are ignored: “my notes”")).to_be_visible()
    expect(page.get_by_role("link", name="Download the rejected rows")).to_be_visible()
    expect(page.get_by_text("rows read", exact=False).locator("visible=true")).to_have_count(1)


def test_a_table_of_a_document_is_pasted_with_its_columns(page):
    sign_in(page)
    page.goto("/admin/dialogues/dialogue/")
    page.get_by_role("link", name="Test dialogue entered with a script").click()
    page.get_by_role("link", name="Paste a list of speakers").click()
    page.get_by_label("The list, as printed").focus()
    rows = "<tr><td><p>Peru</p></td><td>Ms.<br>Example</td><td>GRULAC</td></tr>"
    rows += "<tr><td>Latvia</td><td></td><td></td></tr>"
    page.evaluate(PASTE, f"<p>Speakers</p><table>{rows}</table>")

    expect(page.get_by_label("The list, as printed")).to_have_value(
        "Speakers\nPeru\tMs. Example\tGRULAC\nLatvia\t\t"
    )
    expect(page.get_by_label("Column 2:").locator("option:checked")).to_have_text("people")
    expect(page.locator(".counts")).to_contain_text("2 states")
    expect(page.locator("table.proposal")).to_contain_text("Ms. Example")


def test_a_list_pasted_before_the_script_is_loaded_is_read(page):
    sign_in(page)
    page.goto("/admin/dialogues/dialogue/")
    page.get_by_role("link", name="Test dialogue entered with a script").click()
    href = page.get_by_role("link", name="Paste a list of speakers").get_attribute("href")
    held = []
    page.route("**/paste_speakers*.js", lambda route: held.append(route))
    with page.expect_request("**/paste_speakers*.js"):
        page.goto(href, wait_until="commit")
    page.get_by_label("The list, as printed").fill("Peru, Latvia")
    held[0].continue_()

    expect(page.locator("table.proposal")).to_contain_text("Latvia")


# Pastes HTML into what has the focus, as from a word processor.
PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const options = { clipboardData: data, bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));
}"""


def paste_the_list(page, script):
    """Paste a list with a slip in it, say who is meant, and save."""
    page.get_by_role("link", name="Paste a list of speakers").click()
    page.get_by_label("The list, as printed").fill(LIST)
    page.get_by_label("Section").fill("Participation")
    if not script:
        page.get_by_role("button", name="Read again").click()
    page.get_by_label("Who is “Slowenia”?").select_option(label="Slovenia")
    page.get_by_role("button", name=re.compile("Save .* participations?")).click()
    expect(page.locator(".messagelist")).to_contain_text("4 participations saved.")


def enter_three_statements(page, way):
    """Three statements, the second by the same speaker, one with a slip that comes back."""
    page.locator(".breadcrumbs").get_by_role("link", name="entered").click()
    page.get_by_role("link", name="Enter statements").click()
    page.get_by_label("Speaker").fill("Peru")
    page.get_by_label("Quotation or full text").fill(f"{way} delay")
    page.locator("#id_summary").fill(f"Of {way} delay spoke it.")
    page.get_by_label("Provenance").select_option("quoted-in-summary")
    page.get_by_label("Section").fill("Debate")
    page.get_by_label("Themes").fill("Prevenshun")
    page.get_by_role("button", name="Save, then same speaker").click()
    expect(page.locator("#entry")).to_contain_text("Did you mean “Prevention")
    page.get_by_label("Themes").fill("Prevention")
    page.get_by_role("button", name="Save, then same speaker").click()
    expect(page.get_by_label("Speaker")).to_have_value("Peru")
    for speaker, summary in (("Peru", "It asked for more."), ("Chile", "It warned of less.")):
        page.get_by_label("Speaker").fill(speaker)
        page.locator("#id_summary").fill(summary)
        page.get_by_label("Provenance").select_option("paraphrased-in-summary")
        page.get_by_label("Themes").fill("Prevention")
        page.get_by_role("button", name="Save and add another").click()
    expect(page.get_by_role("heading", name="3 statements of this dialogue")).to_be_visible()


def publish_what_was_entered(page, way):
    """Send all to review, then publish all."""
    for choice, done in (
        ("submit", "3 statements sent for review."),
        ("publish", "3 statements published."),
    ):
        page.goto(f"/admin/dialogues/statement/?q=entered-{way}")
        for box in page.locator("input.action-select").all():
            box.check()
        page.get_by_label("Action:").select_option(choice)
        page.get_by_role("button", name=re.compile("Go|Run")).first.click()
        expect(page.locator(".messagelist")).to_contain_text(done)


def correct_the_summary(page, reference):
    """Correct one statement, with a reason."""
    page.goto(f"/admin/dialogues/statement/?q={reference}")
    page.get_by_role("link", name=reference).click()
    page.locator("#id_summary").fill("Of another delay it spoke.")
    page.get_by_label("Reason for this change").fill("A slip of the pen")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
