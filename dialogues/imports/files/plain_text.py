"""The printed lines of a text file."""

import re

from charset_normalizer import from_bytes

from dialogues.imports.files.blocks import PrintedLine
from dialogues.imports.files.refusals import UnreadableDocumentError

USUAL = "cp1252"
TAG = re.compile(r"</?(?:sup|sub|b|i|em|strong|u)>", re.I)
# The number of a note, as a mark of its own.
NOTE_TAG = re.compile(r"<sup>\s*(\d{1,3})\s*</sup>", re.I)
# Lines of one paragraph each are longer than any printed line.
LONGEST_PRINTED = 160  # characters
FULL_LINE = 0.9  # of all lines are not longer than a full line
SENTENCE_ENDS = (".", "!", "?", ":", ";", ".”", '."')
# Every line but few is followed by an empty one, and many are full and end within a sentence.
FULL = 0.7  # of the width
DOUBLE_SPACED = 0.8


def decode(data: bytes) -> str:
    """The text of a file in whatever encoding. Raises UnreadableDocumentError if it is not text."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        matches = from_bytes(data)
    # Short texts fit several encodings: the usual one of Windows is the likeliest.
    best = next((each for each in matches if each.encoding == USUAL), matches.best())
    if best is None:
        raise UnreadableDocumentError("not-text")
    return str(best)


def read_lines(text: str) -> list[PrintedLine]:
    """The lines that are not empty. In a double-spaced text, empty lines mean nothing."""
    printed = text.replace("\f", "\n").split("\n")
    printed = [TAG.sub("", NOTE_TAG.sub("", line)).rstrip() for line in printed]
    filled = [(number, line) for number, line in enumerate(printed, 1) if line.strip()]
    width = _full_width([len(line.strip()) for _number, line in filled])
    ignores_space = _is_double_spaced(printed, filled, width)
    lines, last = [], 0
    for number, line in filled:
        has_space = number - last > 1 and not (ignores_space and number - last == 2)
        fill = min(len(line.strip()) / width, 1.0)
        lines.append(PrintedLine(line.strip(), number, fill=fill, has_space_before=has_space))
        last = number
    return lines


def _full_width(lengths):
    lengths = sorted(lengths)
    return max(lengths[int(len(lengths) * FULL_LINE)], 1) if lengths else 1


def _is_double_spaced(printed, filled, width):
    if len(filled) < 10 or width > LONGEST_PRINTED:
        return False
    spaced = [number for number, _line in filled if not "".join(printed[number : number + 1])]
    # The lines of a list do not end within a sentence: they are short.
    wrapped = [
        line
        for _number, line in filled
        if len(line.strip()) > FULL * width and not line.endswith(SENTENCE_ENDS)
    ]
    return len(spaced) > DOUBLE_SPACED * len(filled) and 3 * len(wrapped) > len(filled)
