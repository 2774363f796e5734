"""The printed lines of a PDF, page by page, in reading order."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_int, create_string_buffer

import pypdfium2 as pdfium
from pypdfium2 import raw

from dialogues.imports.files.blocks import PrintedLine
from dialogues.imports.files.justified_text import JustifiedText
from dialogues.imports.files.page_layout import with_rows
from dialogues.imports.files.placed_text import PageLine, PlacedChar, line_of
from dialogues.imports.files.refusals import UnreadableDocumentError

MAX_PAGES = 400
MIN_CHARACTERS = 10  # on a page on average; fewer are the stray marks of a scanned page
BOLD_WEIGHT = 600
BOLD_NAME = re.compile(r"bold|black|heavy|semibold", re.I)
FULL_LINE = 0.9  # of the lines of a document are not wider than a full line
WIDEST = 0.7  # of the widest line is at least a full line: most lines may be short
REPEATED = 0.5  # of the pages have the same line at the same height
MARGIN_LINES = 3  # at the top and foot of a page
SAME_HEIGHT = 4  # points
APART = 1.5  # times the usual step from line to line
NUMBER = re.compile(r"\d+")
BREAK = "\r\n"


def read_lines(data: bytes) -> list[PrintedLine]:
    """The lines of a PDF without those repeated at the top and foot of most pages.

    Raises UnreadableDocumentError for a PDF that is encrypted, broken, too long or without text.
    """
    document = _open(data)
    pages = len(document)
    if pages > MAX_PAGES:
        raise UnreadableDocumentError("too-many-pages", limit=MAX_PAGES)
    try:
        lines = [list(_lines_of(document[number], number + 1)) for number in range(pages)]
    except pdfium.PdfiumError as problem:
        raise UnreadableDocumentError("broken") from problem
    if sum(len(line.text) for page in lines for line in page) < MIN_CHARACTERS * max(pages, 1):
        raise UnreadableDocumentError("no-text-layer")
    repeated = _repeated(lines)
    bodies = [[line for line in page if _head_key(line) not in repeated] for page in lines]
    justified = JustifiedText([line for page in bodies for line in page])
    return _printed(
        [line for page in bodies for line in _in_order(page, justified)],
        justified,
    )


def _in_order(page, justified):
    """The lines of a page. In a justified text nothing is taken for a table."""
    if justified.column_width(page):
        return [justified.without_stretched_spaces(line) for line in page]
    return with_rows(page)


def _open(data):
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        is_locked = "password" in str(problem).lower()
        raise UnreadableDocumentError("encrypted" if is_locked else "broken") from problem


def _lines_of(page, number) -> Iterator[PageLine]:
    chars: list[PlacedChar] = []
    for char in _chars(page.get_textpage()):
        is_break = char.text in BREAK
        # A word that is divided at the end of a line does not end it for the library.
        if chars and (is_break or _is_below(char, chars[-1])):
            yield line_of(chars, number)
            chars = []
        if not is_break:
            chars.append(char)
    if chars:
        yield line_of(chars, number)


def _is_below(char, before):
    """Whether a character begins a new line: below the one before, or in the next column."""
    is_elsewhere = abs(before.top - char.top) > char.size / 2
    return is_elsewhere and char.left < before.left or char.top - before.top > char.size * 2


def _chars(text) -> Iterator[PlacedChar]:
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if not code:
            continue
        if chr(code) in BREAK:
            yield PlacedChar(chr(code), 0, 0, 0, 0, False)
            continue
        left, _bottom, right, top = text.get_charbox(index, loose=True)
        size = raw.FPDFText_GetFontSize(text, index)
        yield PlacedChar(chr(code), left, right, top, size, _is_bold(text, index))


def _is_bold(text, index):
    if raw.FPDFText_GetFontWeight(text, index) >= BOLD_WEIGHT:
        return True
    name = create_string_buffer(80)
    raw.FPDFText_GetFontInfo(text, index, name, len(name), c_int(0))
    return bool(BOLD_NAME.search(name.value.decode(errors="replace")))


def _repeated(pages: Sequence[Sequence[PageLine]]) -> set:
    """The keys of running heads and feet: the same words at the same height on most pages."""
    by_height = [sorted(page, key=lambda line: line.top) for page in pages]
    outer = [[*page[:MARGIN_LINES], *page[-MARGIN_LINES:]] for page in by_height]
    counts = Counter(key for page in outer for key in {_head_key(line) for line in page})
    limit = max(3, REPEATED * len(pages))
    return {key for key, count in counts.items() if count >= limit}


def _head_key(line):
    return NUMBER.sub("#", line.text), round(line.top / SAME_HEIGHT)


def _printed(lines, justified):
    """PrintedLines: how much of a full line each takes, and whether it is set apart."""
    widths = _full_widths(lines, justified)
    step = _usual_step(lines)
    printed, before = [], None
    for number, line in enumerate(lines, 1):
        is_below = before and before.page == line.page and before.top - line.top > APART * step
        is_apart = bool(is_below) or justified.is_indented(line)
        fill = min((line.right - line.left) / widths[line.page], 1.0)
        printed.append(
            PrintedLine(line.text, number, line.page, fill, line.size, line.is_bold, is_apart)
        )
        before = line
    return printed


def _full_widths(lines, justified):
    """{page: the width of a full line}: of a justified page that of its column."""
    widths = sorted(line.right - line.left for line in lines)
    usual = max(widths[int(len(widths) * FULL_LINE)], WIDEST * widths[-1], 1) if widths else 1
    pages = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return {page: justified.column_width(own) or usual for page, own in pages.items()}


def _usual_step(lines):
    steps = sorted(
        before.top - line.top
        for before, line in zip(lines, lines[1:], strict=False)
        if before.page == line.page and before.top > line.top
    )
    return steps[len(steps) // 4] if steps else float("inf")
