"""The brief of a state."""

import pytest

from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def test_a_brief_quotes_and_cites(client, made):
    page = text_of(client.get("/states/state-a/brief/"))

    assert "“Words.”" in page
    assert "The A, statement at the Plenary debate of the General Assembly, " in page
    assert "is not known" not in page


def test_a_brief_names_what_is_unknown(client, made):
    page = " ".join(text_of(client.get("/states/state-e/brief/")).split())

    assert "For 1 dialogue it is not known whether it took the floor itself" in page
    assert "not recorded in full: 1 May 2012." in page
