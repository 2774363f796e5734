"""Statements in scripts without spaces, and with signs that are optional, are found."""

import re

import pytest

from tests.records import make_statement

pytestmark = pytest.mark.django_db

CHINESE = "主权意味着责任，国家必须保护人民免遭种族灭绝。"
THAI = "รัฐมีความรับผิดชอบในการปกป้องประชาชน"
ARABIC = "المسـؤولية عن الحِمَاية تقع على عاتق الدولة"
FRENCH = "« obligation de protéger » les populations"


def references(page):
    return re.findall(r'article[^>]* data-reference="(\w+)"', page.content.decode())


@pytest.mark.parametrize(
    "summary, query",
    [
        (CHINESE, "主权"),
        (CHINESE, "责任"),
        (CHINESE, "国家必须保护人民"),
        (CHINESE, "种族灭绝"),
        (THAI, "ปกป้องประชาชน"),
        (ARABIC, "المسؤولية"),
        (ARABIC, "المســؤولية"),
        (ARABIC, "الحماية"),
        (ARABIC, "الحِمَاية"),
        (FRENCH, "obligation"),
        (FRENCH, "« obligation de protéger »"),
        (FRENCH, '"obligation de proteger"'),
    ],
)
def test_a_word_is_found(client, summary, query):
    statement = make_statement(summary=summary)
    make_statement(summary="Other words")

    page = client.get("/statements/", {"q": query})

    assert references(page) == [statement.reference]


@pytest.mark.parametrize("query", ["责国", "权主", "الدول العربية"])
def test_other_words_are_not_found(client, query):
    make_statement(summary=CHINESE)
    make_statement(summary=ARABIC)

    page = client.get("/statements/", {"q": query})

    assert references(page) == []
