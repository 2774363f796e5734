"""Every type of page: WCAG 2.2 AA as far as axe sees it, in both schemes, wide and narrow."""

import pytest

from tests.browser.axe import EVERYTHING, ONLY_CONTRAST
from tests.browser.look import (
    NARROW,
    WIDE,
    assert_fits_narrow_screens,
    assert_outline_in_order,
    barriers,
    open_page,
)
from tests.browser.pages import TYPES


@pytest.mark.parametrize("name", TYPES)
def test_a_type_of_page_has_no_barrier(module_page, name):
    open_page(module_page, TYPES[name])

    assert_outline_in_order(module_page)
    assert_fits_narrow_screens(module_page)
    assert barriers(module_page, name, NARROW, "light", ONLY_CONTRAST) == []
    assert barriers(module_page, name, NARROW, "dark", EVERYTHING) == []
    assert barriers(module_page, name, WIDE, "dark", ONLY_CONTRAST) == []
    assert barriers(module_page, name, WIDE, "light", EVERYTHING) == []
