"""The tree of themes, and one theme."""

from django.views.generic import DetailView, ListView

from dialogues.analysis.theme_years import theme_years
from dialogues.charts.theme_years import chart_of_theme
from dialogues.filters.statement_list import StatementList
from dialogues.models import ReportedFigure, Statement, Theme
from dialogues.querysets.themes import lineage
from dialogues.views.listing import cards_for

STATEMENTS_SHOWN = 25


class ThemeList(ListView):
    """Every theme, in the order of the tree."""

    template_name = "dialogues/theme_list.html"

    def get_queryset(self):
        return Theme.objects.in_order()

    def get_context_data(self, **kwargs):
        # The same numbers as beside a list: with the statements on themes below.
        statements = StatementList.everything(self.request.edition)
        tree = branches(self.object_list, statements.results.numbers["theme"])
        return super().get_context_data(tree=tree, **kwargs)


class ThemeDetail(DetailView):
    """One theme: its scope, what lies below it, what was said and counted on it."""

    model = Theme
    template_name = "dialogues/theme_detail.html"

    def get_queryset(self):
        return Theme.objects.select_related("parent__parent").prefetch_related(
            "aliases", "initiators"
        )

    def get_context_data(self, **kwargs):
        said = Statement.objects.published().within_themes([self.object.slug]).newest_first()
        years = theme_years(self.object, self.request.edition)
        return super().get_context_data(
            above=themes_above(self.object),
            children=self.object.children.in_order(),
            chart=chart_of_theme(self.object, years),
            statements=cards_for(self.request, said[:STATEMENTS_SHOWN]),
            statement_total=sum(one.on_theme for one in years),
            figures=ReportedFigure.objects.public()
            .filter(theme=self.object)
            .with_listing()
            .in_order(),
            **kwargs,
        )


def branches(themes, counts, parent=None):
    """The themes as a tree: a list of (theme, how many statements, its own branches)."""
    return [
        (theme, counts.get(theme.slug, 0), branches(themes, counts, theme.pk))
        for theme in themes
        if theme.parent_id == parent
    ]


def themes_above(theme):
    """The themes that a theme is part of, from the top of the tree down."""
    themes = Theme.objects.in_bulk()
    line = lineage(theme.parent_id, {pk: one.parent_id for pk, one in themes.items()})
    return [themes[pk] for pk in reversed(line)]
