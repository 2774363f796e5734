"""The pasted text of a source, in which quotations are checked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dialogues import publishing
from dialogues.models import Edition
from tests.admin.forms import sent_by
from tests.admin.test_roles import change_url
from tests.imports import documents
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


def paste(client, source, text, **values):
    url = change_url(source, "sourcedocument")
    return client.post(url, sent_by(client.get(url), whole_text=text, **values))


def texts(source):
    return list(source.passages.order_by("position").values_list("text", flat=True))


def problem(page):
    return page.context["adminform"].form.errors["text_use"][0]


def test_the_same_text_is_not_stored_twice(curator_client):
    source = make_source()
    paste(curator_client, source, "One.\n\nTwo.")

    page = paste(curator_client, source, "One.\n\nTwo.", text_use="add")

    assert problem(page) == "This text is already stored."
    assert texts(source) == ["One.", "Two."]


def test_another_text_is_added_or_replaces_the_first(curator_client):
    source = make_source()
    paste(curator_client, source, "One.\n\nTwo.")

    page = paste(curator_client, source, "Three.")
    assert problem(page) == (
        "2 passages are stored already: say whether to add to them or replace them."
    )
    paste(curator_client, source, "Three.", text_use="add")
    assert texts(source) == ["One.", "Two.", "Three."]
    paste(curator_client, source, "Four.", text_use="replace")
    assert texts(source) == ["Four."]
    assert source.ledger.count() == 1


def test_what_would_no_longer_be_found_is_shown_first(curator_client):
    source = make_source()
    paste(curator_client, source, "It spoke of “no delay”.")
    make_draft(source=source, text="no delay", provenance="quoted-in-summary")

    page = paste(curator_client, source, "It spoke of haste.", text_use="replace")
    assert problem(page) == "1 quotation would no longer be found: “no delay”"
    assert texts(source) == ["It spoke of “no delay”."]
    paste(curator_client, source, "It spoke of haste.", text_use="replace-anyway")
    assert texts(source) == ["It spoke of haste."]


def test_a_replaced_text_leaves_what_is_entered_of_its_paragraphs(curator_client):
    source = make_source()
    paste(curator_client, source, "Won.\n\nTwo.")
    first = source.ledger.order_by("position").first()
    first.progress = "entered"
    first.save()

    paste(curator_client, source, "One.\n\nTwo.\n\nThree.", text_use="replace")

    progress = source.ledger.order_by("position").values_list("progress", flat=True)
    assert list(progress) == ["entered", "open", "open"]


def upload(client, source, content, **values):
    file = SimpleUploadedFile("summary", content)
    url = change_url(source, "sourcedocument")
    return client.post(url, sent_by(client.get(url), document=file, **values))


def test_a_file_becomes_passages_as_a_pasted_text_does(curator_client):
    source = make_source()

    upload(
        curator_client,
        source,
        documents.as_docx("# Summary\n\nOne.\n\nGhana\tMali, Peru\n\n2. Two."),
    )

    assert list(source.passages.values_list("section", "paragraph", "text")) == [
        ("Summary", "", "One."),
        ("Summary", "", "Ghana\tMali, Peru"),
        ("Summary", "2", "2. Two."),
    ]
    assert source.ledger.count() == 3


@pytest.mark.parametrize(
    ("content", "values", "problem"),
    [
        (b"%PDF-1 x", {}, "This file is damaged and cannot be opened. Save it again, or as text."),
        (b"One.", {"whole_text": "Two."}, "Paste the text or choose a file, not both."),
    ],
)
def test_a_file_that_cannot_be_used_saves_nothing(curator_client, content, values, problem):
    source = make_source()

    page = upload(curator_client, source, content, **values)

    assert page.context["adminform"].form.errors["document"] == [problem]
    assert texts(source) == []


def test_the_text_of_a_file_is_left_in_a_form_that_is_refused(curator_client):
    source = make_source()

    page = upload(curator_client, source, b"One.\n\nTwo.", title="")

    form = page.context["adminform"].form
    assert form.errors["title"]
    assert form["whole_text"].value() == "One.\n\nTwo."
    assert form["publisher"].value() == source.publisher


def test_a_text_of_too_many_paragraphs_is_refused(curator_client):
    source = make_source()

    page = paste(curator_client, source, "x.\n\n" * 3_001)

    assert page.context["adminform"].form.errors["whole_text"] == [
        "This text has more than 3000 paragraphs. Store a part of it."
    ]
    assert texts(source) == []
