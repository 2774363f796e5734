"""Confirm what a document is: its class, its source and its dialogue. Then its text is stored."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues import choices
from dialogues.imports.review import storing
from dialogues.imports.review.decisions import problem_of
from dialogues.imports.review.facts import (
    KINDS,
    dialogue_of_facts,
    earlier_source,
    facts_of,
)
from dialogues.imports.review.set_up import NoDialogueError, new_dialogue, new_source
from dialogues.models import Dialogue, DocumentImport, SourceDocument, open_edition

MAX_IN_REQUEST = 400_000  # characters of a text
NEW = gettext_lazy("New: as below")
REASON = gettext_lazy("Brought in from a document")


class SetUpForm(forms.Form):
    """Class, source and dialogue of a document, as its beginning prints them."""

    document_class = forms.ChoiceField(
        label=gettext_lazy("Class"),
        choices=choices.DocumentClass.choices,
        help_text=gettext_lazy("From an unknown class nothing is proposed; its text is stored."),
    )
    dialogue = forms.ModelChoiceField(
        Dialogue.objects.order_by("-held_on"),
        label=gettext_lazy("Dialogue"),
        required=False,
        empty_label=NEW,
    )
    dialogue_title = forms.CharField(
        label=gettext_lazy("Title of the new dialogue"), max_length=400, required=False
    )
    forum = forms.ChoiceField(
        label=gettext_lazy("Forum"), choices=[("", "-"), *choices.Forum.choices], required=False
    )
    format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=[("", "-"), *choices.DialogueFormat.choices],
        required=False,
    )
    held_on = forms.DateField(
        label=gettext_lazy("First day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    source = forms.ModelChoiceField(
        SourceDocument.objects.order_by("title"),
        label=gettext_lazy("Source"),
        required=False,
        empty_label=NEW,
        help_text=gettext_lazy(
            "An earlier version of the same document, whose decisions stay as they are."
        ),
    )
    source_title = forms.CharField(
        label=gettext_lazy("Title of the new source"), max_length=400, required=False
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=choices.SourceKind.choices, required=False
    )
    publisher = forms.CharField(label=gettext_lazy("Publisher"), max_length=200, required=False)
    symbols = forms.CharField(label=gettext_lazy("Symbols"), max_length=200, required=False)
    published_on = forms.DateField(
        label=gettext_lazy("Published on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Never the day of the event."),
    )
    language = forms.CharField(label=gettext_lazy("Language"), max_length=10, required=False)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("source") and not cleaned.get("source_title"):
            self.add_error("source_title", _("Give the title, or choose a source."))
        needs_dialogue = cleaned.get("document_class") not in storing.WITHOUT_DIALOGUE
        if needs_dialogue and not cleaned.get("dialogue"):
            for name in ("dialogue_title", "forum", "format", "held_on"):
                if not cleaned.get(name):
                    self.add_error(name, _("Needed for a new dialogue."))
        return cleaned

    def save(self, document_import):
        """Set the source and the dialogue of the import, made if they are new. Not stored."""
        data = self.cleaned_data
        document_import.document_class = data["document_class"]
        document_import.dialogue = data["dialogue"] or self._new_dialogue()
        document_import.source = data["source"] or self._new_source()
        document_import.save()

    def _new_dialogue(self):
        """The new dialogue, a draft; None if no title and day are given."""
        data = self.cleaned_data
        if not data["dialogue_title"] or not data["held_on"]:
            return None
        return new_dialogue({**data, "title": data["dialogue_title"]})

    def _new_source(self):
        return new_source({**self.cleaned_data, "title": self.cleaned_data["source_title"]})


def initial_of(document_import):
    """What the form begins with: what the document prints, and what is recorded of it."""
    facts = facts_of(storing.pieces_in(document_import))
    dialogue = dialogue_of_facts(facts)
    forum = facts.get("forum", "")
    return {
        **facts,
        "document_class": document_import.document_class,
        "dialogue": dialogue,
        "dialogue_title": facts["title"],
        "forum": forum if forum in choices.Forum.values else "",
        "source": earlier_source(document_import, dialogue, facts),
        "source_title": facts["title"],
        "kind": KINDS[document_import.document_class],
    }


def set_up(request, document_import):
    """The form; POST stores the text and what is proposed, or lets the worker do it."""
    form = SetUpForm(request.POST or None, initial=initial_of(document_import))
    if request.method == "POST" and form.is_valid():
        if problem := _save(form, document_import, request):
            form.add_error(None, problem)
        else:
            return redirect("admin:dialogues_documentimport_change", document_import.pk)
    context = admin.site.each_context(request) | {
        "title": _("What this document is"),
        "subtitle": document_import.file_name,
        "import": document_import,
        "form": form,
        "beginning": document_import.pieces[:12],
    }
    return render(request, "admin/dialogues/imports/set_up.html", context)


def _save(form, document_import, request):
    """Store what was confirmed, unless somebody has. Returns why it cannot be stored, or ""."""
    try:
        with open_edition(REASON, request.user):
            locked = DocumentImport.objects.select_for_update().defer("content", "pieces")
            if locked.get(pk=document_import.pk).step != choices.ImportStep.READ:
                messages.warning(request, _("Somebody has confirmed this document meanwhile."))
                return ""
            form.save(document_import)
            _store(document_import, request.user)
    except (ValidationError, IntegrityError) as problem:
        return problem_of(problem)
    except (NoDialogueError, storing.TooLongError) as problem:
        return str(problem)
    messages.success(request, _("The text is stored. Nothing is published."))
    return ""


def _store(document_import, user):
    length = sum(len(piece["text"]) for piece in document_import.pieces)
    if length <= MAX_IN_REQUEST:
        storing.store(document_import, user)
    elif settings.IMPORT_WORKER:
        document_import.step = choices.ImportStep.STORING
        document_import.save()
    else:
        message = _(
            "Without a worker this site reads texts of up to %d characters. Bring in a part of it, "
            "or ask the operator to run “manage.py read_documents”."
        )
        raise storing.TooLongError(message % MAX_IN_REQUEST)
