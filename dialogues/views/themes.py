"""Themes: the tree and single pages."""

from django.shortcuts import render
from django.views.generic import DetailView, ListView

from dialogues.analysis.theme_multiples import theme_multiples
from dialogues.analysis.theme_years import theme_years
from dialogues.charts.theme_multiples import chart_of_themes
from dialogues.charts.theme_years import chart_of_theme
from dialogues.filters.statement_list import StatementList
from dialogues.models import ReportedFigure, Statement, Theme
from dialogues.querysets.themes import lineage
from dialogues.views.listing import cards_for

MAX_STATEMENTS = 10


class ThemeList(ListView):
    """Themes, in the order of the tree."""

    template_name = "dialogues/theme_list.html"

    def get_queryset(self):
        return Theme.objects.in_order()

    def get_context_data(self, **kwargs):
        # The same counts as in the theme filter: statements on sub-themes are included.
        statements = StatementList.everything(self.request.edition)
        tree = branches(self.object_list, statements.results.numbers["theme"])
        return super().get_context_data(tree=tree, **kwargs)


def theme_years_page(request):
    """Each theme at the top of the tree as a small chart, and all of them as a table."""
    context = {"chart": chart_of_themes(theme_multiples())}
    return render(request, "dialogues/theme_years.html", context)


class ThemeDetail(DetailView):
    """One theme: its scope, sub-themes, statements by year and figures."""

    model = Theme
    template_name = "dialogues/theme_detail.html"

    def get_queryset(self):
        return Theme.objects.select_related("parent__parent").prefetch_related(
            "aliases", "initiators"
        )

    def get_context_data(self, **kwargs):
        published = Statement.objects.published().newest_first()
        statements = published.within_themes([self.object.slug])
        years = theme_years(self.object, self.request.edition)
        return super().get_context_data(
            above=themes_above(self.object),
            children=self.object.children.in_order(),
            chart=chart_of_theme(self.object, years),
            statements=cards_for(self.request, statements[:MAX_STATEMENTS]),
            statement_total=sum(year.on_theme for year in years),
            figures=ReportedFigure.objects.public()
            .filter(theme=self.object)
            .with_listing()
            .in_order(),
            **kwargs,
        )


def branches(themes, counts, parent=None):
    """The tree of themes: [(theme, number of statements, its branches)]."""
    return [
        (theme, counts.get(theme.slug, 0), branches(themes, counts, theme.pk))
        for theme in themes
        if theme.parent_id == parent
    ]


def themes_above(theme):
    """The themes above a theme, from the top of the tree down."""
    themes = Theme.objects.in_bulk()
    parents = {pk: theme.parent_id for pk, theme in themes.items()}
    return [themes[pk] for pk in reversed(lineage(theme.parent_id, parents))]
