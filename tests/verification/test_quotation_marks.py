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
