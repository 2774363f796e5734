"""The pages that other sites frame: WCAG 2.2 AA as far as axe sees it, in frames of any width."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import EVERYTHING
from tests.browser.look import NARROW, WIDE, barriers, open_page, resize

EMBEDS = {
    "embed-statement": "/embed/statements/w5qsg9b/v1/",
    "embed-dialogues": "/embed/dialogues/speakers/",
    "embed-coverage": "/embed/coverage/?group=european-union",
    "embed-state": "/embed/states/brazil/record/",
    "embed-theme": "/embed/themes/prevention/years/",
    "embed-themes": "/embed/themes/years/",
    "embed-map": "/embed/map/",
    "embed-comparison": "/embed/compare/?side=liechtenstein&side=brazil",
}


@pytest.mark.parametrize("name", EMBEDS)
def test_an_embed_has_no_barrier(module_page, name):
    open_page(module_page, EMBEDS[name])

    for size in (NARROW, WIDE):
        resize(module_page, size)
        assert module_page.evaluate("document.documentElement.scrollWidth") == size[0]
        for scheme in ("light", "dark"):
            assert barriers(module_page, name, size, scheme, EVERYTHING) == []


def test_a_page_can_frame_an_embed_and_nothing_else(context, base_url):
    page = context.new_page()  # the refused frame is an error, which the fixture forbids
    frames = "".join(
        f'<iframe src="{base_url}{path}" width="600" height="400"></iframe>'
        for path in (EMBEDS["embed-statement"], "/statements/w5qsg9b/")
    )
    page.route("**/frames-of-a-test/", lambda route: route.fulfill(body=frames))
    page.goto("/frames-of-a-test/")

    statement, refused = page.locator("iframe").all()
    expect(statement.content_frame.get_by_role("heading", level=1)).to_have_text("Liechtenstein")
    expect(refused.content_frame.get_by_role("heading", level=1)).to_have_count(0)
