"""A chart as a file: its drawing with title, legend and source; and as a picture card."""

from dataclasses import dataclass

from django.template.loader import get_template

from dialogues.charts.chart import Chart, LegendItem, Panel, SmallMultiples
from dialogues.charts.fills import PATTERNS
from dialogues.pictures import cards
from dialogues.pictures.png import FAMILY
from dialogues.pictures.text import TextLine, lines_of

WIDTH = 960  # pixels
PNG_WIDTH = 2 * WIDTH
MARGIN = 24
INNER = WIDTH - 2 * MARGIN
TITLE_SIZE = 24
LEGEND_LINE = 22
# Of several panels in a picture.
COLUMNS = 3
GAP = 28
HEADING = 24


@dataclass(frozen=True)
class PlacedItem:
    """An item of the legend and the y of its top."""

    item: LegendItem
    y: int


@dataclass(frozen=True)
class PlacedPanel:
    """A panel, its place and size, and its heading in lines."""

    panel: Panel
    x: int
    y: int
    width: int
    heading: list[TextLine]

    @property
    def height(self):
        return self.panel.drawing.height_in(self.width)

    @property
    def end(self):
        return self.y + self.height


@dataclass(frozen=True)
class ChartPicture:
    """All that an SVG file prints, from the top down. Coordinates are in pixels."""

    chart: Chart | SmallMultiples
    title: list[TextLine]
    name_at: int
    panels: list[PlacedPanel]
    legend: list[PlacedItem]
    letters: list[TextLine]
    note: list[TextLine]
    sources: list[TextLine]
    width = WIDTH
    inner = INNER
    margin = MARGIN
    title_size = TITLE_SIZE
    family = FAMILY

    @property
    def height(self):
        return self.sources[-1].y + MARGIN

    @property
    def patterns(self):
        """[(name, lines)] of the patterns of its drawings."""
        names = {name for placed in self.panels for name, _lines in placed.panel.drawing.patterns}
        return [(name, lines) for name, lines in PATTERNS.items() if name in names]


def svg_of(chart: Chart | SmallMultiples, source: str) -> str:
    """The chart as SVG. `source` says where its numbers are from.

    Colours are attributes, so that the strict content-security policy holds for the file too.
    """
    return _rendered("pictures/chart.svg", picture=_placed(chart, source))


def card_of_chart(chart: Chart | SmallMultiples, source: str) -> str:
    """The chart as the SVG of a picture card, as large as it fits in."""
    size = {"width": cards.WIDTH, "height": cards.HEIGHT}
    return _rendered("pictures/chart_card.svg", picture=_placed(chart, source), **size)


def _rendered(template, **context):
    return get_template(template).render(context).strip()


def _placed(chart, source):
    title = lines_of(chart.title, TITLE_SIZE, INNER, MARGIN)
    name_at = title[-1].y + 26
    panels = _placed_panels(chart.panels, name_at + 18)
    legend_at = max((placed.end for placed in panels), default=name_at) + 16
    letters_at = legend_at + len(chart.legend) * LEGEND_LINE
    letters = lines_of(chart.letters, 14, INNER, letters_at)
    note_at = letters_at + LEGEND_LINE * len(letters) + 8
    note = lines_of(chart.note, 13, INNER, note_at)
    sources_at = (note[-1].y if note else note_at) + 8
    return ChartPicture(
        chart=chart,
        title=title,
        name_at=name_at,
        panels=panels,
        legend=[
            PlacedItem(item, legend_at + n * LEGEND_LINE) for n, item in enumerate(chart.legend)
        ],
        letters=letters,
        note=note,
        sources=lines_of(source, 13, INNER, sources_at),
    )


def _placed_panels(panels, top):
    """The panels in rows; a single one has the whole width."""
    if len(panels) == 1:
        return [PlacedPanel(panels[0], MARGIN, top, INNER, [])]
    width = (INNER - (COLUMNS - 1) * GAP) // COLUMNS
    placed = []
    for start in range(0, len(panels), COLUMNS):
        row = panels[start : start + COLUMNS]
        headings = [lines_of(panel.heading, 14, width, top) for panel in row]
        below = top + HEADING * max(map(len, headings))
        placed += [
            PlacedPanel(panel, MARGIN + n * (width + GAP), below, width, heading)
            for n, (panel, heading) in enumerate(zip(row, headings, strict=True))
        ]
        top = max(each.end for each in placed[-len(row) :]) + GAP
    return placed
