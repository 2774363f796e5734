"""The form of one new statement, in which speaker, themes and situations are typed by name."""

from copy import copy

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.admin.language_input import LanguageInput
from dialogues.models import (
    Dialogue,
    Participation,
    SourceDocument,
    Statement,
    open_edition,
)
from dialogues.quality.near_duplicates import near_duplicates
from dialogues.quality.statements import same_speaker
from dialogues.references import new_reference
from dialogues.snapshot.theme_names import ThemeNames
from dialogues.speaker_lists.saving import STEP
from dialogues.speaker_lists.speaker_lookup import SpeakerLookup


class EntryForm(forms.ModelForm):
    """A new statement: the curator types its speaker, themes and situations by name."""

    speaker = forms.CharField(
        label=gettext_lazy("Speaker"),
        required=False,
        max_length=1_000,
        help_text=gettext_lazy("Several speakers of one sentence: separated by semicolons."),
    )
    theme_names = forms.CharField(
        label=gettext_lazy("Themes"), required=False, help_text=gettext_lazy("Separated by commas.")
    )
    situation_names = forms.CharField(
        label=gettext_lazy("Situations spoken about"),
        required=False,
        help_text=gettext_lazy("Countries or places, separated by semicolons."),
    )
    took_part = forms.BooleanField(
        label=gettext_lazy("The source says that it took part: add it to the speakers"),
        required=False,
    )
    is_another = forms.BooleanField(
        label=gettext_lazy("This is a different statement: save it"), required=False
    )

    class Meta:
        model = Statement
        fields = [
            "attribution",
            "text",
            "summary",
            "provenance",
            "source",
            "section",
            "paragraph",
            "stance",
            "act",
            "source_word",
            "among_others",
            "language",
            "translation",
            "words_checked",
            "editor_note",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5}),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "translation": forms.Textarea(attrs={"rows": 2}),
            "language": LanguageInput,
            "editor_note": forms.Textarea(attrs={"rows": 2}),
        }

    field_order = ["speaker", "attribution", "text", "summary", "theme_names"]

    def __init__(self, dialogue, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.dialogue = dialogue
        self.user = user
        self.speakers, self.themes = SpeakerLookup(dialogue), ThemeNames.read()
        # What the page asks about: similar statements, and a speaker not recorded here.
        self.similar, self.is_new_speaker = [], False
        self._add_suggestions()

    def _add_suggestions(self):
        """Offer the sources of the dialogue, and connect text fields to the page's datalists."""
        sources = SourceDocument.objects.options_for(self.instance.dialogue)
        self.fields["source"].queryset = sources
        if len(sources) == 1:
            self.fields["source"].initial = sources[0]
        datalists = {"speaker": "speakers", "section": "sections", "situation_names": "names"}
        for name, datalist in (datalists | {"theme_names": "themes"}).items():
            self.fields[name].widget.attrs["list"] = datalist
        self.fields["theme_names"].widget.attrs["data-many"] = ","
        self.fields["situation_names"].widget.attrs["data-many"] = ";"
        self.fields["speaker"].widget.attrs |= {"autocomplete": "off", "data-many": ";"}

    def clean_speaker(self):
        """The participations of the speakers; new, unsaved ones if the user may add them."""
        speakers = [self.speakers.find(name) for name in self._typed_names()]
        for speaker in speakers:
            if speaker.pk is None:
                self._check_new_speaker(speaker)
        return speakers

    def _typed_names(self):
        """The names in the field of the speaker, each once."""
        names = (name.strip() for name in self.data.get("speaker", "").split(";"))
        return list(dict.fromkeys(name for name in names if name))

    def _check_new_speaker(self, speaker):
        """Raise ValidationError for a new speaker until a curator confirms that it took part.

        The public counts of participants include it from then on.
        """
        message = _("%s is not recorded as taking part.") % speaker.participant
        if not self.user.has_perm("dialogues.add_participation"):
            raise ValidationError(f"{message} {_('Ask a curator to add it first.')}")
        if "took_part" in self.data:
            return
        self.is_new_speaker = True
        if representatives := self._representatives_of(speaker.participant):
            message += " " + _("It is represented by %s.") % ", ".join(representatives)
        raise ValidationError(message, code="new")

    def _representatives_of(self, participant):
        """The names of the speakers that represent a participant in this dialogue."""
        represented = self.instance.dialogue.participations.filter(
            participant=participant, status=Participation.Status.REPRESENTED
        )
        return [row.represented_by.speaker_name for row in represented.with_names()]

    def clean_theme_names(self):
        return self.themes.find_all(self.cleaned_data["theme_names"])

    def clean_situation_names(self):
        names = [name.strip() for name in self.cleaned_data["situation_names"].split(";")]
        participants = {name: self.speakers.names.find(name) for name in names if name}
        if unknown := [name for name, match in participants.items() if match is None]:
            raise ValidationError(_("“%s” is not a known country or place.") % unknown[0])
        return list(participants.values())

    def clean(self):
        cleaned = super().clean()
        speakers, attribution = cleaned.get("speaker"), cleaned.get("attribution")
        if "speaker" in cleaned and bool(speakers) == bool(attribution):
            self.add_error("speaker", _("Give either a speaker or an attribution as printed."))
        if not (cleaned.get("text") or cleaned.get("summary")):
            self.add_error("summary", _("Give the words, a summary of them, or both."))
        self._check_similar(cleaned)
        return cleaned

    def _check_similar(self, cleaned):
        """Raise ValidationError for a similar statement until the curator confirms this one."""
        speakers = cleaned.get("speaker") or [None]
        self.similar = [
            other
            for speaker in speakers
            if speaker is None or speaker.pk
            for other in self._similar_by(speaker, cleaned)
        ]
        if self.similar and not cleaned.get("is_another"):
            raise ValidationError(
                _("A very similar statement is already recorded. Is this a different one?"),
                code="similar",
            )

    def _similar_by(self, speaker, cleaned):
        """The statements of this speaker that say nearly the same."""
        draft = Statement(
            dialogue=self.instance.dialogue,
            participation=speaker,
            attribution=cleaned.get("attribution", ""),
            text=cleaned.get("text", ""),
            summary=cleaned.get("summary", ""),
        )
        return near_duplicates(draft, same_speaker(draft).with_speaker())

    def enter(self):
        """Save a statement for each speaker, with the participations of new ones; return them."""
        dialogue = self.instance.dialogue
        with open_edition(_("Entered"), self.user):
            # Locked, because two people may enter the same new speaker.
            Dialogue.objects.select_for_update(no_key=True).get(pk=dialogue.pk)
            lookup = SpeakerLookup(dialogue)
            speakers = [self._saved_speaker(lookup.find(name)) for name in self._typed_names()]
            return [self._enter_for(speaker) for speaker in speakers or [None]]

    def _enter_for(self, speaker):
        statement = copy(self.instance)
        statement.reference = new_reference()
        statement.participation = speaker
        statement.position = statement.dialogue.statements.last_position() + STEP
        statement.save()
        statement.themes.set(self.cleaned_data["theme_names"])
        statement.situations.set(self.cleaned_data["situation_names"])
        return statement

    def _saved_speaker(self, speaker):
        """The participation, saved if it is new.

        `name_as_printed` stays empty: the curator types a name, not what the source prints.
        """
        if speaker.pk is None:
            speaker.position = speaker.dialogue.participations.last_position() + STEP
            for name in ("source", "section", "paragraph"):
                setattr(speaker, name, self.cleaned_data[name])
            if self.cleaned_data["provenance"] == Statement.Provenance.REFLECTED:
                speaker.status = Participation.Status.INSCRIBED
            speaker.save()
        return speaker
