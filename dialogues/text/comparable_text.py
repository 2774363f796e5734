"""A text as words and marks that can be compared one by one."""

import re
from dataclasses import dataclass
from functools import cached_property

from dialogues.text.normalise import UNSPACED, unify_punctuation

# A word or a mark, with the space after it. Signs of scripts without spaces are words each.
WORD = rf"(?:(?![{UNSPACED}])\w)+"
PART = re.compile(rf"(?:[{UNSPACED}]|{WORD}(?:['’-]{WORD})*|[^\w\s])\s*|\s+")
# [T]he: another first letter. [has]: words of the quoting author, added or instead of others.
FITTED_LETTER = re.compile(r"\[(\w)\](?=\w)")
INSERTED = re.compile(r"\[[^\[\]\n…]{1,40}\]")
INSERTION = "‸"
# [...], (. . .), […]: an omission, marked in another way than by three dots.
OMISSION = re.compile(r"[\[(]\s*(?:(?:\.\s?){3,4}|…|⋯)\s*[\])]")
# The number of a note: [12].
NOTE_NUMBER = re.compile(r"\[\d{1,3}\]")
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
        return cls._from_parts(_parts(OMISSION.sub(" … ", text)))

    @classmethod
    def from_quotation(cls, text: str) -> "ComparableText":
        """A quotation. Words in brackets are the quoting author's: their key is INSERTION."""
        text = FITTED_LETTER.sub(r"\1", NOTE_NUMBER.sub("", OMISSION.sub(" … ", text)))
        parts, begin = [], 0
        for match in INSERTED.finditer(text):
            parts += [*_parts(text[begin : match.start()]), f"{match[0]} "]
            begin = match.end()
        return cls._from_parts([*parts, *_parts(text[begin:])])

    @classmethod
    def _from_parts(cls, parts):
        keys = (INSERTION if INSERTED.match(part) else part.strip() for part in parts)
        return cls(tuple(parts), tuple(keys))

    def with_insertions(self) -> "ComparableText":
        """The text with the words in brackets as words like others."""
        keys = (
            part.strip("[] ") if key == INSERTION else key
            for part, key in zip(self.parts, self.keys, strict=True)
        )
        return ComparableText(self.parts, tuple(keys))

    def __len__(self):
        return len(self.keys)

    def between(self, start: int, end: int) -> "ComparableText":
        return ComparableText(self.parts[start:end], self.keys[start:end])

    @property
    def text(self) -> str:
        return "".join(self.parts).strip()


def _parts(text):
    text = ARABIC_SIGNS.sub("", unify_punctuation(text)).replace('"', "")
    return [part for part in PART.findall(text) if part.strip() not in ("", "[", "]")]
