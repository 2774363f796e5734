"""How the parts of a chart are filled: a colour and a pattern, so that they differ in grey too."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

# Lines of a tile of 8 by 8 pixels, drawn over the colour.
PATTERNS = {
    "rising": "M0 8L8 0M-2 2L2-2M6 10L10 6",
    "falling": "M0 0L8 8M-2 6L2 10M6-2L10 2",
    "level": "M0 4H8",
    "upright": "M4 0V8",
    "grid": "M0 4H8M4 0V8",
    "dots": "M2 2h2M6 6h2",
    "cross": "M0 8L8 0M0 0L8 8",
    "dashes": "M1 2h4M4 6h4",
}


class Fill(NamedTuple):
    """The names of colours in tokens.css, and of a pattern; "" for none."""

    colour: str
    pattern: str = ""
    outline: str = ""
    dashes: str = ""

    @property
    def colour_value(self):
        """The colour in hexadecimal, for a file without a style sheet."""
        return light_colours()[self.colour] if self.colour else "none"

    @property
    def outline_value(self):
        return light_colours()[self.outline or "paper"]


# By the style of a segment. A style means the same in all of a chart.
COLUMN_FILLS = {
    "series-0": Fill("series-0", "cross"),
    "series-1": Fill("series-1", "upright"),
    "series-2": Fill("series-2"),
    "series-3": Fill("series-3", "dots"),
    "series-4": Fill("series-4", "level"),
    "series-5": Fill("series-5", "falling"),
    "spoke-and-group": Fill("series-2", "rising"),
    "unheard": Fill("series-1", "grid"),
    "role": Fill("ink"),
    "apart": Fill("series-0", "dashes"),
    "member": Fill("accent-soft", outline="edge"),
    "reported": Fill("", outline="edge", dashes="3 2"),
    "unknown": Fill("raised", outline="edge", dashes="1 3"),
}
# Of states on a map, from few to many.
MAP_FILLS = {
    "shade-0": Fill("line"),
    "shade-1": Fill("shade-1"),
    "shade-2": Fill("shade-2"),
    "shade-3": Fill("shade-3"),
    "land": Fill("raised", outline="edge"),
}
FILLS = COLUMN_FILLS | MAP_FILLS


@cache
def light_colours():
    """{name: hexadecimal} of the colours of tokens.css for light pages."""
    tokens = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text()
    light = tokens.partition("@media")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
