"""Source documents with their passages and ledger, and editors' notes."""

from hashlib import sha256

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from dialogues.admin.base import CuratedAdmin, CuratedInline, ReasonForm, goes_on_elsewhere
from dialogues.imports.files.as_text import as_text
from dialogues.imports.files.child import read_in_child
from dialogues.imports.files.kinds import MAX_BYTES
from dialogues.imports.files.refusals import UnreadableDocumentError
from dialogues.imports.source_text import lost_quotations, store_text
from dialogues.models import (
    EditorsNote,
    Passage,
    SourceDocument,
    SourceParagraph,
)
from dialogues.text.paragraphs import paragraphs_of

MAX_PASSAGES = 3_000  # of one text
MAX_EXAMPLES = 5  # quotations that a message shows


class PassageInline(CuratedInline, admin.StackedInline):
    model = Passage
    fields = [("position", "section", "paragraph"), "text"]
    classes = ["collapse"]


class LedgerInline(CuratedInline, admin.TabularInline):
    """What has been done with each paragraph."""

    model = SourceParagraph
    fields = ["position", "section", "paragraph", "progress", "note"]
    classes = ["collapse"]


class SourceForm(ReasonForm):
    """A source's form, in which its whole text can be pasted, or a file of it uploaded."""

    text_use = forms.ChoiceField(
        label=_("If it has a text already"),
        required=False,
        choices=[
            ("", _("Ask")),
            ("add", _("Add the pasted text after it")),
            ("replace", _("Replace it by the pasted text")),
            ("replace-anyway", _("Replace it, although quotations are no longer found")),
        ],
    )
    whole_text = forms.CharField(
        label=_("Text of the document"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "cols": 90}),
        help_text=_(
            "Paste the text. It is split into passages at blank lines and added to the ledger. "
            "Quotations are checked against it."
        ),
    )
    document = forms.FileField(
        label=_("File of the document"),
        required=False,
        help_text=_(
            "Instead of pasting: PDF, DOCX, a saved web page or text. Its text is stored, not the "
            "file. Check the passages afterwards."
        ),
    )

    def clean_document(self):
        """The text of the uploaded file. Raises ValidationError for one that cannot be read."""
        file = self.cleaned_data["document"]
        if not file:
            return ""
        try:
            if file.size > MAX_BYTES:
                raise UnreadableDocumentError("too-large", limit=MAX_BYTES // 1_000_000)
            return as_text(read_in_child(file.read()))
        except UnreadableDocumentError as refusal:
            raise ValidationError(refusal.sentence) from refusal

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("whole_text") and cleaned.get("document"):
            self.add_error("document", _("Paste the text or choose a file, not both."))
        text = cleaned["whole_text"] = cleaned.get("whole_text") or cleaned.get("document", "")
        if cleaned.get("document"):
            # A browser does not send a file again. If the form is refused, the text is in it.
            self.data = self.data.copy()
            self.data[self.add_prefix("whole_text")] = text
        if len(paragraphs_of(text)) > MAX_PASSAGES:
            message = _("This text has more than %d paragraphs. Store a part of it.")
            self.add_error("whole_text", message % MAX_PASSAGES)
        if text and self.instance.pk and (problem := self._problem_of(text, cleaned)):
            self.add_error("text_use", problem)
        return cleaned

    def _problem_of(self, text, cleaned):
        """Why a pasted text cannot be stored next to the one that is stored already."""
        stored = list(self.instance.passages.order_by("position").values_list("text", flat=True))
        if not stored:
            return ""
        if [paragraph.text for paragraph in paragraphs_of(text)] == stored:
            return _("This text is already stored.")
        use = cleaned.get("text_use")
        if not use:
            return ngettext(
                "%d passage is stored already: say whether to add to it or replace it.",
                "%d passages are stored already: say whether to add to them or replace them.",
                len(stored),
            ) % len(stored)
        return self._lost_quotations(text) if use == "replace" else ""

    def _lost_quotations(self, text):
        """Which quotations the new text does not have, as a sentence; "" if it has all."""
        lost = lost_quotations(self.instance, text)
        if not lost:
            return ""
        examples = "; ".join(f"“{quotation[:80]}”" for quotation in lost[:MAX_EXAMPLES])
        message = ngettext(
            "%d quotation would no longer be found: %s",
            "%d quotations would no longer be found: %s",
            len(lost),
        )
        return message % (len(lost), examples)


@admin.register(SourceDocument)
class SourceDocumentAdmin(CuratedAdmin):
    list_display = ["title", "publisher", "kind", "published_on", "has_text"]
    list_filter = ["kind", "language", "publisher"]
    search_fields = ["title", "publisher", "slug", "symbols"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "kind", "dialogues", "language"]}),
        (_("Publisher"), {"fields": ["publisher", "publisher_note", "symbols", "rights"]}),
        (_("Link"), {"fields": ["url", "archived_url", ("retrieved_on", "checked_on")]}),
        (
            _("Dates"),
            {"fields": [("published_on", "published_in"), "date_as_printed", "date_note"]},
        ),
        (_("About it"), {"fields": ["about", "read_extent", "organizations"]}),
        (
            _("Text"),
            {"fields": ["whole_text", "document", "text_use", "is_text_public", "checksum"]},
        ),
    ]
    autocomplete_fields = ["dialogues", "organizations"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [LedgerInline, PassageInline]
    form = SourceForm

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        paragraphs = paragraphs_of(form.cleaned_data.get("whole_text", ""))
        is_replaced = form.cleaned_data.get("text_use", "").startswith("replace")
        store_text(form.instance, paragraphs, replace=is_replaced)

    def save_model(self, request, obj, form, change):
        """Save; the checksum of a pasted text marks that the text is stored."""
        is_new = not obj.checksum or form.cleaned_data.get("text_use", "").startswith("replace")
        if (text := form.cleaned_data.get("whole_text")) and is_new:
            obj.checksum = sha256(text.encode()).hexdigest()
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        """To the workbench of its dialogue, if it has one, where what comes next is."""
        response = super().response_add(request, obj, post_url_continue)
        dialogues = obj.dialogues.all()
        if goes_on_elsewhere(request) and len(dialogues) == 1:
            return redirect("admin:dialogue-workbench", dialogues[0].pk)
        return response

    @admin.display(boolean=True, description=_("text stored"))
    def has_text(self, source):
        return source.has_text


@admin.register(EditorsNote)
class EditorsNoteAdmin(CuratedAdmin):
    list_display = ["code", "kind", "source", "dialogue", "text"]
    list_filter = ["kind"]
    list_select_related = ["source", "dialogue"]
    search_fields = ["code", "text"]
    fields = ["code", "source", "dialogue", "kind", "text"]
    autocomplete_fields = ["source", "dialogue"]
