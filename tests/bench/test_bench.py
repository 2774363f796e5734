"""What the site is measured by can be asked of it."""

import pytest

from tests.bench.corpus import make_corpus
from tests.bench.requests import twelve

# make bench asks the same of PostgreSQL.
pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_every_request_of_the_bench_is_answered(client):
    make_corpus(300)

    requests = twelve()

    assert len(requests) == 12
    for addresses in requests.values():
        for address in addresses:
            assert client.get(address).status_code == 200, address
