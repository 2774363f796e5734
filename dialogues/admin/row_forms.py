"""One line each: an official of a dialogue, and a figure of its source."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.choices import FLOOR_CAPACITIES
from dialogues.models import Participation, Person, ReportedFigure
from dialogues.models.slugs import free_key, free_slug
from dialogues.snapshot.participant_names import unknown_name
from dialogues.speaker_lists.people import without_title
from dialogues.speaker_lists.saving import STEP
from dialogues.text.names import name_key

CAPACITIES = [
    (capacity.value, capacity.label)
    for capacity in Participation.Capacity
    if capacity not in FLOOR_CAPACITIES
]


class NamedField(forms.CharField):
    """A participant by any of its names; None where nothing is typed.

    The form sets `names`, a ParticipantNames.
    """

    def clean(self, value):
        name = super().clean(value)
        participant = self.names.find(name) if name else None
        if name and participant is None:
            raise ValidationError(unknown_name(name, self.names.suggestions(name)))
        return participant


class RowForm(forms.Form):
    """A line of one dialogue."""

    # Whether the page has to ask if a new person is meant.
    is_new_person = False

    def __init__(self, *args, dialogue, names, people, may_add_people, **kwargs):
        super().__init__(*args, **kwargs)
        self.dialogue, self.people, self.may_add_people = dialogue, people, may_add_people
        for field in self.fields.values():
            field.names = names
            field.widget.attrs["aria-label"] = field.label
            if isinstance(field, forms.ChoiceField):
                # Then a line of which nothing was typed is empty.
                field.initial = field.choices[0][0]


class OfficialRow(RowForm):
    """A speaker with a role of its own: a person, an office, or both."""

    person = forms.CharField(
        label=gettext_lazy("Person"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "people"}),
    )
    office = forms.CharField(label=gettext_lazy("Office"), required=False, max_length=300)
    participant = NamedField(
        label=gettext_lazy("State or organization"),
        required=False,
        widget=forms.TextInput(attrs={"list": "names"}),
    )
    capacity = forms.ChoiceField(label=gettext_lazy("Capacity"), choices=CAPACITIES)

    def clean(self):
        cleaned = super().clean()
        if self.has_changed() and not any(cleaned.get(name) for name in ("person", "office")):
            raise ValidationError(_("Give a person, an office, or both."))
        return cleaned

    def clean_person(self):
        """The name without title. Raises ValidationError for several people of the same name, and
        for a new person until the curator says that one is meant."""
        name = without_title(self.cleaned_data["person"])
        key = name_key(name)
        if not name or self.people.get(key):
            return name
        if key in self.people:
            raise ValidationError(_("Several people are called “%s”: use their spelling.") % name)
        if not self.may_add_people:
            self.is_new_person = True
            raise ValidationError(_("“%s” is not recorded yet.") % name)
        return name

    @property
    def label(self):
        return self.cleaned_data["person"] or self.cleaned_data["office"]

    def record(self, place):
        """The participation, not saved; the person is created if the name is new."""
        data = self.cleaned_data
        return Participation(
            dialogue=self.dialogue,
            participant=data["participant"],
            person=self._person(data["person"]),
            office=data["office"],
            capacity=data["capacity"],
            position=self.dialogue.participations.last_position() + STEP,
            **place,
        )

    def _person(self, name):
        """The person of this name, created if new."""
        if not name:
            return None
        key = name_key(name)
        if key not in self.people:
            self.people[key] = Person.objects.create(name=name, slug=free_slug(Person, name))
        return self.people[key]


class FigureRow(RowForm):
    """A number that the source prints."""

    value = forms.DecimalField(
        label=gettext_lazy("Value"), min_value=0, max_digits=10, decimal_places=1
    )
    qualifier = forms.ChoiceField(
        label=gettext_lazy("Qualifier"), choices=ReportedFigure.Qualifier.choices
    )
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=100)
    measure = forms.ChoiceField(
        label=gettext_lazy("What is counted"), choices=ReportedFigure.Measure.choices
    )
    group = NamedField(
        label=gettext_lazy("Group counted"),
        required=False,
        widget=forms.TextInput(attrs={"list": "names"}),
    )
    as_printed = forms.CharField(label=gettext_lazy("As printed"), required=False, max_length=2_000)

    NEED_GROUP = (ReportedFigure.Measure.GROUP_SIZE, ReportedFigure.Measure.MEMBERS)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("measure") in self.NEED_GROUP and not cleaned.get("group"):
            self.add_error("group", _("Give the group whose members are counted."))
        return cleaned

    @property
    def label(self):
        return f"{self.cleaned_data['value']} {self.cleaned_data['unit']}"

    def record(self, place):
        """The figure, not saved, with a key of its own."""
        figures = self.dialogue.figures
        return ReportedFigure(
            dialogue=self.dialogue,
            key=free_key(ReportedFigure, f"{self.dialogue.slug}-{self.cleaned_data['measure']}"),
            position=(figures.order_by("position").values_list("position", flat=True).last() or 0)
            + STEP,
            **self.cleaned_data,
            **place,
        )
