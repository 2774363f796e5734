"""The picture that other sites and chats show with a link to a page: 1200 by 630 pixels."""

from dataclasses import dataclass

from django.template.loader import get_template

from dialogues.pictures.png import FAMILY, png_of
from dialogues.pictures.text import lines_of

WIDTH, HEIGHT = 1200, 630  # pixels, as Open Graph advises
MARGIN = 72
MAX_LINES = 6
# (letters of a text up to which, font size).
SIZES = ((90, 60), (180, 48), (10_000, 40))


@dataclass(frozen=True)
class PictureCard:
    """What a card says: a quotation or title, who said it or what it is, and where it is read.

    `label` is above the text: whose words they are.
    """

    text: str
    heading: str
    details: str
    address: str
    label: str = ""

    def svg(self) -> str:
        size = next(size for most, size in SIZES if len(self.text) <= most)
        lines = lines_of(self.text, size, WIDTH - 2 * MARGIN, 130, MAX_LINES)
        context = {
            "card": self,
            "lines": lines,
            "size": size,
            "headings": lines_of(self.heading, 34, WIDTH - 2 * MARGIN, 480, 1),
            "details": lines_of(self.details, 26, WIDTH - 2 * MARGIN, 524, 1),
            "family": FAMILY,
        }
        return get_template("pictures/card.svg").render(context).strip()

    def png(self) -> bytes:
        return png_of(self.svg(), WIDTH)
