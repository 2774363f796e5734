"""A document is uploaded, its class, source and dialogue are confirmed, and its text is stored."""

from datetime import date

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertRedirects

from dialogues.admin.document_imports.set_up import set_up as screen
from dialogues.imports.review.accepting import accept
from dialogues.models import Dialogue, DocumentImport, SourceDocument
from tests.imports.review.imported import TEXT, import_text, make_names, states_of
from tests.records import make_dialogue, make_source

pytestmark = pytest.mark.django_db
DAY = date(2024, 7, 1)
DAMAGED = "This file is damaged and cannot be opened. Save it again, or as text."
ADD = "/admin/dialogues/documentimport/add/"
FORM = {"document_class": "background", "source_title": "A second one", "kind": "background"}
LIST = "/admin/dialogues/documentimport/"


def page_of(document_import):
    return f"{LIST}{document_import.pk}/change/"


def upload(client, content=TEXT, name="summary.txt"):
    file = SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
    return client.post(ADD, {"document": file})


def set_up(client, **changes):
    """Send the form of the only import as the page has it, with changes."""
    address = page_of(DocumentImport.objects.get())
    form = client.get(address).context["form"]
    values = {name: form.get_initial_for_field(form.fields[name], name) for name in form.fields}
    values = {
        name: getattr(value, "pk", value) for name, value in values.items() if value is not None
    }
    return client.post(address, values | changes, follow=True)


def errors(response):
    form = response.context["form"]
    return {name: list(problems) for name, problems in form.errors.items()}


def test_a_file_is_read_and_its_facts_fill_the_next_form(curator_client):
    make_names()

    response = upload(curator_client)

    document_import = DocumentImport.objects.get()
    assertRedirects(response, page_of(document_import))
    form = curator_client.get(page_of(document_import)).context["form"]
    names = ("document_class", "dialogue_title", "forum", "format", "held_on", "kind", "language")
    assert {name: str(form.initial.get(name)) for name in names} == {
        "document_class": "summary",
        "dialogue_title": TEXT.splitlines()[0],
        "forum": "unga",
        "format": "informal-interactive-dialogue",
        "held_on": "2024-07-01",
        "kind": "ngo-summary",
        "language": "en",
    }


def test_a_text_can_be_pasted(curator_client):
    response = curator_client.post(ADD, {"text": TEXT})

    assertRedirects(response, page_of(DocumentImport.objects.get()))
    assert DocumentImport.objects.get().file_name == "Pasted text"


def test_the_confirmed_facts_are_those_of_a_new_draft_dialogue_and_source(curator_client):
    make_names()
    upload(curator_client)

    set_up(curator_client)

    dialogue, source = Dialogue.objects.get(), SourceDocument.objects.get()
    assert (dialogue.slug, dialogue.status, dialogue.year) == ("unga-2024-07-01", "draft", 2024)
    assert (source.kind, source.language, list(source.dialogues.all())) == (
        "ngo-summary",
        "en",
        [dialogue],
    )
    assert len(states_of(DocumentImport.objects.get())) == 11


def test_the_dialogue_of_this_forum_and_day_is_found(curator_client):
    dialogue = make_dialogue(held_on=DAY, status="draft")
    upload(curator_client)

    set_up(curator_client)

    assert DocumentImport.objects.get().dialogue == dialogue
    assert Dialogue.objects.count() == 1


def test_the_source_of_an_earlier_file_of_this_name_is_found(curator_client):
    first = import_text()
    upload(curator_client, TEXT.replace("umbrella", "coat"))

    second = DocumentImport.objects.first()
    form = curator_client.get(page_of(second)).context["form"]

    assert (form.initial["source"], form.initial["dialogue"]) == (first.source, first.dialogue)


def test_the_source_of_this_symbol_is_found(curator_client):
    source = make_source(symbols="A/99/1 A/HRC/99/2")
    upload(curator_client, f"A/HRC/99/2\n\n{TEXT}")

    form = curator_client.get(page_of(DocumentImport.objects.get())).context["form"]

    assert form.initial["source"] == source


def test_what_is_missing_is_asked_for_and_nothing_is_stored(curator_client):
    upload(curator_client)

    response = set_up(curator_client, held_on="", forum="")

    assert errors(response) == {
        "forum": ["Needed for a new dialogue."],
        "held_on": ["Needed for a new dialogue."],
    }
    assert not Dialogue.objects.exists()
    assert DocumentImport.objects.get().step == "read"


def test_what_a_record_cannot_have_is_told_and_nothing_is_stored(curator_client):
    upload(curator_client)

    response = set_up(curator_client, language="Englisch")

    (problem,) = errors(response)["__all__"]
    assert problem == "language: “Englisch” is not a language tag, such as en, fr or pt-BR."
    assert not SourceDocument.objects.exists()
    assert DocumentImport.objects.get().step == "read"


def test_what_somebody_has_confirmed_meanwhile_is_not_stored_again(curator_client, curator, rf):
    upload(curator_client)
    opened_before = DocumentImport.objects.get()
    response = set_up(curator_client)
    request = rf.post(page_of(opened_before), FORM)
    request.user, request.session = curator, {}
    request._messages = CookieStorage(request)

    response = screen(request, opened_before)

    assert (response.status_code, response.url) == (302, page_of(opened_before))
    assert [str(each) for each in request._messages] == [
        "Somebody has confirmed this document meanwhile."
    ]
    assert SourceDocument.objects.count() == Dialogue.objects.count() == 1


def test_a_pasted_text_is_no_version_of_an_earlier_one(curator_client):
    first = import_text()
    DocumentImport.objects.update(file_name="Pasted text")
    curator_client.post(ADD, {"text": TEXT.replace("umbrella", "coat")})

    form = curator_client.get(page_of(DocumentImport.objects.first())).context["form"]

    assert (form.initial["source"], form.initial["dialogue"]) == (None, first.dialogue)


def test_without_a_dialogue_a_file_of_the_same_name_is_another_source(curator_client):
    import_text("Work of the Office\n\nIt rains.", dialogue=False, document_class="background")
    upload(curator_client, "Other work of the Office\n\nIt rains.")

    form = curator_client.get(page_of(DocumentImport.objects.first())).context["form"]

    assert (form.initial["source"], form.initial["dialogue"]) == (None, None)


def test_a_background_page_needs_no_dialogue(curator_client):
    upload(curator_client, "Work of the Office\n\nIt rains.")

    set_up(curator_client)

    document_import = DocumentImport.objects.get()
    assert (document_import.step, document_import.dialogue) == ("stored", None)


def test_the_same_file_leads_to_what_came_of_it(curator_client):
    upload(curator_client)

    response = upload(curator_client, name="another name.txt")

    assertRedirects(response, page_of(DocumentImport.objects.get()))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.4 broken", DAMAGED),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "This is neither a PDF, DOCX or HTML file nor text."),
        (b"PK\x03\x04 broken", DAMAGED),
    ],
    ids=["pdf", "picture", "docx"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence_and_not_stored(
    curator_client, content, problem
):
    response = upload(curator_client, content)

    assert errors(response) == {"__all__": [problem]}
    assert not DocumentImport.objects.exists()


@pytest.mark.parametrize(
    "values", [{}, {"text": "One", "document": SimpleUploadedFile("a.txt", b"Two")}]
)
def test_a_file_or_a_text_is_needed(curator_client, values):
    response = curator_client.post(ADD, values)

    assert errors(response) == {"__all__": ["Choose a file or paste a text."]}


def test_without_a_worker_a_large_file_is_refused(curator_client):
    response = upload(curator_client, b"x" * 5_000_001)

    assert "up to 5 MB" in errors(response)["document"][0]


class TestWithAWorker:
    @pytest.fixture(autouse=True)
    def _worker(self, settings):
        settings.IMPORT_WORKER = True

    def test_a_large_file_waits_and_its_page_says_so(self, curator_client):
        response = upload(curator_client, b"A word. " * 700_000)

        document_import = DocumentImport.objects.get()
        assertRedirects(response, page_of(document_import))
        assert document_import.step == "waiting"
        assert "waits to be read" in curator_client.get(page_of(document_import)).content.decode()

    def test_a_long_text_is_stored_by_the_worker(self, curator_client):
        upload(curator_client, "Work of the Office\n\n" + "It rains. " * 45_000)

        set_up(curator_client)

        assert DocumentImport.objects.get().step == "storing"


def test_without_a_worker_a_long_text_is_refused_and_nothing_is_stored(curator_client):
    upload(curator_client, "Work of the Office\n\n" + "It rains. " * 45_000)

    response = set_up(curator_client)

    assert "up to 400000 characters" in errors(response)["__all__"][0]
    assert not SourceDocument.objects.exists()


def test_the_list_says_how_much_is_open(curator_client):
    make_names()
    import_text()

    assert "11 open" in curator_client.get(LIST).content.decode()


def test_what_is_to_be_decided_is_in_the_queue_and_on_the_workbench(curator_client, curator):
    make_names()
    done = import_text("Summary\n\nNothing.", document_class="unknown")
    waits = import_text(dialogue=done.dialogue)

    desk = curator_client.get("/admin/")
    queue = next(each for each in desk.context["queues"] if "document" in each.label)
    listed = curator_client.get(queue.address).context["cl"].result_list
    bench = curator_client.get(f"/admin/dialogues/dialogue/{waits.dialogue.pk}/workbench/")

    assert (queue.number, queue.label) == (1, "document to review")
    assert list(listed) == list(bench.context["documents"]) == [waits]


def test_what_was_brought_in_by_mistake_can_be_deleted(curator_client):
    make_names()
    document_import = import_text()

    curator_client.post(f"{LIST}{document_import.pk}/delete/", {"post": "yes"})

    assert not DocumentImport.objects.exists()


def test_an_import_of_which_records_were_made_stays(curator_client, curator):
    make_names()
    document_import = import_text()
    accept(document_import, list(document_import.proposals.filter(kind="official")), curator)

    response = curator_client.post(f"{LIST}{document_import.pk}/delete/", {"post": "yes"})

    assert response.status_code == 403
    assert DocumentImport.objects.exists()
