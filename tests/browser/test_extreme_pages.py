"""Pages with the most, the least and the longest, whose types test_types_of_page.py looks at."""

import pytest

from tests.browser.axe import EVERYTHING, ONLY_LOOKS
from tests.browser.look import (
    NARROW,
    WIDE,
    assert_fits_narrow_screens,
    assert_outline_in_order,
    barriers,
    open_page,
)
from tests.browser.pages import EXTREMES


@pytest.mark.parametrize("name", EXTREMES)
def test_an_extreme_page_has_no_barrier(module_page, name):
    open_page(module_page, EXTREMES[name])

    assert_outline_in_order(module_page)
    assert_fits_narrow_screens(module_page)
    assert barriers(module_page, name, NARROW, "dark", ONLY_LOOKS) == []
    assert barriers(module_page, name, WIDE, "light", EVERYTHING) == []
