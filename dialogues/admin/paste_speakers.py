"""Paste a printed list of speakers: text and result side by side, saved once every name is known.

The page is read again after each change and saved by its last button.
"""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialogues.admin.paste_speakers_answers import (
    CREATE_CHOICES,
    ROLE_CHOICES,
    TEXT_CHOICES,
    list_answers,
    remembered_keys,
)
from dialogues.admin.paste_speakers_form import PasteForm
from dialogues.models import (
    Dialogue,
    Participant,
    Participation,
)
from dialogues.speaker_lists.counts import speaker_counts
from dialogues.speaker_lists.proposal import propose
from dialogues.speaker_lists.saving import save
from dialogues.text.characters import clean_text

MAX_STATED_DIGITS = 6
WARNINGS = {
    "lost": gettext_lazy(
        "There are %(count)s blank lines between “%(before)s” and “%(after)s”. "
        "Names may be missing there."
    ),
    "to-the-end": gettext_lazy(
        "The list of those represented by “%(name)s” has no end: %(names)s. Put it in parentheses."
    ),
    "too-many": gettext_lazy(
        "This text has more names than any list. Only the first %(limit)s are read."
    ),
    "twice": gettext_lazy("“%(name)s” is listed twice (line %(line)s). It is saved once."),
    "also-listed": gettext_lazy(
        "“%(name)s” is represented by %(by)s and also listed as a speaker."
    ),
    "itself": gettext_lazy("“%(name)s” is among those it speaks for. Nobody represents itself."),
    "too-early": gettext_lazy(
        "%(name)s joined the United Nations in %(year)s, after this dialogue. Who is meant?"
    ),
}


@permission_required("dialogues.add_participation", raise_exception=True)
def paste_speakers(request, pk):
    """The list of one dialogue's speakers: read after each press, saved with "save"."""
    dialogue = get_object_or_404(Dialogue, pk=pk)
    form = PasteForm(dialogue, request.POST or None)
    answers = list_answers(request.POST, _can_create(request))
    proposal = propose(dialogue, _posted_text(request), answers)
    if "save" in request.POST and form.is_valid():
        if _save(request, form, proposal, dialogue):
            return redirect("admin:dialogue-paste", dialogue.pk)
    elif request.method == "POST" and "save" not in request.POST:
        form = PasteForm(dialogue, initial=request.POST)
    context = admin.site.each_context(request) | {
        "title": _("Paste a list of speakers"),
        "subtitle": str(dialogue),
        "dialogue": dialogue,
        "form": form,
        "created": CREATE_CHOICES if _can_create(request) else [],
        "can_remember": _can_remember(request),
        "remembered": remembered_keys(request.POST),
        "roles": ROLE_CHOICES,
        "text_choices": TEXT_CHOICES,
        "everybody": Participant.objects.order_by("name").values_list("name", flat=True),
    }
    context |= _result(request, proposal, dialogue)
    return render(request, "admin/dialogues/paste_speakers.html", context)


def _result(request, proposal, dialogue):
    """The part of the context that shows what was read."""
    status = request.POST.get("status", Participation.Status.SPOKE)
    stated = request.POST.get("stated", "")
    is_number = stated.isdecimal() and len(stated) <= MAX_STATED_DIGITS
    by_heading, by_kind = speaker_counts(
        proposal, dialogue, status, int(stated) if is_number else None
    )
    return {
        "proposal": proposal,
        "warnings": [WARNINGS[warning.kind] % warning.values for warning in proposal.warnings],
        "by_heading": by_heading,
        "by_kind": by_kind,
    }


def _posted_text(request):
    return clean_text(request.POST.get("text", ""))


def _can_create(request):
    return request.user.has_perm("dialogues.add_participant")


def _can_remember(request):
    return request.user.has_perm("dialogues.add_name")


def _save(request, form, proposal, dialogue):
    """Save a proposal if nothing in it is open, and report it. Returns whether it was saved."""
    if proposal.unanswered:
        lines = ", ".join(str(text.line) for text in proposal.unanswered[:5])
        message = _("Nothing is saved yet. Say what these lines are, which have names: %s.")
        form.add_error(None, message % lines)
        return False
    if proposal.unknown:
        names = ", ".join(f"“{name.name}”" for name in proposal.unknown[:5])
        message = _("Nothing is saved yet. Choose who is meant by %s, or leave them out.")
        form.add_error(None, message % names)
        return False
    columns = ("source", "section", "paragraph", "status", "reason")
    values = {name: form.cleaned_data[name] for name in columns}
    try:
        remembered = remembered_keys(request.POST) if _can_remember(request) else set()
        saved = save(proposal, dialogue, by=request.user, remembered=remembered, **values)
    except ValidationError as problem:
        form.add_error(None, _("Nothing is saved. %s") % " ".join(problem.messages))
        return False
    except IntegrityError:
        message = _(
            "Nothing is saved: another person entered some of these names at the same time. "
            "Read the list again."
        )
        form.add_error(None, message)
        return False
    messages.success(request, _saved_message(len(saved), len(proposal.recorded)))
    return True


def _saved_message(saved, recorded):
    message = ngettext(
        "%(count)s participation saved.", "%(count)s participations saved.", saved
    ) % {"count": saved}
    if recorded:
        before = ngettext(
            "%(count)s was recorded before.", "%(count)s were recorded before.", recorded
        )
        message += " " + before % {"count": recorded}
    return message
