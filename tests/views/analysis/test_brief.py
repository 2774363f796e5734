"""A state on one page."""

import pytest

from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def test_a_brief_quotes_and_cites(client, made):
    found = text_of(client.get("/states/state-a/brief/"))

    assert "“Words.”" in found
    assert "The A, statement at the Plenary debate of the General Assembly, " in found
    assert "is not known" not in found


def test_a_brief_says_what_is_not_known(client, made):
    found = " ".join(text_of(client.get("/states/state-e/brief/")).split())

    assert "Of 1 dialogue it is not known here whether it took the floor itself" in found
    assert "not recorded in full: 1 May 2012." in found
