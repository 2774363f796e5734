"""Source documents: the list and single pages."""

from django.views.generic import DetailView, ListView

from dialogues.analysis.source_ledger import source_ledger
from dialogues.citations.files import FILES
from dialogues.exports.schema_org import source_document
from dialogues.http.negotiation import redirect_to_file
from dialogues.http.urls import base_of
from dialogues.models import SourceDocument
from dialogues.views.citations import work_of_source
from dialogues.views.listing import paged_cards


class SourceList(ListView):
    """Source documents by kind."""

    template_name = "dialogues/source_list.html"

    def get_queryset(self):
        return SourceDocument.objects.with_counts().by_kind()


class SourceDetail(DetailView):
    """One source document: its facts, notes, figures and statements."""

    model = SourceDocument
    template_name = "dialogues/source_detail.html"

    def get(self, request, *args, **kwargs):
        redirection = redirect_to_file(request, [*FILES, "json"], "source-file", kwargs["slug"])
        return redirection or super().get(request, *args, **kwargs)

    def get_queryset(self):
        return SourceDocument.objects.with_record()

    def get_context_data(self, **kwargs):
        statements = self.object.statements.published().order_by("dialogue_id", "position", "pk")
        work = work_of_source(self.request, self.object)
        page = base_of(self.request) + self.object.get_absolute_url()
        return super().get_context_data(
            paged=paged_cards(self.request, statements),
            notes=self.object.notes.public(),
            figures=self.object.reportedfigures.public().with_listing().in_order(),
            ledger=source_ledger(self.object),
            engagements=self.object.engagements.with_listing().by_date(),
            work=work,
            linked=source_document(work, page),
            **kwargs,
        )
