"""A chart as files: CSV and JSON of its numbers, SVG and PNG of its drawing, its picture card."""

import msgspec
from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialogues.exports.formats import CSV, table_to_csv
from dialogues.filters.querystring import address_of
from dialogues.http.open_data import about_data
from dialogues.pictures.cards import WIDTH as CARD_WIDTH
from dialogues.pictures.charts import PNG_WIDTH, card_of_chart, svg_of
from dialogues.pictures.png import png_of
from dialogues.views.analysis.base import rejection

PNG, SVG = "image/png", "image/svg+xml"


def chart_card(request, chart, **kwargs):
    """The picture that other sites show with a link to the page of a chart."""
    shown = chart(request.GET, request.edition, **kwargs)
    if response := rejection_of(shown):
        return response
    svg = card_of_chart(shown.chart, source_of(request, shown))
    return HttpResponse(png_of(svg, CARD_WIDTH), content_type=PNG)


def chart_file(request, chart, extension, **kwargs):
    """The numbers or the drawing of a chart, a function above; 400 for a wrong filter."""
    shown = chart(request.GET, request.edition, **kwargs)
    if response := rejection_of(shown):
        return response
    if extension == "csv":
        return _as_csv(shown.chart)
    if extension == "json":
        return _as_json(request, shown)
    svg = svg_of(shown.chart, source_of(request, shown))
    content, content_type = (png_of(svg, PNG_WIDTH), PNG) if extension == "png" else (svg, SVG)
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'inline; filename="{_file_name(shown.chart)}.{extension}"'
    return response


def rejection_of(shown):
    """A 400 response if the filters of a ShownChart have problems; None otherwise."""
    return rejection(shown.filterset, shown.problems) if shown.filterset else None


def page_of(request, shown):
    """The address of the page that shows a chart, with the query only if the chart has filters."""
    query = address_of(request.GET).removesuffix("?") if shown.filterset else ""
    return shown.page + query


def source_of(request, shown):
    """The line below a drawing: the edition, and the page that shows it with its table."""
    values = {
        "edition": request.edition.partition(" ")[0],
        "address": request.build_absolute_uri(page_of(request, shown)),
    }
    line = _("Source: R2P Dialogues, edition %(edition)s, from the documents named at %(address)s")
    return line % values


def _as_csv(chart):
    rows = [chart.header, *([cell.text for cell in row] for row in chart.table)]
    response = HttpResponse(b"".join(table_to_csv(rows)), content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="{_file_name(chart)}.csv"'
    return response


def _as_json(request, shown):
    """The same numbers, with the edition, the licence and the page that shows them."""
    chart = shown.chart
    rows = [
        dict(zip(chart.header, [cell.text for cell in row], strict=True)) for row in chart.table
    ]
    about = {"title": chart.name, "address": request.build_absolute_uri(page_of(request, shown))}
    content = msgspec.json.encode({"about": about | about_data(request), "rows": rows})
    return HttpResponse(content, content_type="application/json")


def _file_name(chart):
    return slugify(chart.name)[:100] or chart.key
