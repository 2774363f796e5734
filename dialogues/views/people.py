"""People: the list and single pages."""

from django.views.generic import DetailView, ListView

from dialogues.models import Participation, Person, Statement
from dialogues.views.listing import paged_cards


class PersonList(ListView):
    """People whom sources name, by name."""

    template_name = "dialogues/person_list.html"
    context_object_name = "people"

    def get_queryset(self):
        return Person.objects.public()


class PersonDetail(DetailView):
    """One person: offices and dialogues, and statements."""

    template_name = "dialogues/person_detail.html"

    def get_queryset(self):
        return Person.objects.public()

    def get_context_data(self, **kwargs):
        statements = Statement.objects.published().filter(participation__person=self.object)
        participations = Participation.objects.public().filter(person=self.object)
        return super().get_context_data(
            participations=participations.with_names().select_related("dialogue"),
            engagements=self.object.engagements.with_listing().by_date(),
            paged=paged_cards(self.request, statements.newest_first()),
            **kwargs,
        )
