"""Pixels of an SVG drawing."""

from pathlib import Path

import resvg_py
from django.conf import settings

FAMILY = "Source Serif 4"
# Those of the machine are not used: the picture is the same everywhere.
FONTS = [
    str(Path(settings.BASE_DIR) / f"static/fonts/source-serif-4/{subset}-{weight}.ttf")
    for subset in ("latin", "latin-ext")
    for weight in (400, 700)
]


def png_of(svg: str, width: int) -> bytes:
    """The drawing as PNG, `width` pixels wide. Text is in the site's serif, in Latin script."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            skip_system_fonts=True,
            font_files=FONTS,
            font_family=FAMILY,
            serif_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )
