"""How names are compared, wherever a name is typed, printed or looked up."""

import re

from dialogues.text.normalise import without_accents

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
MAX_KEY_LENGTH = 400
ARTICLE = re.compile(r"^the\s+")


def name_key(name: str) -> str:
    """The name without accents, case, a leading "the", or kinds of apostrophe and space.

    Two spellings with the same key are the same name: "Côte d’Ivoire" and "Cote d'Ivoire".
    """
    plain = without_accents(name.translate(APOSTROPHES))
    return ARTICLE.sub("", " ".join(plain.casefold().split()))[:MAX_KEY_LENGTH]
