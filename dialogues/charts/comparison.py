"""The statements of each party of a comparison, year by year."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.analysis.comparison import ComparedParty, Comparison
from dialogues.charts.chart import Chart, SmallMultiples, TableCell, short_year
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

# Each party has a chart of its own, with its name above.
STYLE = "series-2"
COLUMN_HEIGHT = 60  # pixels


def chart_of_parties(comparison: Comparison) -> SmallMultiples:
    """The SmallMultiples of a comparison: a Chart for each party, all to the same scale."""
    parties, years = comparison.parties, comparison.years
    highest = max((number for party in parties for number in party.years.values()), default=1)
    charts = [
        _chart(f"party-{position}", party, years, highest)
        for position, party in enumerate(parties, 1)
    ]
    return SmallMultiples(
        key="parties",
        name=_("Statements by year"),
        title="; ".join(chart.title for chart in charts),
        description=" ".join(f"{chart.name}: {chart.description}" for chart in charts),
        charts=charts,
        header=[_("Year"), *map(str, parties)],
        table=[
            [TableCell(str(year)), *(TableCell(str(party.years[year])) for party in parties)]
            for year in years
        ],
    )


def _chart(key: str, party: ComparedParty, years: list[int], highest: int) -> Chart:
    numbers = "; ".join(f"{year}: {party.years[year]}" for year in years)
    columns = [_column(year, party.years[year]) for year in years]
    total = sum(party.years[year] for year in years)
    return Chart(
        key=key,
        name=_("Statements by year: %s") % party,
        title=ngettext("%(name)s: %(n)s statement", "%(name)s: %(n)s statements", total)
        % {"name": party, "n": total},
        description=f"{numbers}." if numbers else _("No statement is recorded."),
        drawing=draw_columns(columns, column_height=COLUMN_HEIGHT, highest=highest),
        header=[_("Year"), _("Statements")],
        table=[[TableCell(str(year)), TableCell(str(party.years[year]))] for year in years],
    )


def _column(year, number):
    segments = (Segment(STYLE, number, f"{year}: {number}"),) if number else ()
    return ChartColumn(short_year(year), str(number), segments)
