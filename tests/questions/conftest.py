"""Reading the pages of the starter collection."""

import pytest

from tests.html import html_of
from tests.questions.page import Page


@pytest.fixture
def read(client):
    """The text of a page as a reader sees it, and as a program does."""

    def reading(address):
        response = client.get(address)
        assert response.status_code == 200
        return Page(html_of(response))

    return reading
