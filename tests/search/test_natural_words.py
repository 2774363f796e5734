"""Words of a sentence that mean nothing, a year or a stance in a query."""

from datetime import date

import pytest

from dialogues.models import Edition
from dialogues.search.query_names import resolve_names
from dialogues.search.query_parser import All, Expanded, Value, Words
from dialogues.snapshot.name_index import name_index_at
from tests.records import make_dialogue, make_statement, make_theme

pytestmark = pytest.mark.django_db
GHANA, VETO = Words("Ghana"), Words("veto")


@pytest.fixture(scope="module")
def names(module_transaction):
    theme = make_theme("The principle of R2P", slug="principle")
    theme.aliases.create(alias="responsibility to protect")
    make_statement(make_dialogue(held_on=date(2017, 9, 6)), themes=[theme], stance="opposes")
    return name_index_at(Edition.objects.current_stamp())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ghana on the veto", All((GHANA, VETO))),
        ("Ghana and veto", All((GHANA, VETO))),
        ("the Ghana", GHANA),
        ("the of", All((Words("the"), Words("of")))),
        ("veto note:the", All((VETO, Words("the", "note")))),
        ("veto 2016", All((VETO, Words("2016")))),
        ("veto 2017", All((VETO, Expanded(Words("2017"), (Value("year", "2017", ("2017",)),))))),
        ("opposed veto", All((Words("opposed"), VETO))),
    ],
)
def test_words_that_say_nothing_are_left_out(names, text, wanted):
    assert resolve_names(text, names).parsed.wanted == wanted


def test_a_verb_of_a_question_asks_for_a_stance(names):
    resolved = resolve_names("who Opposed the veto", names)

    stance = Value("stance", "opposes", ("opposes",))
    assert resolved.parsed.wanted == All((Expanded(Words("Opposed"), (stance,)), VETO))
    assert resolved.expansions == ("stance:opposes",)


def test_what_a_sentence_may_mean_is_not_searched_if_a_reader_does_not_want_it(names):
    resolved = resolve_names("who opposed it in 2017", names, widen=False)

    assert resolved.parsed.wanted == All((Words("opposed"), Words("2017")))
    assert resolved.expansions == ()


def test_a_name_keeps_its_small_words(names):
    resolved = resolve_names("who opposed responsibility to protect", names)

    assert resolved.expansions == ("stance:opposes", "The principle of R2P")
    *_stance, name = resolved.parsed.wanted.parts
    assert [words.text for words in name.original.parts] == ["responsibility", "to", "protect"]


@pytest.mark.parametrize("has_index", [True, False])
def test_a_question_finds_the_statements_of_the_stance(client, names, settings, has_index):
    settings.SEARCH_INDEX = settings.SEARCH_INDEX if has_index else ""

    text = client.get("/statements/", {"q": "who challenged the principle of R2P"}).content.decode()

    assert 'data-total="1"' in text
    assert "stance:opposes" in text
