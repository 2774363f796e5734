"""A text as words and marks that can be compared one by one."""

import re
from dataclasses import dataclass
from functools import cached_property

from dialogues.text.normalise import unify_punctuation
from dialogues.text.word_diff import PART

# [T]he: another first letter. [has]: words of the quoting author, added or instead of others.
FITTED_LETTER = re.compile(r"\[(\w)\](?=\w)")
INSERTED = re.compile(r"\[[^\[\]\n…]{1,40}\]")
INSERTION = "‸"
# Arabic vowel signs and lengthening, which are optional.
ARABIC_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")


@dataclass(frozen=True)
class ComparableText:
    """A text as parts (a word or mark with the space after it), and the key of each part."""

    parts: tuple[str, ...]
    keys: tuple[str, ...]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The keys without case."""
        return tuple(key.casefold() for key in self.keys)

    @classmethod
    def from_record(cls, text: str) -> "ComparableText":
        """A recorded text, without quotation marks and brackets."""
        return cls._from_text(text.replace("[…]", "…").replace("[...]", "…"))

    @classmethod
    def from_quotation(cls, text: str) -> "ComparableText":
        """A quotation; words in brackets are the quoting author's and become INSERTION."""
        text = FITTED_LETTER.sub(r"\1", text).replace("[...]", "…")
        return cls._from_text(INSERTED.sub(f" {INSERTION} ", text))

    @classmethod
    def _from_text(cls, text):
        text = ARABIC_SIGNS.sub("", unify_punctuation(text)).replace('"', "")
        parts = [part for part in PART.findall(text) if part.strip() not in ("", "[", "]")]
        return cls(tuple(parts), tuple(part.strip() for part in parts))

    def __len__(self):
        return len(self.keys)

    def between(self, start: int, end: int) -> "ComparableText":
        return ComparableText(self.parts[start:end], self.keys[start:end])

    @property
    def text(self) -> str:
        return "".join(self.parts).strip()
