"""Where the words of quotations are in the paragraphs of a text, for marking them."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from dialogues.text.normalise import join_lines, tokens_of

# A word with the space after it; a word divided at the end of a line and spaced dots are one.
CHUNK = re.compile(r"(?:(?<=\w-)\s*\n\s*(?=[a-z])|\.(?:\s?\.){2,}|\S)+\s*|\s+")


class Piece(NamedTuple):
    """A part of a paragraph, and the keys of the quotations that have these words."""

    text: str
    keys: frozenset


class MarkedText:
    """Paragraphs in which quotations are looked up, apart from typography and line breaks."""

    def __init__(self, paragraphs: Iterable[str]):
        self.paragraphs = [CHUNK.findall(text) for text in paragraphs]
        # (paragraph, chunk) of each token, in the order of the text.
        self.places, tokens = [], []
        for number, chunks in enumerate(self.paragraphs):
            for at, chunk in enumerate(chunks):
                for token in tokens_of(join_lines(chunk)):
                    self.places.append((number, at))
                    tokens.append(token)
        self.searched = f" {' '.join(tokens)} "
        self.keys = {}

    def mark(self, key, quotation: str) -> int | None:
        """Mark the first place with the words of a quotation.

        Returns the number of the paragraph in which it begins; None if the text does not have it.
        """
        words = tokens_of(join_lines(quotation))
        start = self.searched.find(f" {' '.join(words)} ") if words else -1
        if start < 0:
            return None
        first = self.searched.count(" ", 0, start + 1) - 1
        places = self.places[first : first + len(words)]
        for place in places:
            self.keys.setdefault(place, set()).add(key)
        return places[0][0]

    def pieces(self, number: int) -> list[Piece]:
        """The Pieces of a paragraph; together they have its whole text."""
        chunks = enumerate(self.paragraphs[number])
        marked = ((frozenset(self.keys.get((number, at), ())), chunk) for at, chunk in chunks)
        return [
            Piece("".join(chunk for _keys, chunk in group), keys)
            for keys, group in groupby(marked, key=lambda pair: pair[0])
        ]
