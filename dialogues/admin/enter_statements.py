"""Enter many statements of one dialogue, one after the other, on the same page."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dialogues import publishing
from dialogues.admin.entry_form import EntryForm
from dialogues.admin.source_pane import SourcePane
from dialogues.admin.workflow import submit
from dialogues.http.urls import record_key
from dialogues.models import Dialogue, SourceDocument
from dialogues.snapshot.theme_names import ThemeNames
from dialogues.speaker_lists.speaker_lookup import speaker_label

# Fields that the next statement starts with.
CARRIED_FIELDS = ("source", "section", "paragraph", "provenance", "language")
MAX_LISTED = 50  # statements of the dialogue, the latest first


@permission_required("dialogues.add_statement", raise_exception=True)
def enter_statements(request, pk):
    """The form for the next statement of a dialogue, with the statements entered before."""
    dialogue = get_object_or_404(Dialogue, pk=pk)
    form = EntryForm(dialogue, request.user, request.POST or None, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        return _save(request, form, dialogue)
    sources = list(dialogue.sources.with_text())
    sections = dialogue.statements.order_by("section").values_list("section", flat=True)
    context = admin.site.each_context(request) | {
        "title": _("Enter statements"),
        "subtitle": str(dialogue),
        "dialogue": dialogue,
        "form": form,
        "speakers": form.speakers.labels(),
        "names": sorted(map(str, form.speakers.names.participants.values())),
        "themes": form.themes,
        "sections": sections.distinct(),
        "pane": _pane(form, sources),
        "sources": sources,
        "latest": dialogue.statements.with_speaker().order_by("-pk")[:MAX_LISTED],
        "count": dialogue.statements.count(),
    }
    return render(request, "admin/dialogues/enter_statements.html", context)


def _pane(form, sources):
    """The text of the source that the form names, or of the first if it names none; None without
    text."""
    key = str(form.data.get("source") or form.initial.get("source") or "")
    first = None if key else next(iter(sources), None)
    source = next((source for source in sources if str(source.pk) == key), first)
    if source is None:
        return None
    pane = SourcePane(source)
    pane.mark_statements()
    return pane


@permission_required("dialogues.add_statement", raise_exception=True)
@require_POST
def find_quotation(request, pk):
    """Where the source has the posted text, as JSON: `place` in words, `section`, `paragraph`, and
    `missing`: the first quotation that the source does not have.

    `themes`: {label, words, scope_note} of the themes that text and summary mention.
    """
    get_object_or_404(Dialogue, pk=pk)
    key = record_key(request.POST.get("source", ""))
    source = SourceDocument.objects.filter(pk=key).first()
    text, summary = (request.POST.get(name, "") for name in ("text", "summary"))
    place = SourcePane(source).find_all(text) if source and text else {}
    return JsonResponse(place | {"themes": _mentioned_themes(f"{text}\n{summary}")})


def _mentioned_themes(text):
    return [
        {"label": theme.label, "words": words, "scope_note": theme.scope_note}
        for theme, words in ThemeNames.read().mentioned_in(text)
    ]


def _save(request, form, dialogue):
    """Save the statement, report it, and redirect to the form for the next one."""
    statements = form.enter()
    message = _("Saved as a draft: %s.")
    if "review" in request.POST:
        submit(request, statements)
        message = _("Saved and sent for review: %s.")
    messages.success(request, message % "; ".join(map(_speaker_name, statements)))
    if problems := publishing.publish_problems(statements[0]):
        messages.warning(request, _("It cannot be published yet. %s") % " ".join(problems))
    if statements[0].needs_translation:
        messages.warning(request, _("Its words are not in English: add a translation."))
    address = reverse("admin:dialogue-enter", args=[dialogue.pk])
    return redirect(f"{address}?{urlencode(_carried(request.POST))}")


def _speaker_name(statement):
    speaker = statement.participation
    return speaker_label(speaker) if speaker else statement.attribution


def _carried(data):
    """What the next statement starts with: the same source and, if asked for, the same speaker."""
    carried = {name: data[name] for name in CARRIED_FIELDS if data.get(name)}
    if "same_speaker" in data:
        carried |= {"speaker": data["speaker"], "attribution": data["attribution"]}
    return carried
