"""manage.py read_document prints proposals and saves nothing."""

import json
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from tests.records import make_state

pytestmark = pytest.mark.django_db

TEXT = """\
Summary of the interactive dialogue of the General Assembly, 1 July 2024

Many delegations noted it. Peru said that it rained. La Suisse a souligné la pluie.
"""


def read(path, **options):
    out = StringIO()
    call_command("read_document", str(path), stdout=out, **options)
    return json.loads(out.getvalue())


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "summary.txt"
    path.write_text(TEXT)
    return path


def test_proposals_are_printed_with_the_words_they_were_read_from(path):
    make_state("Peru"), make_state("Switzerland", iso2="CH")
    before = {
        model: model.objects.count() for model in apps.get_app_config("dialogues").get_models()
    }

    document = read(path)

    assert document["class"] == "summary"
    statements = [each for each in document["proposals"] if each["kind"] == "statement"]
    assert [(each["values"]["source_word"], each["place"]["words"]) for each in statements] == [
        ("said", "Peru said that it rained."),
        ("a souligné", "La Suisse a souligné la pluie."),
    ]
    assert {model: model.objects.count() for model in before} == before


def test_a_person_may_say_what_class_it_is(path):
    assert read(path, document_class="background")["proposals"] == []


@pytest.mark.parametrize(
    ("content", "problem"), [(b"", "The file is empty."), (b"%PDF-1 x", "This file is damaged")]
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path, content, problem):
    (tmp_path / "file").write_bytes(content)

    with pytest.raises(CommandError, match=problem):
        read(tmp_path / "file")


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened: No such file"):
        read(tmp_path / "nowhere")
