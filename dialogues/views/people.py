"""The people who spoke."""

from django.views.generic import DetailView, ListView

from dialogues.models import Participation, Person, Statement
from dialogues.views.listing import cards_for


class PersonList(ListView):
    """Every person named in a source, by name."""

    template_name = "dialogues/person_list.html"
    context_object_name = "people"

    def get_queryset(self):
        return Person.objects.public()


class PersonDetail(DetailView):
    """One person: the offices held, in which dialogues, and what was said."""

    template_name = "dialogues/person_detail.html"

    def get_queryset(self):
        return Person.objects.public()

    def get_context_data(self, **kwargs):
        spoken = Statement.objects.published().filter(participation__person=self.object)
        offices = Participation.objects.public().filter(person=self.object)
        return super().get_context_data(
            participations=offices.with_names().select_related("dialogue"),
            statements=cards_for(self.request, spoken.newest_first()),
            **kwargs,
        )
