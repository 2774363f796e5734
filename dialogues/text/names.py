"""How names are compared, wherever a name is typed, printed, searched for or looked up."""

import re

from dialogues.text.normalise import ANY_HYPHEN, APOSTROPHES, without_accents

MAX_KEY_LENGTH = 400
MAX_LENGTH = 4 * MAX_KEY_LENGTH  # of a name that is compared; the rest cannot change its key
APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
ARTICLE = re.compile(r"^the\s+")
AMPERSAND = re.compile(r"\s*[&＆]\s*")
# U.K., U.S.A., D.R.: the full stops of initials.
INITIALS = re.compile(r"\b(?:\w\.)+(?:\w\b)?")
# What lists shorten, with a full stop or before another word: "St Lucia", "Dem. Rep. of the Congo".
ABBREVIATIONS = {
    re.compile(r"\bst(?:\.\s*|\s+)(?=\w)"): "saint",
    re.compile(r"\b(?:is\.|isl\.)(?!\w)"): "islands",
    re.compile(r"\bdem\.\s*(?=\w)|\bdem\s+(?=rep\b|people)"): "democratic",
    re.compile(r"\brep\.|\brep(?=\s+of\b)"): "republic",
    re.compile(r"\bfed\.\s*(?=states)"): "federated",
    re.compile(r"\bfed\."): "federation",
}
LAST_STOP = re.compile(r"(?<=\w\w)[\s.,;:]+$")


def name_key(name: str) -> str:
    """The name as it is compared: two spellings with the same key are the same name.

    Case, accents, a leading "the", usual abbreviations, "&" for "and", and the kinds of apostrophe,
    hyphen, space and unseen character make no difference.
    """
    key = without_accents(APOSTROPHE.sub("'", name[:MAX_LENGTH])).casefold()
    key = AMPERSAND.sub(" and ", ANY_HYPHEN.sub(" ", key))
    key = INITIALS.sub(lambda initials: initials[0].replace(".", ""), key)
    for abbreviation, word in ABBREVIATIONS.items():
        key = abbreviation.sub(f"{word} ", key)
    key = LAST_STOP.sub("", key)
    return ARTICLE.sub("", " ".join(key.split()))[:MAX_KEY_LENGTH]
