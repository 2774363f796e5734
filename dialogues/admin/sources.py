"""Source documents with their passages and ledger, and editors' notes."""

from hashlib import sha256

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialogues.admin.base import CuratedAdmin, CuratedInline, ReasonForm
from dialogues.models import EditorsNote, Passage, SourceDocument, SourceParagraph
from dialogues.text.paragraphs import paragraphs_of


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
    """A source's form, with a field in which its whole text can be pasted."""

    whole_text = forms.CharField(
        label=_("Text of the document"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "cols": 90}),
        help_text=_(
            "Paste the text. It is split into passages at blank lines and added after the "
            "passages below, and to the ledger. Quotations are checked against it."
        ),
    )


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
        (_("Text"), {"fields": ["whole_text", "is_text_public", "checksum"]}),
    ]
    autocomplete_fields = ["dialogues", "organizations"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [LedgerInline, PassageInline]
    form = SourceForm

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        paragraphs = paragraphs_of(form.cleaned_data.get("whole_text", ""))
        _add_after(form.instance.passages, paragraphs, with_text=True)
        _add_after(form.instance.ledger, paragraphs)

    def save_model(self, request, obj, form, change):
        """Save; the first pasted text gives the source a checksum, which marks its text as held."""
        if (text := form.cleaned_data.get("whole_text")) and not obj.checksum:
            obj.checksum = sha256(text.encode()).hexdigest()
        super().save_model(request, obj, form, change)

    @admin.display(boolean=True, description=_("text held"))
    def has_text(self, source):
        return source.has_text


def _add_after(rows, paragraphs, with_text=False):
    """Add a row for each paragraph after the last row of a source's passages or ledger."""
    last = rows.order_by("position").last()
    first = last.position + 1 if last else 1
    for position, paragraph in enumerate(paragraphs, first):
        text = {"text": paragraph.text} if with_text else {}
        rows.create(
            position=position, section=paragraph.section, paragraph=paragraph.paragraph, **text
        )


@admin.register(EditorsNote)
class EditorsNoteAdmin(CuratedAdmin):
    list_display = ["code", "kind", "source", "dialogue", "text"]
    list_filter = ["kind"]
    list_select_related = ["source", "dialogue"]
    search_fields = ["code", "text"]
    fields = ["code", "source", "dialogue", "kind", "text"]
    autocomplete_fields = ["source", "dialogue"]
