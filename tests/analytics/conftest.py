"""The collection that was worked out on paper."""

import pytest

from tests.analytics.worked import make_collection


@pytest.fixture
def made(db):
    return make_collection()
