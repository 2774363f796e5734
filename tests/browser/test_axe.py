"""Every type of page for everybody: WCAG 2.2 AA as far as axe sees it, in any width and light."""

import os
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.axe import ONLY_CONTRAST, OPTIONS, violations
from tests.browser.pages import EXTREMES, TYPES

pytestmark = pytest.mark.looks

WIDE, PHONE = (1280, 900), (390, 844)
# Each width and each scheme once, and only when asked for with `make test PICTURES=1`: a picture
# of a long page takes as long as looking at it.
PICTURES = [(WIDE, "light"), (PHONE, "dark")] if os.environ.get("PICTURES") else []
SCREENSHOTS = Path(settings.STATIC_ROOT).parent / "screenshots"


def look(page, name, size, scheme, options=OPTIONS):
    """What axe finds at this size in this scheme; for PICTURES, one of the page is kept."""
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page.emulate_media(color_scheme=scheme)
    # The tables of charts are looked at too.
    page.evaluate(
        "document.querySelectorAll('figure details').forEach(one => { one.open = true; })"
    )
    if (size, scheme) in PICTURES:
        SCREENSHOTS.mkdir(exist_ok=True)
        picture = SCREENSHOTS / f"{name}_{size[0]}_{scheme}.jpg"
        page.screenshot(path=picture, type="jpeg", quality=60, full_page=True)
    return violations(page, options)


@pytest.mark.parametrize("name", TYPES)
def test_axe_finds_nothing_on_a_type_of_page(page, name):
    page.goto(TYPES[name])

    assert look(page, name, WIDE, "light") == []
    assert look(page, name, WIDE, "dark", ONLY_CONTRAST) == []
    assert look(page, name, PHONE, "light", ONLY_CONTRAST) == []
    assert look(page, name, PHONE, "dark") == []


@pytest.mark.parametrize("name", EXTREMES)
def test_axe_finds_nothing_on_a_page_that_goes_too_far(page, name):
    page.goto(EXTREMES[name])

    assert look(page, name, WIDE, "light") == []
    assert look(page, name, PHONE, "dark") == []
