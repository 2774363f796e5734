"""The list of dialogues, and one dialogue."""

from django.shortcuts import render
from django.views.generic import DetailView

from dialogues.analytics.participation import taking_part
from dialogues.models import Dialogue
from dialogues.views.pages import cards_for


def dialogue_list(request):
    """Every dialogue, newest first, with what its sources counted."""
    dialogues = list(Dialogue.objects.published().with_listing().newest_first())
    context = {
        "dialogues": dialogues,
        "held": sum(1 for one in dialogues if one.was_held),
        "with_statements": [one for one in dialogues if one.statement_count],
    }
    return render(request, "dialogues/dialogue_list.html", context)


class DialogueDetail(DetailView):
    """One dialogue: who took part, what was said, what was counted, and where it is written."""

    template_name = "dialogues/dialogue_detail.html"

    def get_queryset(self):
        return Dialogue.objects.published().prefetch_related(
            "further_days", "webcasts", "sources", "notes", "situations"
        )

    def get_context_data(self, **kwargs):
        statements = self.object.statements.published().as_printed()
        return super().get_context_data(
            taking_part=taking_part(self.object),
            statements=cards_for(self.request, statements.attributed()),
            positions=cards_for(self.request, statements.unattributed()),
            figures=self.object.figures.with_listing(),
            **kwargs,
        )
