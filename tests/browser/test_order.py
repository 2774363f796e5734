"""Every type of page on a narrow screen, enlarged, and read out from top to bottom."""

import pytest

from tests.browser.axe import NO_CONTRAST, violations
from tests.browser.pages import PAGES, TYPES

pytestmark = pytest.mark.looks


# What was measured of a page when it was first visited.
_measured = {}
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1]))"


def measured(page, name):
    """The widths of a page by those of the screen, the levels of its headings, its landmarks."""
    if name not in _measured:
        page.goto(PAGES[name])
        levels = page.evaluate(HEADINGS)
        landmarks = [
            page.locator(one).count() for one in ("body > header", "main", "body > footer")
        ]
        widths = {}
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 800})
            widths[width] = page.evaluate("document.documentElement.scrollWidth")
        _measured[name] = widths, levels, landmarks
    return _measured[name]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_beside_a_narrow_page(page, name):
    """320 pixels is 1280 at 400 %, 640 is 1280 at 200 % (WCAG 2.2, 1.4.10 and 1.4.4)."""
    widths, _levels, _landmarks = measured(page, name)

    assert widths == {320: 320, 640: 640}


@pytest.mark.parametrize("name", TYPES)
def test_axe_finds_nothing_at_320_pixels(page, name):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(TYPES[name])

    assert violations(page, NO_CONTRAST) == []


@pytest.mark.parametrize("name", PAGES)
def test_headings_and_landmarks_are_in_order(page, name):
    _widths, levels, landmarks = measured(page, name)

    assert levels.count(1) == levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    assert landmarks == [1, 1, 1]
