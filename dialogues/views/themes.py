"""The tree of themes, and one theme."""

from django.views.generic import DetailView, ListView

from dialogues.analytics.themes import theme_years
from dialogues.charts.themes import chart_of_theme
from dialogues.models import ReportedFigure, Statement, Theme
from dialogues.views.pages import cards_for

STATEMENTS_SHOWN = 25


class ThemeList(ListView):
    """Every theme, in the order of the tree."""

    template_name = "dialogues/theme_list.html"

    def get_queryset(self):
        return Theme.objects.with_counts().in_order()

    def get_context_data(self, **kwargs):
        return super().get_context_data(tree=branches(self.object_list), **kwargs)


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
        return super().get_context_data(
            children=self.object.children.with_counts().in_order(),
            chart=chart_of_theme(self.object, theme_years(self.object)),
            statements=cards_for(self.request, said[:STATEMENTS_SHOWN]),
            statement_total=said.count(),
            figures=ReportedFigure.objects.public()
            .filter(theme=self.object)
            .with_listing()
            .in_order(),
            **kwargs,
        )


def branches(themes, parent=None):
    """The themes as a tree: a list of (theme, its own branches)."""
    return [(theme, branches(themes, theme.pk)) for theme in themes if theme.parent_id == parent]
