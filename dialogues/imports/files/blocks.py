"""What a document prints, in its order: headings, paragraphs, items of lists, rows, notes."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, item, row or note with its text on one line.

    `level`: of a heading, 1 for the highest; 0 if the document does not show it. `cells`: of a row.
    `page`: from 1; None if the document has no pages. `line`: in which it begins, from 1; None if
    the document has no lines.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    cells: tuple[str, ...] = ()
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True)
class PrintedLine:
    """A printed line of a text file or of a page.

    `fill`: which part of a full line it takes, 0 to 1. `size`: of its letters, in points; 0 if
    unknown.
    """

    text: str
    number: int
    page: int | None = None
    fill: float = 1.0
    size: float = 0.0
    is_bold: bool = False
    has_space_before: bool = False
