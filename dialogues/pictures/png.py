"""Pixels of an SVG drawing."""

from hashlib import sha256
from pathlib import Path

import resvg_py
from django.conf import settings
from django.core.cache import cache

FAMILY = "Source Serif 4"
# Those of the machine are not used: the picture is the same everywhere.
FONTS = [
    str(Path(settings.BASE_DIR) / f"static/fonts/source-serif-4/{subset}-{weight}.ttf")
    for subset in ("latin", "latin-ext")
    for weight in (400, 700)
]


CACHE_SECONDS = 24 * 60 * 60


def png_of(svg: str, width: int) -> bytes:
    """The drawing as PNG, `width` pixels wide. Text is in the site's serif, in Latin script.

    Drawing takes a fifth of a second, so the same drawing is cached, whatever its address.
    """
    key = f"png:{width}:{sha256(svg.encode()).hexdigest()}"
    return cache.get_or_set(key, lambda: _rendered(svg, width), CACHE_SECONDS)


def _rendered(svg: str, width: int) -> bytes:
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
