"""A printed table of participation, pasted: text and result side by side, saved when clear."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialogues.models import (
    Dialogue,
    Participant,
    Participation,
    SourceDocument,
)
from dialogues.speaker_lists.counts import counts
from dialogues.speaker_lists.parser import LARGEST
from dialogues.speaker_lists.proposal import CREATE, propose, save

CHOICE = "choice:"
NAMED = "named:"
# What a name that nobody knows may be.
CREATED = [
    (CREATE + kind, label)
    for kind, label in Participant.Kind.choices
    if kind != Participant.Kind.GROUP
]
WARNINGS = {
    "lost": gettext_lazy(
        "%(count)s blank lines between “%(before)s” and “%(after)s”: "
        "names may have been lost there."
    ),
    "sentence": gettext_lazy("Line %(line)s is a sentence; no name was taken from it: “%(text)s”"),
    "to-the-end": gettext_lazy(
        "Nothing ends the list of those “%(name)s” speaks for: %(named)s. Put it in parentheses."
    ),
    "too-many": gettext_lazy("This is longer than any list: the first %(most)s names are read."),
    "twice": gettext_lazy("“%(name)s” is printed twice (line %(line)s); it is saved once."),
    "also-listed": gettext_lazy("“%(name)s” is spoken for by %(by)s, and listed itself."),
}


class PasteForm(forms.Form):
    """What a list says and where it stands."""

    text = forms.CharField(
        label=gettext_lazy("The list, as printed"),
        max_length=LARGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "data-reads": "reading"}),
    )
    source = forms.ModelChoiceField(SourceDocument.objects, label=gettext_lazy("Source"))
    section = forms.CharField(label=gettext_lazy("Section"), max_length=300, required=False)
    paragraph = forms.CharField(label=gettext_lazy("Paragraph"), max_length=40, required=False)
    status = forms.ChoiceField(
        label=gettext_lazy("They"),
        choices=[
            (one.value, one.label)
            for one in (Participation.Status.SPOKE, Participation.Status.INSCRIBED)
        ],
    )
    stated = forms.IntegerField(
        label=gettext_lazy("States, by the source's count"), required=False, min_value=0
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, initial=gettext_lazy("List entered")
    )

    def __init__(self, dialogue, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sources = SourceDocument.objects.options_for(dialogue)
        self.fields["source"].queryset = sources
        self.fields["source"].initial = sources.filter(dialogues=dialogue).first()


@permission_required("dialogues.add_participation", raise_exception=True)
def paste(request, pk):
    """The list of one dialogue's speakers: read again with each press, saved with the last."""
    dialogue = get_object_or_404(Dialogue, pk=pk)
    form = PasteForm(dialogue, request.POST or None)
    proposal = _proposal(request, dialogue)
    if "save" in request.POST and form.is_valid():
        if _saved(request, form, proposal, dialogue):
            return redirect("admin:dialogue-paste", dialogue.pk)
    elif request.method == "POST" and "save" not in request.POST:
        form = PasteForm(dialogue, initial=request.POST)
    stated = request.POST.get("stated", "")
    by_heading, by_kind = counts(
        proposal,
        dialogue,
        request.POST.get("status", Participation.Status.SPOKE),
        int(stated) if stated.isdecimal() and len(stated) < 7 else None,
    )
    context = admin.site.each_context(request) | {
        "title": _("Paste a list of speakers"),
        "subtitle": str(dialogue),
        "dialogue": dialogue,
        "form": form,
        "proposal": proposal,
        "warnings": [WARNINGS[what] % values for what, values in proposal.warnings],
        "by_heading": by_heading,
        "by_kind": by_kind,
        "created": CREATED if request.user.has_perm("dialogues.add_participant") else [],
        "prefix": CHOICE,
        "everybody": Participant.objects.order_by("name").values_list("name", flat=True),
    }
    return render(request, "admin/dialogues/paste.html", context)


def _proposal(request, dialogue):
    chosen = _with_prefix(request.POST, CHOICE) | _with_prefix(request.POST, NAMED)
    if not request.user.has_perm("dialogues.add_participant"):
        chosen = {name: one for name, one in chosen.items() if not _creates(one)}
    text = request.POST.get("text", "").replace("\0", "")
    known = {name: one for name, one in chosen.items() if not _creates(one) or one in dict(CREATED)}
    return propose(dialogue, text, known)


def _with_prefix(data, prefix):
    """{what follows the prefix: value} of the fields that were filled in."""
    return {
        name.removeprefix(prefix): value.strip()
        for name, value in data.items()
        if name.startswith(prefix) and value.strip()
    }


def _creates(choice):
    return choice.startswith(CREATE)


def _saved(request, form, proposal, dialogue):
    """Save a proposal that is clear. Says what was saved, or what is in the way; whether it was."""
    if proposal.unknown:
        names = ", ".join(f"“{one.name}”" for one in proposal.unknown[:5])
        problem = _("Nothing is saved yet. Say who is meant by %s, or leave them out.") % names
        form.add_error(None, problem)
        return False
    columns = ("source", "section", "paragraph", "status", "reason")
    said = {name: form.cleaned_data[name] for name in columns}
    try:
        saved = save(proposal, dialogue, said, request.user)
    except ValidationError as problem:
        form.add_error(None, _("Nothing is saved. %s") % " ".join(problem.messages))
        return False
    except IntegrityError:
        problem = _("Nothing is saved: somebody else entered some of these at the same time.")
        form.add_error(None, f"{problem} {_('Read the list again.')}")
        return False
    done = ngettext("%(count)s participation saved.", "%(count)s participations saved.", len(saved))
    kept = _("%s were recorded before.") % len(proposal.recorded) if proposal.recorded else ""
    messages.success(request, f"{done % {'count': len(saved)}} {kept}")
    return True
