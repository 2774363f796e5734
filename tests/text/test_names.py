import pytest

from dialogues.text.names import name_key


@pytest.mark.parametrize(
    "spelling",
    [
        "Côte d’Ivoire",
        "Côte d'Ivoire",
        "Cote d'Ivoire",
        "COTE D‘IVOIRE",
        "  Cote   d'Ivoire ",
        "Co\u0302te d’Ivoire",
        "the Côte d’Ivoire",
    ],
)
def test_spellings_of_one_name_have_one_key(spelling):
    assert name_key(spelling) == "cote d'ivoire"


def test_names_of_two_states_have_two_keys():
    assert name_key("Congo") != name_key("Democratic Republic of the Congo")


def test_a_name_that_begins_with_the_letters_of_an_article_is_kept_whole():
    assert name_key("Thebes") == "thebes"
