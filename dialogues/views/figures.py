"""Everything that sources count."""

from django.views.generic import ListView

from dialogues.models import ReportedFigure


class FigureList(ListView):
    """Every reported figure beside its source, dialogue by dialogue."""

    template_name = "dialogues/figure_list.html"
    context_object_name = "figures"

    def get_queryset(self):
        return ReportedFigure.objects.public().with_listing().in_order()
