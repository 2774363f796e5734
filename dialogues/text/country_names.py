"""The names of countries in the six languages of the United Nations, from Unicode's CLDR.

https://cldr.unicode.org/
"""

import re
from functools import cache

from babel import Locale

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
# As in the French name of Myanmar, which has its former name in brackets.
NOTE = re.compile(r"\s*[(（].*[)）]$")

# French names of Grenada, Mauritius and Dominica: a word and first names in English.
OTHER_WORDS = frozenset(("Grenade", "Maurice", "Dominique"))


@cache
def country_name(iso2: str, language: str) -> str:
    """The name of a country by its ISO code; "" without a code, and for a name that is a word."""
    name = NOTE.sub("", Locale(language).territories.get(iso2, ""))
    return "" if name in OTHER_WORDS else name


def country_names(iso2: str, languages: tuple[str, ...] = LANGUAGES) -> list[str]:
    """The names of a country in these languages, each once."""
    names = (country_name(iso2, language) for language in languages)
    return list(dict.fromkeys(name for name in names if name))
