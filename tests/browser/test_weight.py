"""What a first visit costs over the wire (DESIGN §8 and the budgets of the pages)."""

import pytest

from tests.browser.pages import PAGES

PAGE = 60_000  # bytes of a first visit, fonts aside
STYLES = 20_000
SCRIPTS = 15_000


@pytest.mark.parametrize("name", ["home", "statements", "statement", "dialogue-largest", "state"])
def test_a_first_visit_is_light(page, name):
    sizes = {}

    def weigh(response):
        kind, sent = response.request.resource_type, response.headers["content-length"]
        sizes[kind] = sizes.get(kind, 0) + int(sent)

    page.on("response", weigh)
    page.goto(PAGES[name], wait_until="networkidle")
    sizes.pop("font", 0)

    assert 0 < sizes["stylesheet"] <= STYLES
    assert 0 < sizes["script"] <= SCRIPTS
    assert sum(sizes.values()) <= PAGE
