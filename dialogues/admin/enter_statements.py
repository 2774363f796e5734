"""Many statements of one dialogue, entered one after the other without leaving the screen."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues import publishing
from dialogues.models import (
    Dialogue,
    Participation,
    SourceDocument,
    Statement,
    open_edition,
)
from dialogues.quality.near_duplicates import near_duplicates
from dialogues.quality.statements import same_speaker
from dialogues.snapshot.theme_names import ThemeNames
from dialogues.speaker_lists.proposal import STEP
from dialogues.speaker_lists.speaker_lookup import Speakers, label_of

# What the next statement begins with.
CARRIED = ("source", "section", "paragraph", "provenance", "language")
LATEST = 50


class EntryForm(forms.ModelForm):
    """A statement as it is typed: speaker, themes and situations by name."""

    speaker = forms.CharField(label=gettext_lazy("Speaker"), required=False, max_length=400)
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
        label=gettext_lazy("It is another statement: save it"), required=False
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
            "editor_note": forms.Textarea(attrs={"rows": 2}),
        }

    field_order = ["speaker", "attribution", "text", "summary", "theme_names"]

    def __init__(self, dialogue, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.dialogue = dialogue
        self.user = user
        self.speakers, self.theming = Speakers(dialogue), ThemeNames.read()
        self.alike, self.is_new_here = [], False
        self._offer()

    def _offer(self):
        dialogue = self.instance.dialogue
        sources = SourceDocument.objects.options_for(dialogue)
        self.fields["source"].queryset = sources
        if len(sources) == 1:
            self.fields["source"].initial = sources[0]
        lists = {"speaker": "speakers", "section": "sections", "situation_names": "names"}
        for name, options in (lists | {"theme_names": "themes"}).items():
            self.fields[name].widget.attrs["list"] = options
        self.fields["theme_names"].widget.attrs["data-many"] = ","
        self.fields["situation_names"].widget.attrs["data-many"] = ";"
        self.fields["speaker"].widget.attrs["autocomplete"] = "off"

    def clean_speaker(self):
        """The participation meant; one that is new here is entered by those who may."""
        if not self.cleaned_data["speaker"].strip():
            return None
        found = self.speakers.find(self.cleaned_data["speaker"])
        if found.pk is None:
            self._refuse_unasked(found)
        return found

    def _refuse_unasked(self, speaker):
        """Raise ValidationError for a speaker who is new here, until a curator says it took part:
        the public counts those who did."""
        if not self.user.has_perm("dialogues.add_participation"):
            message = _("%s is not among those who took part. Ask a curator to enter it first.")
            raise ValidationError(message % speaker.participant)
        if "took_part" not in self.data:
            self.is_new_here = True
            through = speaker.dialogue.participations.filter(
                participant=speaker.participant, status=Participation.Status.REPRESENTED
            )
            by = [one.represented_by.speaker_name for one in through.with_names()]
            message = _("%s is not among those who took part.") % speaker.participant
            if by:
                message += " " + _("It is spoken for by %s.") % ", ".join(by)
            raise ValidationError(message, code="new")

    def clean_theme_names(self):
        return self.theming.find_all(self.cleaned_data["theme_names"])

    def clean_situation_names(self):
        typed = self.cleaned_data["situation_names"].split(";")
        names = [one.strip() for one in typed if one.strip()]
        found = {name: self.speakers.naming.find(name) for name in names}
        if unknown := [name for name, participant in found.items() if participant is None]:
            raise ValidationError(_("Nothing is called “%s” here.") % unknown[0])
        return list(found.values())

    def clean(self):
        cleaned = super().clean()
        speaker, attribution = cleaned.get("speaker"), cleaned.get("attribution")
        if "speaker" in cleaned and bool(speaker) == bool(attribution):
            self.add_error("speaker", _("Give either a speaker or an attribution as printed."))
        if not (cleaned.get("text") or cleaned.get("summary")):
            self.add_error("summary", _("Give the words, a summary of them, or both."))
        self._look_for_another(cleaned)
        return cleaned

    def _look_for_another(self, cleaned):
        """Warn of a statement that says nearly the same, until somebody says it is another."""
        said = Statement(
            dialogue=self.instance.dialogue,
            participation=cleaned.get("speaker"),
            attribution=cleaned.get("attribution", ""),
            text=cleaned.get("text", ""),
            summary=cleaned.get("summary", ""),
        )
        is_new_here = said.participation is not None and said.participation.pk is None
        self.alike = [] if is_new_here else near_duplicates(said, same_speaker(said).with_speaker())
        if self.alike and not cleaned.get("is_another"):
            raise ValidationError(
                _("Nearly the same is recorded already. Is it another statement?"), code="alike"
            )

    def enter(self):
        """Save the statement, and the participation of a speaker who is new here."""
        statement = self.instance
        with open_edition(_("Entered"), self.user):
            # One after the other: two people may enter the same new speaker.
            Dialogue.objects.select_for_update(no_key=True).get(pk=statement.dialogue_id)
            statement.participation = self._speaker()
            statement.position = statement.dialogue.statements.last_position() + STEP
            statement.save()
            statement.themes.set(self.cleaned_data["theme_names"])
            statement.situations.set(self.cleaned_data["situation_names"])
        return statement

    def _speaker(self):
        """The participation as it is now, entered if it is new here. What the source prints of it
        is not known from what was typed."""
        speaker = self.cleaned_data["speaker"]
        if speaker is None or speaker.pk:
            return speaker
        speaker = Speakers(speaker.dialogue).find(self.data["speaker"])
        if speaker.pk is None:
            speaker.position = speaker.dialogue.participations.last_position() + STEP
            for name in ("source", "section", "paragraph"):
                setattr(speaker, name, self.cleaned_data[name])
            if self.cleaned_data["provenance"] == Statement.Provenance.REFLECTED:
                speaker.status = Participation.Status.INSCRIBED
            speaker.save()
        return speaker


@permission_required("dialogues.add_statement", raise_exception=True)
def enter(request, pk):
    """The next statement of a dialogue, and those entered before."""
    dialogue = get_object_or_404(Dialogue, pk=pk)
    form = EntryForm(dialogue, request.user, request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        return _entered(request, form, dialogue)
    context = admin.site.each_context(request) | {
        "title": _("Enter statements"),
        "subtitle": str(dialogue),
        "dialogue": dialogue,
        "form": form,
        "speakers": form.speakers.labels(),
        "names": sorted(str(one) for one in form.speakers.naming.participants.values()),
        "themes": form.theming.labels(),
        "sections": dialogue.statements.order_by("section").values_list("section", flat=True),
        "latest": dialogue.statements.with_speaker().order_by("-pk")[:LATEST],
        "count": dialogue.statements.count(),
    }
    context["sections"] = context["sections"].distinct()
    return render(request, "admin/dialogues/enter.html", context)


def _entered(request, form, dialogue):
    """Save, say so, and go on to the next: with the same speaker, or with another."""
    statement = form.enter()
    done = _("Saved as a draft: %s.")
    if "review" in request.POST:
        publishing.submit([statement], _("Entered"), request.user)
        done = _("Saved and sent to review: %s.")
    speaker = statement.participation
    messages.success(request, done % (label_of(speaker) if speaker else statement.attribution))
    if problem := publishing.publish_problem(statement) or publishing.missing_quotation(statement):
        messages.warning(request, _("It cannot be published yet. %s") % problem)
    carried = {name: request.POST[name] for name in CARRIED if request.POST.get(name)}
    if "same_speaker" in request.POST:
        carried["speaker"] = request.POST["speaker"]
        carried["attribution"] = request.POST["attribution"]
    address = reverse("admin:dialogue-enter", args=[dialogue.pk])
    return redirect(f"{address}?{urlencode(carried)}")
