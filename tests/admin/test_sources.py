"""The pasted text of a source, in which quotations are checked."""

import pytest

from dialogues import publishing
from dialogues.models import Edition
from tests.admin.forms import sent_by
from tests.admin.test_roles import change_url
from tests.records import make_draft, make_source

pytestmark = pytest.mark.django_db


def test_a_pasted_text_becomes_passages_in_which_quotations_are_found(curator_client):
    source = make_source()
    draft = make_draft(source=source, text="the veto", provenance="quoted-in-summary")
    assert len(publishing.publish([draft], "Checked")) == 1
    edition = Edition.objects.current_number()
    text = "KEY THEMES\n\nIt spoke of “the\nveto”.\n\n28. More."

    url = change_url(source, "sourcedocument")
    curator_client.post(url, sent_by(curator_client.get(url), whole_text=text))

    passages = source.passages.values_list("position", "section", "paragraph", "text")
    assert list(passages) == [
        (1, "KEY THEMES", "", "It spoke of “the\nveto”."),
        (2, "KEY THEMES", "28", "28. More."),
    ]
    source.refresh_from_db()
    assert source.has_text
    assert publishing.publish([draft], "Checked") == []
    assert Edition.objects.current_number() == edition + 2
