"""The source documents, and one of them."""

from django.views.generic import DetailView, ListView

from dialogues.models import SourceDocument


class SourceList(ListView):
    """Every source document; those whose text is held come first."""

    template_name = "dialogues/source_list.html"

    def get_queryset(self):
        return SourceDocument.objects.with_counts().held_first()


class SourceDetail(DetailView):
    """One source document: what it is, what comes from it, and what to know when reading it."""

    model = SourceDocument
    template_name = "dialogues/source_detail.html"

    def get_queryset(self):
        return SourceDocument.objects.prefetch_related("dialogues", "organizations")

    def get_context_data(self, **kwargs):
        statements = self.object.statements.published().with_listing()
        return super().get_context_data(
            statements=statements.order_by("dialogue_id", "position", "reference"),
            notes=self.object.notes.public(),
            figures=self.object.reportedfigures.public().with_listing().in_order(),
            **kwargs,
        )
