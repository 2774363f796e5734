"""Quotations are found between all marks, and next to addresses, in texts copied from anywhere."""

import pytest

from dialogues.models import Edition
from dialogues.verification.extract import passages_of
from dialogues.verification.verify import check_text
from tests.records import make_statement

pytestmark = pytest.mark.django_db

Q = "the most meaningful contribution to making the R2P concept operational in practice"
WRONG = Q.replace("meaningful", "useless")


@pytest.fixture
def statement():
    return make_statement(text=f"It is {Q}, in the States’ view.", provenance="verbatim-record")


def states(text):
    return [result.state for result in check_text(text, Edition.objects.current_stamp())]


PAIRS = [
    "“”",
    '""',
    "‘’",
    "''",
    "«»",
    "»«",
    "„“",
    "„”",
    "‹›",
    "›‹",
    "「」",
    "『』",
    "《》",
    '“"',
    "‚‘",
]


@pytest.mark.once
@pytest.mark.parametrize("pair", [*PAIRS, ("``", "''"), ("&ldquo;", "&rdquo;"), ("<q>", "</q>")])
def test_every_mark_encloses_a_quotation(statement, pair):
    opens, closes = pair

    assert states(f"Liechtenstein called it {opens}{Q}{closes} then.") == ["exact"]
    assert states(f"Liechtenstein called it {opens}{WRONG}{closes} then.") == ["differs"]


@pytest.mark.once
@pytest.mark.parametrize(
    "text", ["‘‘‘", "'a ", "<<<", "<a href=", "“a ", "&&&", "> > ", "a’ ", "（（", "[. . ", "‘a’ "]
)
def test_nonsense_is_read_quickly(text):
    assert len(passages_of(text * (100_000 // len(text)))) <= 40_000


FORMATS = [
    Q.replace("meaningful", "meaning\u00ad\nful"),
    Q.replace("meaningful", "meaning\u2010\nful"),
    Q.replace("meaningful", "meaning-\nful"),
    Q.replace("meaningful", "meaning\ufffeful"),
    Q.replace("meaningful", "meaning\u00adful"),
    Q.replace("meaningful", "**meaningful**"),
    Q.replace("meaningful", "*meaningful*"),
    Q.replace("meaningful", "meaningful¹²"),
    Q.replace("meaningful", "meaningful[3]"),
    Q.replace("meaningful", "<b>meaningful</b>"),
    Q.replace(" ", "&nbsp;"),
    f"&ldquo;{Q}&rdquo;",
    f"<q>{Q}</q>",
    f"<p>{Q}</p>",
    f"> {Q}".replace("concept", "\n> concept"),
    f"12. {Q}",
    f"• {Q}",
    f"- {Q}",
]


@pytest.mark.once
@pytest.mark.parametrize("text", FORMATS)
def test_marks_of_a_format_are_no_words(statement, text):
    assert states(text) == ["exact"]


@pytest.mark.once
@pytest.mark.parametrize("text", ["yes", "“veto”", "「保護」", "‘the veto’"])
def test_what_is_too_short_is_said_to_be(text):
    assert states(text) == ["too-short"]


def test_a_text_without_spaces_is_checked():
    make_statement(text="我们支持保护责任的概念和大会的讨论。", language="zh", summary="x")

    assert states("「支持保护责任的概念」") == ["exact"]
    assert states("「支持保护权利的概念和大会的讨论」") == ["differs"]
    assert states("「完全不同的句子没有人说过」") == ["not-found"]


def address(statement):
    version = statement.versions.last()
    return f"https://r2p.example/statements/{statement.reference}/?v=1&d={version.short_digest}"


@pytest.mark.parametrize("words", ["called it ‘{}’ ({}).", "called it “{}” ({})."])
def test_marked_words_next_to_an_address_are_checked_too(statement, words):
    right, wrong = (states(words.format(text, address(statement))) for text in (Q, WRONG))

    assert (right, wrong) == (["exact", "unchanged"], ["differs", "unchanged"])


def test_words_without_marks_next_to_an_address_are_checked_too(statement):
    assert states(f"Liechtenstein called it {WRONG} ({address(statement)}).") == [
        "differs",
        "unchanged",
    ]


def test_other_words_next_to_an_address_are_no_quotation(statement):
    assert states(f"Liechtenstein, Informal dialogue, 2017, {address(statement)}") == ["unchanged"]


def test_what_is_too_short_next_to_an_address_is_said_to_be(statement):
    assert states(f"He spoke of the “veto” ({address(statement)}).") == ["too-short", "unchanged"]


AROUND = [
    '<a href="{}">x</a>', '"URL": "{}",', "“{}”", "‘{}’", "'{}'", "«{}»", "{}。", "{}!", "{}?",
    "**{}**", "_{}_", "`{}`", "{}\u200b", "({}).", "<{}>", "[x]({})", "{{{{cite|url={} |x}}}}",
    "{}）", "{}；", "{}、and", "{}…", "see {}, and", "{}*", "{}|", "{}”.", "{}’s",
]  # fmt: skip


@pytest.mark.once
@pytest.mark.parametrize("around", AROUND)
def test_an_address_ends_where_it_ends(statement, around):
    assert states(around.format(address(statement))) == ["unchanged"]


def test_an_address_of_latex_and_of_html_is_read(statement):
    plain = address(statement)

    assert states("\\url{" + plain.replace("&", "\\&") + "}") == ["unchanged"]
    assert states(plain.replace("&", "&amp;")) == ["unchanged"]
