"""Review statements next to their source, one after the other."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues import publishing
from dialogues.admin.document_imports.origin import origin_of
from dialogues.admin.edit_conflicts import latest_version_of
from dialogues.admin.source_pane import SourcePane
from dialogues.admin.workflow import MESSAGES, send_back, status_changes
from dialogues.http.urls import record_key
from dialogues.models import Dialogue, Statement
from dialogues.quality.near_duplicates import near_duplicates
from dialogues.quality.statements import same_speaker
from dialogues.references import parse_reference


def _publish(request, statements):
    """Publish without a reason: a comment to colleagues is not for readers."""
    return publishing.publish(statements, "", request.user)


DECISIONS = {"publish": _publish, "send_back": send_back}


@permission_required("dialogues.publish_statement", raise_exception=True)
def review(request):
    """The statement ?at= (a reference) of those in review, or the first; POST publishes it or
    sends it back. ?dialogue= (a key) limits the queue to one dialogue."""
    dialogue = _dialogue(request)
    if request.method == "POST":
        return _decide(request, dialogue)
    queue = list(_queue(dialogue).values_list("reference", flat=True))
    at = request.GET.get("at") or (queue[0] if queue else "")
    statement = _statement(at) if at else None
    context = admin.site.each_context(request) | {
        "title": _("Review"),
        "subtitle": str(dialogue) if dialogue else None,
        "statement": statement,
        "number": queue.index(at) + 1 if at in queue else 0,
        "count": len(queue),
        "previous": _neighbour(dialogue, queue, at, -1),
        "next": _neighbour(dialogue, queue, at, 1),
    }
    context |= _details(statement, request.user)
    return render(request, "admin/dialogues/review.html", context)


def _dialogue(request):
    key = record_key(request.GET.get("dialogue", ""))
    return get_object_or_404(Dialogue, pk=key) if key else None


def _queue(dialogue):
    """The statements in review, in the order of their sources."""
    waiting = Statement.objects.filter(status=Statement.Status.IN_REVIEW)
    if dialogue:
        waiting = waiting.filter(dialogue=dialogue)
    return waiting.order_by("dialogue_id", "position", "pk")


def _statement(reference):
    records = Statement.objects.with_record()
    return get_object_or_404(records, reference=parse_reference(reference) or "")


def _neighbour(dialogue, queue, at, step):
    """The address of the statement before or after this one in the queue; "" if none."""
    if at not in queue:
        return _address(dialogue) if queue and at else ""
    place = queue.index(at) + step
    return _address(dialogue, queue[place]) if 0 <= place < len(queue) else ""


def _address(dialogue, reference=""):
    query = {"dialogue": dialogue.pk} if dialogue else {}
    query |= {"at": reference} if reference else {}
    return f"{reverse('admin:review')}?{urlencode(query)}"


def _details(statement, user):
    """What the page shows of the statement: its source, what prevents publishing, its history."""
    if statement is None:
        return {}
    pane = SourcePane(statement.source, statement)
    pane.mark_statements()
    return {
        "pane": pane,
        "origin": origin_of(statement),
        "version": latest_version_of(statement),
        "problems": publishing.publish_problems(statement, user),
        "similar": near_duplicates(statement, same_speaker(statement)),
        "changes": status_changes(statement),
    }


def _refusal(address):
    """A redirect after which what was typed is offered again; see unsaved_forms."""
    response = redirect(address)
    response.is_refusal = True
    return response


def _decide(request, dialogue):
    """Publish or send back, then go on to the next statement; stay if that was refused."""
    statement = _statement(request.POST.get("at", ""))
    here = _refusal(_address(dialogue, statement.reference))
    queue = list(_queue(dialogue).values_list("reference", flat=True))
    name = request.POST.get("act", "")
    if name not in DECISIONS:
        return here
    if request.POST.get("version") != str(latest_version_of(statement)):
        messages.warning(request, _("It was changed after you opened it. Read it again."))
        return here
    try:
        refusals = DECISIONS[name](request, [statement])
    except ValueError as problem:
        messages.error(request, str(problem))
        return here
    if refusals:
        messages.warning(request, refusals[0].reason)
        return here
    messages.success(request, MESSAGES[name] % 1)
    return redirect(_neighbour(dialogue, queue, statement.reference, 1) or _address(dialogue))
