"""The screens of the admin: nothing is cut off, and axe finds no barrier."""

import pytest

from tests.browser.axe import EVERYTHING, ONLY_CONTRAST, ONLY_LOOKS
from tests.browser.desk import SCREENS, open_screen, sign_in
from tests.browser.look import barriers

pytestmark = pytest.mark.looks

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
def test_a_screen_cuts_nothing_off(desk, module_page, name):
    open_screen(module_page, name)
    cut_off = {}
    for width in WIDTHS:
        module_page.set_viewport_size({"width": width, "height": 900})
        cut_off[width] = module_page.evaluate(CUT_OFF)
        if module_page.evaluate("document.documentElement.scrollWidth") > width:
            cut_off[width].append("the page itself")

    assert cut_off == dict.fromkeys(WIDTHS, [])


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_has_no_barrier(desk, module_page, name):
    open_screen(module_page, name)

    assert barriers(module_page, name, WIDE, "light", EVERYTHING) == []
    assert barriers(module_page, name, WIDE, "dark", ONLY_CONTRAST) == []
    assert barriers(module_page, name, PHONE, "dark", ONLY_LOOKS) == []
