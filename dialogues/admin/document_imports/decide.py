"""Decisions about proposals, posted one by one by the review screen."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dialogues.admin.document_imports.items import Items
from dialogues.admin.document_imports.review import counts_of, may_create, proposals_of
from dialogues.choices import ProposalKind
from dialogues.http.urls import record_key
from dialogues.imports.review.accepting import accept
from dialogues.imports.review.candidates import candidates_of
from dialogues.imports.review.decisions import change, problem_of, reject, reopen
from dialogues.imports.review.dialogue_record import DialogueRecord
from dialogues.imports.review.lists import rest_of_list
from dialogues.imports.review.rearranging import merge, split
from dialogues.imports.review.undoing import last_decision, undo
from dialogues.models import ImportProposal
from dialogues.snapshot.theme_names import ThemeNames

ITEM = "admin/dialogues/imports/_item.html"
COUNTS = "admin/dialogues/imports/_counts.html"
MAX_REASON = ImportProposal._meta.get_field("reason").max_length  # characters


@require_POST
def decide(request, document_import):
    """One decision; answers with what changed as JSON, or with the page again.

    `act`: accept, rest, reject, choose, themes, split, merge, reopen or undo. `proposal`: its key.
    """
    proposal = _proposal(request, document_import)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None or (proposal is None and act is not _undo):
        return HttpResponseBadRequest(_("Nothing is decided: open the page again."))
    try:
        touched, refusals = act(request, document_import, proposal)
    except ValidationError as problem:
        touched, refusals = [proposal] if proposal else [], []
        message = problem_of(problem)
    else:
        message = refusals[0].problem if refusals else ""
    if request.headers.get("Accept") == "application/json":
        return _answer(request, document_import, touched, refusals, message)
    if message:
        messages.warning(request, message)
    return redirect(f"{address_of(document_import)}?at={proposal.pk if proposal else ''}")


def _proposal(request, document_import):
    key = record_key(request.POST.get("proposal", ""))
    return document_import.proposals.filter(pk=key).first() if key else None


def address_of(document_import):
    """The address of the review screen."""
    return reverse("admin:dialogues_documentimport_change", args=[document_import.pk])


def _answer(request, document_import, touched, refusals, message):
    """The items that changed and the counts, as HTML in JSON. What is gone is null."""
    proposals = proposals_of(document_import)
    by_key = {proposal.pk: proposal for proposal in proposals}
    record = DialogueRecord(document_import)
    items = Items(record, ThemeNames.read(), may_create(request))
    problems = {refusal.proposal.pk: refusal.problem for refusal in refusals}
    counts = counts_of(request, document_import, proposals, record)
    others = _in_doubt(touched, proposals)
    keys = dict.fromkeys([*(each.pk for each in touched), *problems, *others])
    return JsonResponse(
        {
            "items": {
                key: _html(request, items, by_key.get(key), problems.get(key, "")) for key in keys
            },
            "counts": render_to_string(COUNTS, counts, request),
            "message": message,
            "focus": touched[0].pk if touched else None,
        }
    )


def _in_doubt(touched, proposals):
    """The open statements whose candidates a new speaker may have changed."""
    if not any(each.kind == ProposalKind.PARTICIPATION for each in touched):
        return []
    return [each.pk for each in proposals if each.is_open and each.kind == ProposalKind.STATEMENT]


def _html(request, items, proposal, problem):
    if proposal is None:
        return None
    item = items.item(proposal, problem)
    return render_to_string(ITEM, {"item": item, "import": proposal.document_import}, request)


def _accept(request, document_import, proposal):
    refusals = accept(document_import, [proposal], request.user)
    return _touched_with(document_import, request.user, [proposal]), refusals


def _touched_with(document_import, user, proposals):
    """The proposals and those that the last decision also decided about."""
    decision = last_decision(document_import, user)
    keys = [key for key, _before in decision.rows] if decision else []
    others = document_import.proposals.filter(pk__in=keys)
    return list({each.pk: each for each in [*proposals, *others]}.values())


def _accept_rest(request, document_import, proposal):
    """Accept the open rest of a list: what is sure, from this proposal on."""
    rest = rest_of_list(document_import, proposal)
    if not rest:
        raise ValidationError(_("It is not in a list: accept each statement on its own."))
    return rest, accept(document_import, rest, request.user)


def _reject(request, document_import, proposal):
    reason = request.POST.get("reason", "").replace("\0", "").strip()[:MAX_REASON]
    return [proposal], reject(document_import, [proposal], request.user, reason)


def _choose(request, document_import, proposal):
    """Take a candidate, by its number, and accept the proposal with it."""
    record = DialogueRecord(document_import)
    candidates = candidates_of(record, proposal, may_create(request))
    number = record_key(request.POST.get("candidate", "")) or 0
    if not 1 <= number <= len(candidates):
        raise ValidationError(_("There is no candidate of this number."))
    refusals = change(document_import, proposal, request.user, candidates[number - 1].values)
    if refusals:
        return [proposal], refusals
    return _accept(request, document_import, proposal)


def _add_themes(request, document_import, proposal):
    """Give a statement the themes that its words mention; without them, if it has them."""
    piece, start, end = proposal.place
    mentioned = ThemeNames.read().mentioned_in(document_import.pieces[piece]["text"][start:end])
    if "text" not in proposal.values or not mentioned:
        raise ValidationError(_("Its words mention no theme: change it to type one."))
    keys = [] if proposal.values.get("themes") else [each.theme.pk for each in mentioned]
    return [proposal], change(document_import, proposal, request.user, {"themes": keys})


def _split(request, document_import, proposal):
    return [proposal, *split(document_import, proposal, request.user)], []


def _merge(request, document_import, proposal):
    above = (
        document_import.proposals.open()
        .filter(kind=proposal.kind, position__lte=proposal.position)
        .exclude(pk=proposal.pk)
        .order_by("-position", "-pk")
        .first()
    )
    if above is None:
        raise ValidationError(_("No open statement is above it."))
    merge(document_import, above, proposal, request.user)
    return [above, proposal], []


def _reopen(request, document_import, proposal):
    return [proposal], reopen(document_import, proposal, request.user)


def _undo(request, document_import, _proposal):
    keys = undo(document_import, request.user)
    return list(ImportProposal.objects.filter(pk__in=keys)), []


ACTS = {
    "accept": _accept,
    "rest": _accept_rest,
    "reject": _reject,
    "choose": _choose,
    "themes": _add_themes,
    "split": _split,
    "merge": _merge,
    "reopen": _reopen,
    "undo": _undo,
}
