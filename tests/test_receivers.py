"""What follows a change of the records."""

import pytest

from dialogues.models.editions import edition_created, open_edition
from tests.records import make_statement

pytestmark = pytest.mark.django_db


def test_a_receiver_cannot_change_what_an_edition_did():
    statement = make_statement()

    def receiver(sender, edition, kinds, **kwargs):
        kinds[statement.pk] = "withdrawn"

    edition_created.connect(receiver)
    try:
        with pytest.raises(TypeError), open_edition("A correction"):
            statement.summary = "Another."
            statement.save()
    finally:
        edition_created.disconnect(receiver)


def test_after_a_commit_the_index_catches_up_before_the_checks_run(
    django_capture_on_commit_callbacks,
):
    statement = make_statement()

    with django_capture_on_commit_callbacks() as callbacks:
        statement.summary = "Another."
        statement.save()

    assert [callback.__name__ for callback in callbacks] == ["catch_up", "check"]
