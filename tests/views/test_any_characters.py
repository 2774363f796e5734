"""Whatever characters people save, every page and file answers and can be parsed.

By hand with more: STRINGS=10000 make test TESTS=tests/views/test_any_characters.py
"""

import csv
import json
import os
from io import BytesIO, StringIO
from random import Random
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from dialogues.models import Statement
from dialogues.spreadsheets.files import Sheet
from dialogues.spreadsheets.upload import Outcome, preview, save
from tests.admin.forms import sent_by
from tests.records import make_dialogue, make_source, make_statement

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NUMBER = int(os.environ.get("STRINGS", 90))
LINES = 90  # of one list
FORM = "application/x-www-form-urlencoded"
# What breaks programs most often, next to any character at all.
NASTY = (
    "\x00\x01\x0b\x0c\x1b\x7f\x85\xa0\xad\u0301\u061c\u0640\u200b\u200d\u200f\u2028\u2029\u202e\u2066"
    "\ufeff\ufffd\ufffe\uffff\U0001f468\U000e0041\U0010ffff<>&\"'\\{}%=+-@|\t\r\n;,"
)


def any_text(random):
    """A random string of 1 to 30 characters, one in three a nasty one."""
    return "".join(
        random.choice(NASTY) if random.random() < 1 / 3 else any_character(random)
        for _ in range(random.randint(1, 30))
    )


def any_character(random):
    while 0xD800 <= (number := random.randint(1, random.choice([0x7F, 0x7FF, 0x10FFFF]))) < 0xE000:
        pass
    return chr(number)


@pytest.fixture
def strings():
    random = Random(1_945)
    return [any_text(random) for _ in range(NUMBER)]


def test_strings_typed_in_a_form(curator_client, client, strings):
    """The form saves, or shows why not; what it saved is on the page and in every file."""
    statement = make_statement()
    address = reverse("admin:dialogues_statement_change", args=[statement.pk])
    fields = ("summary", "section", "editor_note", "change_reason")
    saved = 0
    for at in range(0, len(strings) - 3, 4):
        values = dict(zip(fields, strings[at : at + 4], strict=True))
        form = sent_by(curator_client.get(address), **values)
        answer = curator_client.post(address, urlencode(form, doseq=True), FORM)
        assert answer.status_code == 302 or answer.context["adminform"].form.errors
        saved += answer.status_code == 302
        assert client.get(statement.get_absolute_url()).status_code == 200
    assert saved > len(strings) / 10
    assert_files_parse(client)


def test_strings_of_a_sheet(client, strings):
    """A row is saved, or refused with a reason."""
    statements = [make_statement(summary="x", status="draft") for _ in strings[::2]]
    rows = [
        {"reference": statement.reference, "summary": summary, "section": section}
        for statement, summary, section in zip(
            statements, strings[::2], [*strings[1::2], "x"], strict=False
        )
    ]
    outcome = Outcome()
    list(preview("statements", sheet_of(rows), outcome))
    accepted = [row for number, row in enumerate(rows, 2) if number not in outcome.refused]

    save("statements", sheet_of(accepted), "Any characters", None)

    assert all(outcome.refused.values())
    for statement in Statement.objects.filter(status="draft"):
        statement.status = "published"
        statement.save()
    assert_files_parse(client)


def sheet_of(rows):
    return Sheet(list(rows[0]), list(enumerate(rows, 2)))


def test_strings_of_pasted_lists(curator_client, client, strings):
    """The page answers, and saves what it reads as names once a person says who is meant."""
    for at in range(0, len(strings), LINES):
        dialogue = paste(curator_client, "\n".join(strings[at : at + LINES]))
        participations = dialogue.participations.all()
        assert participations
        for participation in participations[:5]:
            make_statement(participation=participation)
        assert client.get(dialogue.get_absolute_url()).status_code == 200
    assert_files_parse(client)


def paste(client, text):
    """Paste a text as a list of a new dialogue, answer every question, and save."""
    dialogue, source = make_dialogue(), make_source()
    source.dialogues.add(dialogue)
    form = {"text": text, "source": source.pk, "section": "x", "status": "spoke", "reason": "x"}
    address = reverse("admin:dialogue-paste", args=[dialogue.pk])
    proposal = post(client, address, form).context["proposal"]
    form |= {f"choice:{name.key}": "create:civil-society" for name in proposal.unknown}
    form |= {f"text:{text.key}": "skip" for text in proposal.parsed.unread}
    answer = post(client, address, form | {"save": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    return dialogue


def post(client, address, form):
    """Send a form as a browser does: multipart names of fields cannot hold every character."""
    return client.post(address, urlencode(form), FORM)


def assert_files_parse(client):
    """Every file of the list, the feed and the sitemaps are what they say."""
    count = Statement.objects.published().count()
    assert len(json.loads(body(client, "/statements.json"))["statements"]) == count
    assert len(list(csv.reader(StringIO(body(client, "/statements.csv"), newline="")))) == count + 1
    assert len(body(client, "/statements.jsonl").split("\n")) == count + 1
    sheet = load_workbook(BytesIO(raw(client, "/statements.xlsx")))["Statements"]
    assert sheet.max_row == count + 1
    assert len(json.loads(body(client, "/statements.csl.json"))) == count
    assert body(client, "/statements.ris").count("\nER  - ") == count
    assert body(client, "/statements.bib").count("\n@") + 1 == count
    for path in ("/feeds/statements.atom", "/sitemap.xml", "/sitemap-statements.xml"):
        ElementTree.fromstring(raw(client, path))


def raw(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def body(client, path):
    return raw(client, path).decode("utf-8-sig")


@pytest.mark.parametrize("text", ["\ufffe", " \uffff\ufffe ", "\x0b\u2028"])
def test_a_summary_of_what_is_not_saved_is_refused_in_a_form(curator_client, text):
    address = reverse("admin:dialogues_statement_change", args=[make_statement().pk])
    form = sent_by(curator_client.get(address), summary=text, change_reason="x")

    answer = curator_client.post(address, form)

    assert "Give the words, a summary of them, or both." in answer.content.decode()


@pytest.mark.parametrize("text", ["\ufffe", " \uffff\ufffe ", "\x0b\u2028"])
def test_a_summary_of_what_is_not_saved_is_refused_in_a_sheet(text):
    statement = make_statement(summary="x", status="draft")
    outcome = Outcome()

    list(
        preview(
            "statements", sheet_of([{"reference": statement.reference, "summary": text}]), outcome
        )
    )

    assert list(outcome.refused) == [2]
