"""How names are compared, wherever a name is typed, printed or looked up."""

import re
import unicodedata

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
LONGEST_KEY = 400
ARTICLE = re.compile(r"^the\s+")


def name_key(name):
    """The name without accents, case, a leading "the", or kinds of apostrophe and space.

    Two spellings with one key are one name: "Côte d’Ivoire" and "Cote d'Ivoire".
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(APOSTROPHES))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return ARTICLE.sub("", " ".join(plain.casefold().split()))[:LONGEST_KEY]
