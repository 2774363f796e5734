"""The workbench of a dialogue: all that is recorded of it, how far it is, and what comes next."""

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from dialogues.admin_site.progress import (
    add_address,
    change_address,
    list_address,
    next_step,
    statement_count,
)
from dialogues.models import Dialogue, Finding

MAX_SHOWN = 12  # records of each kind


@permission_required("dialogues.view_dialogue", raise_exception=True)
def workbench(request, pk):
    """All kinds of record of a dialogue, each with its first records and what can be added."""
    dialogue = Dialogue.objects.with_progress().filter(pk=pk).first()
    if dialogue is None:
        raise Http404(_("No dialogue has this number."))
    context = admin.site.each_context(request) | {
        "title": dialogue.title,
        "dialogue": dialogue,
        "step": next_step(dialogue, request.user),
        "statement_count": statement_count(dialogue),
        "sources": dialogue.sources.with_passage_count().order_by("pk"),
        "documents": dialogue.imports.to_review().defer("pieces", "content"),
        "officials": _first(dialogue.participations.officials().with_names().in_order()),
        "statements": _first(dialogue.statements.with_speaker().order_by("-pk")),
        "figures": _first(dialogue.figures.select_related("source").order_by("position", "key")),
        "notes": _first(dialogue.notes.all()),
        "findings": _first(dialogue.findings.filter(status=Finding.Status.OPEN)),
        "add_source": add_address("sourcedocument", dialogues=pk),
        "add_note": add_address("editorsnote", dialogue=pk),
        "form": change_address(dialogue),
        "lists": {
            name: list_address(name, dialogue=pk)
            for name in ("participation", "statement", "reportedfigure", "finding")
        },
    }
    return render(request, "admin/dialogues/workbench.html", context)


def _first(records):
    return list(records[:MAX_SHOWN])
