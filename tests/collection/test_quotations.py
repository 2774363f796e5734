from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dialogues.collection.quotations import check_quotations
from dialogues.models import Passage
from dialogues.text.normalise import join_lines
from tests.records import make_draft, make_source

pytestmark = pytest.mark.django_db

TEXT = """The representative said that “the veto has been

abused and left the

Council paralyzed” [...] and recalled the long-
term view. It “[has] lost its value”.
"""


@pytest.fixture
def source():
    return make_source(slug="a-source")


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "A-Source.txt").write_text(TEXT)
    return tmp_path


def quote(source, text):
    return make_draft(source=source, text=text, provenance="quoted-in-summary")


@pytest.mark.parametrize(
    ("quotation", "is_found"),
    [
        ("the veto has been abused and left the Council paralyzed", True),
        ("the long-term view", True),
        ("[has] lost its value", True),
        ("the veto has been misused", False),
        ("The veto has been abused", False),
        ("the veto has been abused, and left", False),
    ],
)
def test_a_quotation_is_found_to_the_letter_across_lines(source, texts, quotation, is_found):
    quote(source, quotation)

    assert [result.is_found for result in check_quotations(texts)] == [is_found]


def test_each_of_two_quotations_is_looked_up(source, texts):
    quote(source, "[has] lost its value\n\nnever said")

    results = [(result.quotation, result.is_found) for result in check_quotations(texts)]

    assert results == [("[has] lost its value", True), ("never said", False)]


def test_without_a_text_the_result_is_unknown(source, tmp_path):
    quote(source, "the veto has been abused")

    assert [result.is_found for result in check_quotations(tmp_path)] == [None]


def test_the_passages_of_a_source_are_used_without_a_file(source):
    Passage.objects.create(source=source, position=1, text="the veto has")
    Passage.objects.create(source=source, position=2, text="been abused")
    quote(source, "the veto has been abused")

    assert [result.is_found for result in check_quotations()] == [True]


def test_words_joined_by_a_hyphen_stay_joined_by_it():
    assert join_lines("long-\n\nterm and non-\nState\nactors") == "long-term and non- State actors"


def test_the_command_counts_and_fails_on_what_is_not_found(source, texts):
    quote(source, "[has] lost its value")
    wrong = quote(source, "never said")
    out, err = StringIO(), StringIO()

    with pytest.raises(CommandError, match="Some quotations are not in their source"):
        call_command("check_quotations", str(texts), stdout=out, stderr=err)

    assert out.getvalue() == "1 found, 1 not found, 0 without a text\n"
    assert err.getvalue() == f"{wrong} not in a-source: never said\n"


def test_the_command_names_a_missing_folder():
    with pytest.raises(CommandError, match="There is no folder 'nowhere'."):
        call_command("check_quotations", "nowhere")
