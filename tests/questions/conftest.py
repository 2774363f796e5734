"""Reading the pages of the starter collection."""

import pytest
from lxml import html

from tests.html import html_of
from tests.questions.page import Page


@pytest.fixture
def read(client):
    """A function that returns the page at an address."""

    def reading(address):
        response = client.get(address)
        assert response.status_code == 200
        return Page(html.document_fromstring(html_of(response)))

    return reading
