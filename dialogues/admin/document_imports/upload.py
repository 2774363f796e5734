"""Bring a document in: upload a file or paste its text."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.choices import ImportStep
from dialogues.imports.files.kinds import MAX_BYTES
from dialogues.imports.files.refusals import UnreadableDocumentError
from dialogues.imports.review.storing import PASTED, bring_in, read

# Without a worker, larger files would keep the person and the server waiting.
MAX_IN_REQUEST = 5_000_000  # bytes


class UploadForm(forms.Form):
    """A file, or a text."""

    document = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy(
            "PDF, DOCX, a saved web page or text. Its text is stored, not the file."
        ),
    )
    text = forms.CharField(
        label=gettext_lazy("Or the text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "cols": 90}),
    )

    def clean_document(self):
        file = self.cleaned_data["document"]
        limit = MAX_BYTES if settings.IMPORT_WORKER else MAX_IN_REQUEST
        if file and file.size > MAX_BYTES:
            raise ValidationError(
                UnreadableDocumentError("too-large", limit=MAX_BYTES // 1_000_000).sentence
            )
        if file and file.size > limit:
            message = _(
                "Without a worker this site reads files of up to %d MB. Upload a part of it, or "
                "ask the operator to run “manage.py read_documents”."
            )
            raise ValidationError(message % (limit // 1_000_000))
        return file

    def clean(self):
        cleaned = super().clean()
        if "document" in cleaned and bool(cleaned["document"]) == bool(cleaned.get("text")):
            raise ValidationError(_("Choose a file or paste a text."))
        return cleaned

    def file(self):
        """(name, bytes) of what was given."""
        file = self.cleaned_data["document"]
        if file:
            return file.name, file.read()
        return str(PASTED), self.cleaned_data["text"].encode()


def upload(request):
    """The form; POST reads the document, or lets the worker read a large one."""
    is_posted = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_posted else UploadForm()
    if form.is_valid():
        document_import = bring_in(*form.file(), by=request.user)
        if document_import.step != ImportStep.WAITING:
            messages.info(request, _("This file was brought in before: here is what came of it."))
        elif len(document_import.content) <= MAX_IN_REQUEST:
            read(document_import)
        if document_import.step != ImportStep.REFUSED:
            return redirect("admin:dialogues_documentimport_change", document_import.pk)
        form.add_error(None, document_import.problem)
        document_import.delete()
    context = admin.site.each_context(request) | {"title": _("New from a document"), "form": form}
    return render(request, "admin/dialogues/imports/upload.html", context)
