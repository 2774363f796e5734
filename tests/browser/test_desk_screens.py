"""The screens of the admin: nothing is cut off, and axe finds no barrier."""

import pytest

from tests.browser.axe import EVERYTHING, ONLY_LOOKS
from tests.browser.desk import SCREENS, open_screen, sign_in
from tests.browser.look import barriers

WIDTHS = (390, 1024, 1280, 1366, 1440)
WIDE, PHONE = (1280, 900), (390, 844)
# Inputs that reach beyond the row of the form they are in, or that another element covers.
CUT_OFF = """() => [...document.querySelectorAll('.form-row, td')].flatMap(row => {
  const edges = row.getBoundingClientRect();
  if (!edges.width || row.closest('.empty-form, [hidden]')) return [];
  return [...row.querySelectorAll('input:not([type=hidden]), select, textarea, .select2')]
    .filter(input => {
      const own = input.getBoundingClientRect();
      if (own.width <= 1 || input.closest('.visually-hidden, .selector')) return false;
      const scrolls = input.closest('.inline-group, .results, .scrolls');
      return !scrolls && (own.left < edges.left - 1 || own.right > edges.right + 1);
    })
    .map(input => input.name || input.className);
})"""


@pytest.fixture(scope="module")
def desk(shared_page):
    sign_in(shared_page)
    return shared_page


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_cuts_nothing_off_and_has_no_barrier(desk, module_page, name):
    open_screen(module_page, name)
    cut_off = {width: cut_off_at(module_page, width) for width in WIDTHS}

    assert cut_off == dict.fromkeys(WIDTHS, [])
    assert barriers(module_page, name, WIDE, "light", EVERYTHING) == []
    assert barriers(module_page, name, PHONE, "dark", ONLY_LOOKS) == []


def cut_off_at(page, width):
    """The names of the inputs that are cut off on a screen of this width."""
    page.set_viewport_size({"width": width, "height": 900})
    is_too_wide = page.evaluate("document.documentElement.scrollWidth") > width
    return page.evaluate(CUT_OFF) + (["the page itself"] if is_too_wide else [])
