"""Every type of page for everybody: WCAG 2.2 AA as far as axe sees it, in any width and light."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from tests.browser.pages import PAGES

SIZES = {"wide": (1280, 900), "phone": (390, 844)}
SCREENSHOTS = Path(settings.STATIC_ROOT).parent / "screenshots"


# Of WCAG 2.2, and not yet asked by axe unless it is told to.
OPTIONS = {"rules": {"target-size": {"enabled": True}}}


def violations(page):
    """What axe finds on the page: the rule, and where."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_any_scheme_and_width(page, name):
    SCREENSHOTS.mkdir(exist_ok=True)
    page.goto(PAGES[name])
    found = {}
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=SCREENSHOTS / f"{name}_{size}_{scheme}.png", full_page=True)
            found[size, scheme] = violations(page)

    assert found == dict.fromkeys(found, [])
    assert len(found) == 4
