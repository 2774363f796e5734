"""Files of every kind are read to the same blocks, and what cannot be read says what to do."""

import io
import subprocess
import zipfile

import pytest

from dialogues.imports.document import read_document
from dialogues.imports.files import child
from dialogues.imports.files.child import read_in_child
from dialogues.imports.files.reading import read_blocks
from dialogues.imports.files.refusals import UnreadableDocumentError
from dialogues.imports.pieces import pieces_of
from tests.chromium import find
from tests.imports import documents
from tests.imports.names import NAMES

RAIN = "\n\n".join(
    f"Peru noted that it rained in {first}{second}."
    for first in "ABCDEFGH"
    for second in "abcdefghij"
)
LONG = documents.SUMMARY.replace("\n\nMany", f"\n\n{RAIN}\n\nMany")
TWO_COLUMNS = "<style>body { columns: 2; text-align: justify; hyphens: auto }</style>"


def proposals_of(data):
    """What is proposed, without places: they differ between kinds of file."""
    document = read_document(pieces_of(read_blocks(data)), NAMES)
    return sorted((each.kind, each.rule, str(each.values)) for each in document.proposals)


@pytest.fixture(scope="module")
def as_pdf(tmp_path_factory):
    """A function that prints a page to a PDF."""

    def print_page(html):
        folder = tmp_path_factory.mktemp("pdf")
        (folder / "page.html").write_text(html)
        command = [
            find(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-pdf-header-footer",
        ]
        command += [f"--print-to-pdf={folder / 'page.pdf'}", f"file://{folder / 'page.html'}"]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        return (folder / "page.pdf").read_bytes()

    return print_page


def page(text, style=""):
    """A page to print: without the furniture of a site, which paper does not have."""
    html = documents.as_html(text).partition("</nav>")[2].partition("<footer>")[0]
    return f"<!doctype html><html lang=en><meta charset=utf-8>{style}<body>{html}</body></html>"


def test_a_word_document_and_a_web_page_give_what_the_text_gives():
    expected = proposals_of(documents.SUMMARY.encode())

    assert proposals_of(documents.as_html(documents.SUMMARY).encode()) == expected
    assert proposals_of(documents.as_docx(documents.SUMMARY)) == expected


@pytest.mark.parametrize("style", ["", TWO_COLUMNS])
def test_a_pdf_gives_what_the_text_gives_with_its_pages(as_pdf, style):
    data = as_pdf(page(LONG, style))

    statements = [each for each in proposals_of(data) if each[0] == "statement"]
    assert statements == [each for each in proposals_of(LONG.encode()) if each[0] == "statement"]
    pages = {block.page for block in read_blocks(data)}
    assert pages == set(range(1, len(pages) + 1)) > {1}


# As the United Nations prints its records, in a font of which every letter counts as bold.
RECORD = """<style>
  body { columns: 2; text-align: justify; hyphens: auto; font: 10pt serif; font-weight: 600 }
  p { margin: 0; text-indent: 1.5em }
</style>"""
WORDS = "We must act early and together so that responsibilities are met before it is too late"


def test_a_record_in_justified_columns_has_its_turns_and_paragraphs(as_pdf):
    states = ("Chile", "Ghana", "Mali", "Peru", "Qatar", "Japan")
    words = [f"{WORDS}, as Nr. {number} of {WORDS.lower()}." for number in range(40)]
    turns = [
        [f"Mr. Sample ({state}): I thank you. {words[at]}", *words[at + 1 : at + 7]]
        for at, state in enumerate(states)
    ]
    paragraphs = "".join(f"<p>{paragraph}</p>" for turn in turns for paragraph in turn)
    html = (
        f"<!doctype html><html lang=en><meta charset=utf-8>{RECORD}<body>{paragraphs}</body></html>"
    )

    document = read_document(pieces_of(read_blocks(as_pdf(html))), NAMES)

    statements = [each.values for each in document.proposals if each.kind == "statement"]
    assert [(each["speakers"], len(each["pieces"])) for each in statements] == [
        ([state.casefold()], 7) for state in states
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_any_encoding(encoding):
    text = "Déclaration de la délégation : « Ça suffit », a-t-elle dit à l'Assemblée générale."

    assert [block.text for block in read_blocks(text.encode(encoding))] == [text]


def zipped(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"%PDF-1.7\nnonsense", "broken"),
        (b"PK\x03\x04nonsense", "broken"),
        (zipped(a="b"), "not-text"),
        (zipped(EncryptedPackage="x"), "encrypted"),
        (zipped(**{"word/document.xml": "<nonsense"}), "broken"),
        (zipped(**{"word/document.xml": "0" * 100_000_001}), "too-large-unpacked"),
        (b"\xd0\xcf\x11\xe0old", "old-word"),
        (b"GIF89a\x00\x00\x00", "not-text"),
        (b"x" * 50_000_001, "too-large"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data, kind):
    with pytest.raises(UnreadableDocumentError) as refused:
        read_blocks(data)

    assert refused.value.kind == kind
    assert refused.value.sentence.endswith(".")


def test_a_pdf_without_text_is_refused(as_pdf):
    with pytest.raises(UnreadableDocumentError) as refused:
        read_blocks(as_pdf("<body><svg><circle r=9></svg></body>"))

    assert refused.value.kind == "no-text-layer"


def test_a_page_is_neither_executed_nor_are_its_hidden_parts_read():
    html = (
        "<body><p hidden>Ghana said no.</p><p onclick='alert(1)'>Peru said <b>yes</b>.</p>"
        "<iframe src='https://example.org'></iframe><p>It<br>ended.</p>"
        "<sup><a href='#n'>1</a></sup>"
    )

    assert [block.text for block in read_blocks(html.encode())] == ["Peru said yes.", "It ended."]


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 20_000 + "Peru said so.",
        "a" * 300_000,
        "x\n" * 60_000,
        "Chile\n\n" * 20_000,
        "\u202e\u2066" * 30_000 + "x",
        "Chile (" * 40_000,
        "“" * 40_000 + "a" + "”" * 40_000,
        "President " * 4_000,
        "=cmd|'/c calc'!A1\n\n" * 2_000,
    ],
)
def test_nonsense_is_answered(text):
    text = f"{documents.SUMMARY}\n\n{text}"
    document = read_document(pieces_of(read_blocks(text.encode())), NAMES)

    assert isinstance(document.proposals, list)


class TestChild:
    def test_a_document_is_read_as_here(self):
        data = documents.as_docx(documents.SUMMARY)

        assert read_in_child(data) == read_blocks(data)

    def test_a_refusal_is_passed_on(self):
        with pytest.raises(UnreadableDocumentError) as refused:
            read_in_child(b"%PDF-1.7\nnonsense")

        assert refused.value.kind == "broken"

    def test_a_document_that_takes_too_long_is_refused(self, monkeypatch):
        monkeypatch.setattr(child, "MAX_SECONDS", 0.01)

        with pytest.raises(UnreadableDocumentError) as refused:
            read_in_child(b"Text")

        assert refused.value.sentence.startswith("This document took more than 0.01 seconds")
