"""Names of countries in six languages."""

import pytest

from dialogues.text.country_names import country_names


@pytest.mark.parametrize(
    ("iso2", "names"),
    [
        ("DE", ["ألمانيا", "Germany", "Alemania", "Allemagne", "Германия", "德国"]),
        ("GD", ["غرينادا", "Grenada", "Granada", "Гренада", "格林纳达"]),
        ("", []),
    ],
    ids=["all", "without a name that is a word", "no code"],
)
def test_the_names_of_a_country_are_those_of_the_six_languages(iso2, names):
    assert country_names(iso2) == names
