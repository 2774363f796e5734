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
def test_spellings_of_a_name_have_the_same_key(spelling):
    assert name_key(spelling) == "cote d'ivoire"


def test_names_of_two_states_have_different_keys():
    assert name_key("Congo") != name_key("Democratic Republic of the Congo")


def test_the_is_dropped_as_a_word_only():
    assert name_key("Thebes") == "thebes"
