"""Printed lines joined to headings, paragraphs, items, rows and notes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from dialogues.imports.files.blocks import Block, BlockKind, PrintedLine
from dialogues.imports.files.line_kinds import (
    CAPITALS,
    FURNITURE,
    NOTE,
    NUMBERED,
    block_of,
    heading_of,
)

ENDS = re.compile(r"[.!?:;…][”\"’'»)\]]*$")
SHORT_LINE = 0.85  # of a full line: the last line of a paragraph
VERY_SHORT_LINE = 0.6  # of a full line: a title, an address or an item, if it ends no sentence
LARGER = 1.12  # times the usual size of letters: a heading
LONGEST_PRINTED = 160  # characters; longer lines are paragraphs
TAIL = 60  # characters at the end of a text that decide how it goes on
LOOK_BACK = 4000  # characters before a note in which its mark is looked for
# What a PDF has for a hyphen at the end of a line, and what only shows there.
HIDDEN_MARKS = "\u00ad\ufffe\u0002"
DIVIDED = re.compile(rf"(?<!\w)(?P<start>\w+)(?P<mark>[-‐{HIDDEN_MARKS}])$")
HIDDEN = re.compile(rf"[{HIDDEN_MARKS}]")
HYPHENATED = re.compile(r"(?<!\w)\w+-\w+")
WORD = re.compile(r"\w+")
# At the start of a line within a sentence, no bullet.
DASHES = ("- ", "– ", "— ")
# What the number of a note follows without a space: a word, or a mark after one; not "9." of 9.2.
BEFORE_MARK = r"(?:(?<=[a-z)”’\"])|(?<=[a-z)”’\"][.,;:]))"


def blocks_of(lines: Sequence[PrintedLine]) -> list[Block]:
    """The blocks of printed lines, without what is printed at the top and foot of pages.

    Notes are blocks of their own at the end; their marks are left out. A line goes on in the next
    unless it is short and ends a sentence, or the next is a heading, an item, a row, a numbered
    paragraph or set apart.
    """
    # A symbol in the first line is that of the document, not the head of a page.
    rest = [line for line in lines[1:] if not FURNITURE.match(line.text)]
    return _Joiner([*lines[:1], *rest]).blocks()


class _Joiner:
    def __init__(self, lines):
        self.lines = lines
        sizes = [line.size for line in lines for _part in range(1 + len(line.text) // 20)]
        self.size = median(sizes) if sizes else 0.0
        # Of some fonts all letters count as bold: then it says nothing.
        self.is_bold = 2 * sum(line.is_bold for line in lines) > len(lines)
        text = " ".join(line.text for line in lines).casefold()
        self.words = Counter(WORD.findall(text))
        self.hyphenated = set(HYPHENATED.findall(text))
        self.is_unwrapped = _is_unwrapped(lines)
        self.body, self.notes = [], []
        # The text before a line, and the line before it.
        self.seen, self.last = "", None
        self.is_in_note = False

    def blocks(self):
        for line in self.lines:
            if self.is_in_note and self._continues_note(line):
                self._extend(self.notes, line)
                self.is_in_note = not ENDS.search(line.text)
            elif self._is_note(line):
                text = NOTE.sub("", line.text)
                self.notes.append(Block(text, BlockKind.NOTE, page=line.page, line=line.number))
                self.is_in_note = not ENDS.search(line.text)
            else:
                self.is_in_note = False
                self._add(line)
        return [*map(self._without_marks, self.body), *map(_on_one_line, self.notes)]

    def _add(self, line):
        block = block_of(line, self._looks_like_heading(line))
        if self.body and self._goes_on(self.body[-1], block, line):
            self._extend(self.body, line)
        else:
            self.body.append(block)
        self.seen = f"{self.seen[-LOOK_BACK:]} {line.text}"
        self.last = line

    def _extend(self, blocks, line):
        blocks[-1] = replace(blocks[-1], text=self.joined(blocks[-1].text, line.text))

    def _looks_like_heading(self, line):
        """Whether a line of a page is larger (1) or bolder (3) than the text; 0 if it is not."""
        if not self.size:
            return 0
        is_bolder = line.is_bold and not self.is_bold
        return 1 if line.size > self.size * LARGER else 3 if is_bolder else 0

    def _continues_note(self, line):
        is_heading = heading_of(line.text, self._looks_like_heading(line)) is not None
        return not NUMBERED.match(line.text) and not is_heading

    def _is_note(self, line):
        """Whether a line is the next note, whose mark the text before it has."""
        number = str(len(self.notes) + 1)
        match = NOTE.match(line.text)
        if not match or match["number"] != number:
            return False
        return bool(re.search(rf"{BEFORE_MARK}{number}(?=\s|$)", self.seen))

    def _goes_on(self, before, block, line):
        if block.kind == before.kind == BlockKind.HEADING:
            return self._is_same_heading(block, line)
        is_text = before.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        is_ended = bool(ENDS.search(before.text[-TAIL:]))
        is_dash = line.text[:2] in DASHES and not is_ended and block.text[0].islower()
        is_next = block.kind == BlockKind.PARAGRAPH or is_dash
        if not is_next or not is_text or NUMBERED.match(line.text):
            return False
        if self.is_unwrapped or line.has_space_before:
            return not is_ended and line.text[0].islower()
        # Within a paragraph, lines are full.
        is_last_line = self.last.fill < (SHORT_LINE if is_ended else VERY_SHORT_LINE)
        return not is_last_line or line.text[0].islower()

    def _is_same_heading(self, block, line):
        """Whether a heading goes on in the next line, in letters of the same kind."""
        is_same = line.size and (line.size, line.is_bold) == (self.last.size, self.last.is_bold)
        is_apart = line.has_space_before and line.size <= self.size * LARGER
        return bool(is_same) and not is_apart and not CAPITALS.match(block.text)

    def joined(self, before, after):
        """Two parts of a text. A word divided at the end of a line is whole again.

        Its hyphen stays if the document has the word with a hyphen elsewhere, or if nothing speaks
        against it.
        """
        match, next_word = DIVIDED.search(before[-TAIL:]), WORD.match(after)
        is_hidden = bool(match) and match["mark"] in HIDDEN_MARKS
        if not match or not next_word or not (is_hidden or after[0].islower()):
            return f"{before} {after}"
        start = before[:-1]
        first, second = match["start"].casefold(), next_word[0].casefold()
        has_hyphen = f"{first}-{second}" in self.hyphenated
        is_whole = is_hidden or self.words[first + second]
        return start + after if is_whole and not has_hyphen else f"{start}-{after}"

    def _without_marks(self, block):
        text = block.text
        for number in range(len(self.notes), 0, -1):
            text = re.sub(rf"{BEFORE_MARK}{number}(?=\s|$|[.,;])", "", text, count=1)
        return _on_one_line(replace(block, text=text))


def _on_one_line(block):
    return replace(block, text=" ".join(HIDDEN.sub("", block.text).split()))


def _is_unwrapped(lines):
    """Whether each line is a paragraph: a quarter of them is longer than any printed line."""
    lengths = sorted(len(line.text) for line in lines if not line.size)
    return bool(lengths) and lengths[-max(1, len(lengths) // 4)] > LONGEST_PRINTED
