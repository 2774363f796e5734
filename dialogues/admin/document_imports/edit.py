"""Change what is proposed, in the form of its kind."""

from django.contrib import admin
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from dialogues.admin.document_imports.decide import address_of
from dialogues.admin.document_imports.forms import FORMS
from dialogues.imports.review.accepting import accept
from dialogues.imports.review.decisions import change
from dialogues.imports.review.dialogue_record import DialogueRecord


def edit(request, document_import, key):
    """The form of a proposal; POST stores what it says, and accepts it if asked to.

    `?part=1`: only the form, for the review screen.
    """
    proposal = get_object_or_404(document_import.proposals, pk=key)
    record = DialogueRecord(document_import)
    form = FORMS[proposal.kind](proposal, record, request.POST or None)
    if request.method == "POST" and form.is_valid():
        if problem := _save(request, document_import, proposal, form):
            form.add_error(None, problem)
        else:
            return redirect(f"{address_of(document_import)}?at={proposal.pk}")
    context = {"form": form, "proposal": proposal, "import": document_import}
    if "part" in request.GET:
        return render(request, "admin/dialogues/imports/_edit.html", context)
    context |= admin.site.each_context(request) | {"title": _("Change the proposal")}
    return render(request, "admin/dialogues/imports/edit.html", context)


def _save(request, document_import, proposal, form):
    """Store and perhaps accept; returns why not, or ""."""
    refusals = change(document_import, proposal, request.user, form.values())
    if not refusals and "accept" in request.POST:
        refusals = accept(document_import, [proposal], request.user)
    return refusals[0].problem if refusals else ""
