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


@pytest.mark.parametrize(
    ("language", "text", "query"),
    [
        ("fr", "Les États doivent protéger leurs populations.", "proteger population"),
        ("fr-CA", "Elle a rappelé les responsabilités nationales.", "responsabilite nationaux"),
        ("es", "Recordó los genocidios y las protecciones.", "genocidio"),
        ("es", "La responsabilidad nacional.", "responsabilidades nacionales"),
        ("ru", "Ответственность за защиту от геноцида.", "ответственности геноцид"),
        ("ru", "Международный уголовный суд.", "международного суда"),
        ("ar", "مسؤولية الحماية من الإبادة الجماعية", "المسؤوليات"),
        ("ar", "إبَادَةٌ جماعـية", "الابادة الجماعية"),
        ("zh", "各国负有保护责任。", "保护责任"),
        ("en", "It recalled its responsibilities.", "responsibility"),
    ],
)
def test_a_text_is_found_by_the_forms_of_its_words_in_its_language(client, language, text, query):
    statement = make_statement(text=text, language=language)
    make_statement(text="Other words", language=language)

    page = client.get("/statements/", {"q": query})

    assert references(page) == [statement.reference]
    assert "<mark>" in page.content.decode()


def test_words_are_not_cut_as_those_of_another_language(client):
    make_statement(text="The national plan of nations.", language="en")
    statement = make_statement(text="Des plans nationaux.", language="fr")

    page = client.get("/statements/", {"q": "nationale"})

    assert references(page) == [statement.reference]
