"""A chart as a file: its drawing with title, legend and source."""

from dataclasses import dataclass

from django.template.loader import get_template

from dialogues.charts.chart import Chart, LegendItem
from dialogues.pictures.png import FAMILY
from dialogues.pictures.text import lines_of

WIDTH = 960  # pixels
PNG_WIDTH = 2 * WIDTH
MARGIN = 24
TITLE_SIZE = 24
LEGEND_LINE = 22


@dataclass(frozen=True)
class PlacedItem:
    """An item of the legend and the y of its top."""

    item: LegendItem
    y: int


def svg_of(chart: Chart, source: str) -> str:
    """The chart as SVG. `source` says where its numbers are from.

    Colours are attributes, so that the strict content-security policy holds for the file too.
    """
    title = lines_of(chart.title, TITLE_SIZE, WIDTH - 2 * MARGIN, MARGIN)
    name_at = title[-1].y + 26
    drawing_at = name_at + 18
    legend_at = drawing_at + chart.drawing.height + 16
    legend = [PlacedItem(item, legend_at + n * LEGEND_LINE) for n, item in enumerate(chart.legend)]
    letters_at = legend_at + len(legend) * LEGEND_LINE
    letters = lines_of(chart.letters, 14, WIDTH - 2 * MARGIN, letters_at)
    sources_at = letters_at + LEGEND_LINE * len(letters) + 8
    sources = lines_of(source, 13, WIDTH - 2 * MARGIN, sources_at)
    context = {
        "chart": chart,
        "title": title,
        "name_at": name_at,
        "drawing_at": drawing_at,
        "legend": legend,
        "letters": letters,
        "sources": sources,
        "height": sources[-1].y + MARGIN,
        "width": WIDTH,
        "inner": WIDTH - 2 * MARGIN,
        "margin": MARGIN,
        "title_size": TITLE_SIZE,
        "family": FAMILY,
    }
    return get_template("pictures/chart.svg").render(context).strip()
