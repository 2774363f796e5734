"""The form of the page on which a printed list of speakers is pasted."""

from django import forms
from django.utils.translation import gettext_lazy

from dialogues.models import Participation, SourceDocument
from dialogues.speaker_lists.parser import MAX_LENGTH
from dialogues.text.characters import clean_text


class ListField(forms.CharField):
    """A text without what copies of PDFs have and no record can hold: NUL, form feeds."""

    def to_python(self, value):
        return clean_text(super().to_python(value))


class PasteForm(forms.Form):
    """The text of a list, and what all its participations have in common."""

    text = ListField(
        label=gettext_lazy("The list, as printed"),
        max_length=MAX_LENGTH,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "data-reads": "reading"}),
    )
    source = forms.ModelChoiceField(SourceDocument.objects, label=gettext_lazy("Source"))
    section = forms.CharField(label=gettext_lazy("Section"), max_length=300, required=False)
    paragraph = forms.CharField(label=gettext_lazy("Paragraph"), max_length=40, required=False)
    status = forms.ChoiceField(
        label=gettext_lazy("Status of everyone listed"),
        choices=[
            (status.value, status.label)
            for status in (Participation.Status.SPOKE, Participation.Status.INSCRIBED)
        ],
    )
    stated = forms.IntegerField(
        label=gettext_lazy("Number of states, according to the source"),
        required=False,
        min_value=0,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, initial=gettext_lazy("List entered")
    )

    def __init__(self, dialogue, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sources = SourceDocument.objects.options_for(dialogue)
        self.fields["source"].queryset = sources
        self.fields["source"].initial = sources.filter(dialogues=dialogue).first()
