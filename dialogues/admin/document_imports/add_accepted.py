"""Add what was accepted to a published dialogue, where readers see it at once."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.admin.document_imports.decide import address_of
from dialogues.admin.document_imports.items import Items
from dialogues.imports.review.accepting import add_accepted, waiting_in
from dialogues.imports.review.dialogue_record import DialogueRecord
from dialogues.snapshot.theme_names import ThemeNames


@permission_required("dialogues.publish_statement", raise_exception=True)
def add_to_record(request, document_import):
    """What waits because readers would see it at once; POST adds it to the record."""
    waiting = list(waiting_in(document_import).prefetch_related("records"))
    if request.method == "POST":
        refusals = add_accepted(document_import, request.user)
        for refusal in refusals:
            messages.warning(request, refusal.problem)
        number = len(waiting) - len(refusals)
        message = ngettext(
            "%d record added to the public record.",
            "%d records added to the public record.",
            number,
        )
        messages.success(request, message % number)
        return redirect(address_of(document_import))
    record = DialogueRecord(document_import)
    items = Items(record, ThemeNames.read(), may_create=False)
    context = admin.site.each_context(request) | {
        "title": _("Add to the public record"),
        "subtitle": document_import.file_name,
        "import": document_import,
        "items": [items.item(proposal) for proposal in waiting],
    }
    return render(request, "admin/dialogues/imports/add_accepted.html", context)
