"""The names of participants and people that a text mentions."""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from dialogues.imports.language.sentences import Span

# One character for another, so that places in the text stay the same.
SAME = str.maketrans({**dict.fromkeys("’‘ʼ`´", "'"), **dict.fromkeys("‐‑–", "-"), "\u00a0": " "})
# Capitals that are as much a name as a word: "MALI", but not "US" or "UK" in another case.
MIN_CAPITALS = 4


OF_R2P = " of the Responsibility to Protect"
LONG_NAME = 4  # words


class Known(NamedTuple):
    """A participant: its slug, its name, and its kind; that of a regional group is its own."""

    slug: str
    name: str
    kind: str


class Mention(NamedTuple):
    """A known name in a text, where it is, and whom it means."""

    span: Span
    known: Known


def short_forms(names: Mapping[str, Known], text: str) -> dict[str, Known]:
    """The short forms of known names that a text may use.

    "Group of Friends", of the Group of Friends of the Responsibility to Protect; an abbreviation
    that the text gives in brackets; a long name in the text without its last word.
    """
    forms = {}
    for name, known in names.items():
        if known.kind == "group" and OF_R2P in name:
            forms.setdefault(name.split(OF_R2P)[0], known)
        if name not in text:
            continue
        words = name.split()
        if len(words) > LONG_NAME and known.kind not in ("state", "observer"):
            forms.setdefault(" ".join(words[:-1]), known)
        for match in re.finditer(rf"{re.escape(name)} \((?P<short>[A-Z][A-Za-z]{{1,7}})\)", text):
            forms.setdefault(match["short"], known)
    return forms


class NameFinder:
    """Finds known names in texts: the longest that fits, whole words only, as printed in case."""

    def __init__(self, names: Mapping[str, Known]) -> None:
        self.by_name = {}
        for name, known in names.items():
            folded = fold(name)
            self.by_name.setdefault(folded, known)
            if len(folded) >= MIN_CAPITALS:
                self.by_name.setdefault(folded.upper(), known)
        longest_first = sorted(self.by_name, key=len, reverse=True)
        alternatives = "|".join(map(re.escape, longest_first)) or r"(?!)"
        # Not within "Asia-Pacific", "France/Mexico" or "Northern Ireland".
        self.pattern = re.compile(
            rf"(?<![\w/])(?<!\w-)(?<!Northern )(?<!New )(?:{alternatives})(?![\w/])(?!-\w)",
        )

    def whole(self, text: str) -> Known | None:
        """Whom a text means that is a known name and nothing else."""
        return self.by_name.get(fold(text).strip().removeprefix("the "))

    def find(self, text: str) -> list[Mention]:
        """The Mentions in a text, in its order."""
        return [
            Mention(Span(*match.span()), self.by_name[match[0]])
            for match in self.pattern.finditer(fold(text))
        ]


def fold(text: str) -> str:
    """The text without accents, with plain apostrophes, hyphens and spaces; as long as before."""
    return "".join(map(_without_accent, text.translate(SAME)))


def _without_accent(char):
    if char.isascii():
        return char
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() else char
