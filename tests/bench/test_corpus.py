"""The made-up collection is always the same, and the site can show it."""

from hashlib import sha256

import pytest

from dialogues.models import (
    Dialogue,
    Edition,
    Participation,
    Statement,
    Theme,
)
from tests.bench.fill import fill
from tests.records import make_state

pytestmark = pytest.mark.django_db


@pytest.mark.once
def test_it_has_as_many_statements_as_asked_for(client, capsys):
    fill(300)

    assert "300 statements in" in capsys.readouterr().out
    assert Statement.objects.published().count() == 300
    assert Dialogue.objects.count() == 20
    assert Edition.objects.count() == 1
    assert 'data-total="300"' in client.get("/statements/").content.decode()


@pytest.mark.once
def test_every_record_is_as_a_curator_could_have_saved_it():
    fill(100)

    for record in (*Statement.objects.all(), *Participation.objects.all(), *Theme.objects.all()):
        record.full_clean()


@pytest.mark.once
def test_it_is_always_the_same():
    fill(50)
    rows = Statement.objects.order_by("pk").values_list("reference", "summary", "stance")

    digest = sha256(repr(list(rows)).encode()).hexdigest()

    assert digest.startswith("35594e67fb6405f2")


def test_records_can_be_added_after_it():
    fill(20)
    statement = Statement.objects.first()

    statement.pk, statement.reference = None, "0000000"
    statement._state.adding = True
    statement.save()

    assert Statement.objects.count() == 21


@pytest.mark.once
def test_it_is_not_mixed_with_other_records():
    make_state()

    with pytest.raises(SystemExit, match="This database has records."):
        fill(10)


@pytest.mark.once
@pytest.mark.parametrize("size", [0, -5])
def test_a_size_that_makes_no_sense_is_refused(size):
    with pytest.raises(SystemExit, match="at least 1"):
        fill(size)
