"""Read a document again as another class."""

from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dialogues.admin.document_imports.decide import address_of
from dialogues.choices import DocumentClass
from dialogues.imports.review import storing


@require_POST
def change_class(request, document_import):
    """Read the document again as another class. What is decided stays."""
    document_class = request.POST.get("document_class", "")
    if document_class not in DocumentClass.values:
        return HttpResponseBadRequest(_("Choose a class."))
    if document_class not in storing.WITHOUT_DIALOGUE and not document_import.dialogue_id:
        messages.warning(request, _("Without a dialogue only a background page can be read."))
        return redirect(address_of(document_import))
    document_import.document_class = document_class
    try:
        storing.store_proposals(document_import, storing.pieces_in(document_import))
    except storing.TooLongError as problem:
        messages.warning(request, str(problem))
    return redirect(address_of(document_import))
