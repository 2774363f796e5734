"""Takes off a printed name what belongs to the list: numbers before it and marks of footnotes."""

import re

from dialogues.speaker_lists.known_names import KnownNames

# Marks that only notes have, and digits and brackets that names may have, too.
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§¶"
FOOTNOTE = re.compile(r"\s?(?:\d{1,3}|\[\w{1,3}\]|\(\d{1,3}\))$")
AND_BEFORE = re.compile(r"^\s*(?:and|&|as well as|along with)\s+", re.I)
NUMBER_BEFORE = re.compile(r"^\d{1,3}[.)]?\s+")


def without_marks(name: str, known: KnownNames) -> str:
    """A name without a leading "and" or number, and without the marks of footnotes.

    Digits belong to the name unless it is known without them: "NB8", but "Denmark 4".
    """
    name = AND_BEFORE.sub("", name.strip())
    unnumbered = NUMBER_BEFORE.sub("", name)
    name = unnumbered if known.is_name(unnumbered) or not known.is_name(name) else name
    name = name.rstrip(SUPERSCRIPTS + " ")
    shorter = FOOTNOTE.sub("", name)
    return shorter if not known.is_name(name) and (not shorter or known.is_name(shorter)) else name
