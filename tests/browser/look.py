"""Look at a page at a size and in a scheme: its barriers, its width, its outline."""

import os
from pathlib import Path

from django.conf import settings

from tests.browser.axe import violations

# 320 pixels is 1280 at 400 % (WCAG 2.2, 1.4.10). No style sheet tells narrow screens apart.
WIDE, NARROW = (1280, 900), (320, 800)
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1]))"
OPEN_FOLDS = "document.querySelectorAll('main details').forEach(fold => { fold.open = true; })"
# Rows are alike: axe looks at the first of each list and table, and takes minutes for all.
ROWS = 12
OTHER_ROWS = f"main :is(li, tr, article):nth-child(n + {ROWS + 1})"
DROP_OTHER_ROWS = f"document.querySelectorAll('{OTHER_ROWS}').forEach(row => row.remove())"
LANDMARKS = ("body > header", "main", "body > footer")

# Pictures of each page, only with `make test PICTURES=1`: a picture of a long page is slow.
PICTURES = [(WIDE, "light"), (NARROW, "dark")] if os.environ.get("PICTURES") else []
SCREENSHOTS = Path(settings.STATIC_ROOT).parent / "screenshots"


def open_page(page, address):
    """Load a page on a wide screen in the light scheme."""
    resize(page, WIDE)
    page.emulate_media(color_scheme="light")
    page.goto(address)


def resize(page, size):
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))


def barriers(page, name, size, scheme, options):
    """What axe finds at this size in this scheme, as [rule, places]."""
    resize(page, size)
    page.emulate_media(color_scheme=scheme)
    page.evaluate(OPEN_FOLDS)  # what a reader can open is tested too
    if (size, scheme) in PICTURES:
        SCREENSHOTS.mkdir(exist_ok=True)
        picture = SCREENSHOTS / f"{name}_{size[0]}_{scheme}.jpg"
        page.screenshot(path=picture, type="jpeg", quality=60, full_page=True)
    page.evaluate(DROP_OTHER_ROWS)
    return violations(page, options)


def assert_fits_narrow_screens(page):
    """640 pixels is 1280 at 200 % (WCAG 2.2, 1.4.4)."""
    for width in (640, 320):
        resize(page, (width, 800))
        assert page.evaluate("document.documentElement.scrollWidth") == width


def assert_outline_in_order(page):
    levels = page.evaluate(HEADINGS)
    assert levels.count(1) == levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    assert [page.locator(landmark).count() for landmark in LANDMARKS] == [1, 1, 1]
