"""The forms in which a person changes what is proposed: one for each kind of proposal."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues import choices
from dialogues.admin.row_forms import CAPACITIES
from dialogues.choices import ProposalKind
from dialogues.snapshot.participant_names import unknown_name
from dialogues.snapshot.theme_names import ThemeNames
from dialogues.speaker_lists.speaker_lookup import SpeakerLookup, speaker_label

DAY = forms.DateInput(attrs={"type": "date"})


class ProposalForm(forms.Form):
    """The values of a proposal. `record`: the DialogueRecord of its import."""

    def __init__(self, proposal, record, *args, **kwargs):
        self.proposal, self.record = proposal, record
        super().__init__(*args, initial=self.initial_of(proposal.values), **kwargs)
        for name, field in self.fields.items():
            if isinstance(field.widget, forms.TextInput) and name in DATALISTS:
                field.widget.attrs["list"] = DATALISTS[name]

    def initial_of(self, values):
        return values

    def values(self):
        """The changed values, as they are stored."""
        return self.cleaned_data

    def _name(self, slug):
        """The name of a participant by its slug; any other text as it is."""
        return str(self.record.by_slug.get(slug, slug))

    def _slug(self, name):
        """The slug of a typed name. Raises ValidationError if it is not known."""
        participant = self.record.names.find(name)
        if participant is None:
            raise ValidationError(unknown_name(name, self.record.names.suggestions(name)))
        return participant.slug


DATALISTS = {"participant": "names", "speakers": "speakers", "group": "names"}


class ParticipationForm(ProposalForm):
    participant = forms.CharField(label=gettext_lazy("Participant"), required=False)
    status = forms.ChoiceField(
        label=gettext_lazy("Took part"),
        choices=[
            each
            for each in choices.ParticipationStatus.choices
            if each[0] not in (choices.ParticipationStatus.REPRESENTED,)
        ],
    )
    on_behalf_of_as_printed = forms.CharField(
        label=gettext_lazy("On behalf of, as printed"), max_length=300, required=False
    )
    represented = forms.CharField(
        label=gettext_lazy("Represents"),
        required=False,
        help_text=gettext_lazy("Names, separated by semicolons."),
    )
    person = forms.CharField(label=gettext_lazy("Person"), max_length=200, required=False)
    office = forms.CharField(label=gettext_lazy("Office"), max_length=300, required=False)

    def initial_of(self, values):
        return {
            **values,
            "participant": self._name(values.get("participant", "")),
            "represented": "; ".join(values.get("represented", ())),
        }

    def clean_participant(self):
        name = self.cleaned_data["participant"]
        return self._slug(name) if name else ""

    def clean_represented(self):
        names = [name.strip() for name in self.cleaned_data["represented"].split(";")]
        for name in filter(None, names):
            self._slug(name)
        return [name for name in names if name]


class OfficialForm(ProposalForm):
    person = forms.CharField(label=gettext_lazy("Person"), max_length=200, required=False)
    office = forms.CharField(label=gettext_lazy("Office"), max_length=300, required=False)
    capacity = forms.ChoiceField(label=gettext_lazy("Capacity"), choices=CAPACITIES)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("person") and not cleaned.get("office"):
            raise ValidationError(_("Give a person, an office, or both."))
        return cleaned


class WordsForm(ProposalForm):
    """What was said: quotation, summary, themes, stance and act."""

    text = forms.CharField(
        label=gettext_lazy("Quotation or full text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Select words in the text and press Alt+Q to quote them."),
    )
    summary = forms.CharField(
        label=gettext_lazy("Summary"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What was said, in your own words."),
    )
    theme_names = forms.CharField(
        label=gettext_lazy("Themes"),
        required=False,
        widget=forms.TextInput(attrs={"list": "themes"}),
    )
    provenance = forms.ChoiceField(
        label=gettext_lazy("Provenance"), choices=choices.Provenance.choices
    )
    stance = forms.ChoiceField(label=gettext_lazy("Stance"), choices=choices.Stance.choices)
    act = forms.ChoiceField(label=gettext_lazy("Act"), choices=choices.Act.choices)
    source_word = forms.CharField(
        label=gettext_lazy("Word of the source"), max_length=100, required=False
    )

    def __init__(self, *args, **kwargs):
        self.themes = ThemeNames.read()
        super().__init__(*args, **kwargs)

    def initial_of(self, values):
        keys = values.get("themes", ())
        labels = [theme.label for theme in self.themes.themes if theme.pk in keys]
        return {**values, "theme_names": ", ".join(labels)}

    def clean_theme_names(self):
        return self.themes.find_all(self.cleaned_data["theme_names"])

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("text") and not cleaned.get("summary"):
            raise ValidationError(_("Give the words, a summary of them, or both."))
        return cleaned

    def values(self):
        values = dict(self.cleaned_data)
        values["themes"] = [theme.pk for theme in values.pop("theme_names")]
        return values


class StatementForm(WordsForm):
    speakers = forms.CharField(
        label=gettext_lazy("Speaker"),
        help_text=gettext_lazy("Several speakers of one sentence: separated by semicolons."),
    )
    field_order = ["speakers", "text", "summary", "theme_names"]

    def initial_of(self, values):
        names = map(self._name, values["speakers"])
        return {**super().initial_of(values), "speakers": "; ".join(names)}

    def clean_speakers(self):
        """{label of a speaker: key of its participation, None if it is still to be looked up}."""
        before = {self._name(label): label for label in self.proposal.values["speakers"]}
        names = [name.strip() for name in self.cleaned_data["speakers"].split(";")]
        speakers = {}
        for name in filter(None, names):
            if name in before:
                label = before[name]
                speakers[label] = self.proposal.values.get("participations", {}).get(label)
            else:
                participation = self.lookup.find(name)
                speakers[_label_of(participation)] = participation.pk
        return speakers

    @property
    def lookup(self):
        return SpeakerLookup(self.record.dialogue)

    def values(self):
        values = super().values()
        speakers = values.pop("speakers")
        groups = self.proposal.values.get("for_groups", {})
        return values | {
            "speakers": list(speakers),
            "participations": {label: key for label, key in speakers.items() if key},
            "for_groups": {label: groups[label] for label in speakers if label in groups},
        }


def _label_of(participation):
    """What identifies the speaker of a participation in a proposal."""
    if participation.participant:
        return participation.participant.slug
    return speaker_label(participation)


class UnnamedForm(WordsForm):
    attribution = forms.CharField(label=gettext_lazy("Attribution as printed"), max_length=300)
    field_order = ["attribution", "text", "summary", "theme_names"]


class FigureForm(ProposalForm):
    value = forms.DecimalField(
        label=gettext_lazy("Value"), min_value=0, max_digits=10, decimal_places=1
    )
    qualifier = forms.ChoiceField(
        label=gettext_lazy("Qualifier"), choices=choices.FigureQualifier.choices
    )
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=100)
    measure = forms.ChoiceField(
        label=gettext_lazy("What is counted"), choices=choices.FigureMeasure.choices
    )
    group = forms.CharField(label=gettext_lazy("Group counted"), required=False)
    as_printed = forms.CharField(
        label=gettext_lazy("As printed"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def initial_of(self, values):
        return {**values, "group": self._name(values.get("group", ""))}

    def clean_group(self):
        name = self.cleaned_data["group"]
        return self._slug(name) if name else ""

    def values(self):
        return self.cleaned_data | {"value": str(self.cleaned_data["value"])}


class VoteForm(ProposalForm):
    title = forms.CharField(label=gettext_lazy("What was decided"), max_length=400)
    body = forms.ChoiceField(label=gettext_lazy("Body"), choices=choices.VotingBody.choices)
    held_on = forms.DateField(label=gettext_lazy("Day"), widget=DAY)
    symbols = forms.CharField(label=gettext_lazy("Symbols"), max_length=200, required=False)
    in_favour = forms.IntegerField(label=gettext_lazy("In favour"), min_value=0, required=False)
    against = forms.IntegerField(label=gettext_lazy("Against"), min_value=0, required=False)
    abstaining = forms.IntegerField(label=gettext_lazy("Abstaining"), min_value=0, required=False)
    is_without_vote = forms.BooleanField(
        label=gettext_lazy("Adopted without a vote"), required=False
    )

    def values(self):
        return self.cleaned_data | {"held_on": self.cleaned_data["held_on"].isoformat()}


class EngagementForm(ProposalForm):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=choices.EngagementKind.choices)
    date_as_printed = forms.CharField(label=gettext_lazy("Date as printed"), max_length=100)
    begins_on = forms.DateField(label=gettext_lazy("First day"), widget=DAY, required=False)
    ends_on = forms.DateField(label=gettext_lazy("Last day"), widget=DAY, required=False)
    summary = forms.CharField(
        label=gettext_lazy("Summary, in your own words"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def values(self):
        days = {name: self.cleaned_data[name] for name in ("begins_on", "ends_on")}
        return self.cleaned_data | {name: day and day.isoformat() for name, day in days.items()}


FORMS = {
    ProposalKind.PARTICIPATION: ParticipationForm,
    ProposalKind.OFFICIAL: OfficialForm,
    ProposalKind.STATEMENT: StatementForm,
    ProposalKind.UNNAMED: UnnamedForm,
    ProposalKind.FIGURE: FigureForm,
    ProposalKind.VOTE: VoteForm,
    ProposalKind.ENGAGEMENT: EngagementForm,
}
