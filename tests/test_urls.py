"""No public address is answered by the view of another."""

import pytest
from django.urls import resolve, reverse

from dialogues.urls import urlpatterns

VALUES = {
    "slug": "a-slug",
    "key": "year",
    "reference": "0000000",
    "code": "0000000",
    "number": 1,
    "extension": "csv",
    "section": "pages",
    "style": "apa",
    "other": "b-slug",
    "kind": "states",
    "edition": 1,
    "name": "statements.csv",
    "table": "statements",
}
# Charts whose numbers are the table of an analysis.
PICTURES = ("coverage-chart", "series-chart", "compare-chart", "commitment-chart")
ROUTES = {pattern.name: list(pattern.pattern.converters) for pattern in urlpatterns if pattern.name}


@pytest.mark.parametrize("name", ROUTES)
def test_an_address_leads_to_its_own_view(name):
    arguments = {key: VALUES[key] for key in ROUTES[name]}
    if name in PICTURES:
        arguments["extension"] = "png"

    assert resolve(reverse(name, kwargs=arguments)).url_name == name
