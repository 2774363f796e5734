"""Source documents with their passages, and editors' notes."""

from hashlib import sha256

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialogues.admin.base import CuratedAdmin, CuratedInline, ReasonForm
from dialogues.models import EditorsNote, Passage, SourceDocument
from dialogues.text.paragraphs import paragraphs_of


class PassageInline(CuratedInline, admin.StackedInline):
    model = Passage
    fields = [("position", "section", "paragraph"), "text"]
    classes = ["collapse"]


class SourceForm(ReasonForm):
    """A source's form, with a field in which its whole text can be pasted."""

    whole_text = forms.CharField(
        label=_("Text of the document"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "cols": 90}),
        help_text=_(
            "Paste the text. It is split into passages at blank lines and added after the "
            "passages below. Quotations are checked against it; readers do not see it."
        ),
    )


@admin.register(SourceDocument)
class SourceDocumentAdmin(CuratedAdmin):
    list_display = ["title", "publisher", "kind", "published_on", "has_text"]
    list_filter = ["kind", "language", "publisher"]
    search_fields = ["title", "publisher", "slug", "symbols"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "kind", "dialogues", "language"]}),
        (_("Publisher"), {"fields": ["publisher", "publisher_note", "symbols", "url", "rights"]}),
        (_("Dates"), {"fields": ["published_on", "date_as_printed", "retrieved_on"]}),
        (_("Text"), {"fields": ["whole_text", "checksum", "about", "organizations"]}),
    ]
    autocomplete_fields = ["dialogues", "organizations"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [PassageInline]
    form = SourceForm

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self._add_passages(form.instance, paragraphs_of(form.cleaned_data.get("whole_text", "")))

    def save_model(self, request, obj, form, change):
        """Save; the first pasted text gives the source a checksum, which marks its text as held."""
        if (text := form.cleaned_data.get("whole_text")) and not obj.checksum:
            obj.checksum = sha256(text.encode()).hexdigest()
        super().save_model(request, obj, form, change)

    def _add_passages(self, source, paragraphs):
        last = source.passages.order_by("position").last()
        first = last.position + 1 if last else 1
        for position, paragraph in enumerate(paragraphs, first):
            Passage.objects.create(
                source=source,
                position=position,
                section=paragraph.section,
                paragraph=paragraph.paragraph,
                text=paragraph.text,
            )

    @admin.display(boolean=True, description=_("text held"))
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
