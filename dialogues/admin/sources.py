"""Source documents, their passages, and the editors' notes on them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialogues.admin.curated import CuratedAdmin, CuratedInline
from dialogues.models import EditorsNote, Passage, SourceDocument


class PassageInline(CuratedInline, admin.StackedInline):
    model = Passage
    fields = [("position", "section", "paragraph"), "text"]
    classes = ["collapse"]


@admin.register(SourceDocument)
class SourceDocumentAdmin(CuratedAdmin):
    list_display = ["title", "publisher", "kind", "published_on", "text_is_held"]
    list_filter = ["kind", "language", "publisher"]
    search_fields = ["title", "publisher", "slug", "symbols"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "kind", "dialogues", "language"]}),
        (_("Publisher"), {"fields": ["publisher", "publisher_note", "symbols", "url", "rights"]}),
        (_("Dates"), {"fields": ["published_on", "date_as_printed", "retrieved_on"]}),
        (_("Text"), {"fields": ["checksum", "about", "organizations"]}),
    ]
    autocomplete_fields = ["dialogues", "organizations"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [PassageInline]

    @admin.display(boolean=True, description=_("text held"))
    def text_is_held(self, source):
        return source.text_is_held


@admin.register(EditorsNote)
class EditorsNoteAdmin(CuratedAdmin):
    list_display = ["code", "kind", "source", "dialogue", "text"]
    list_filter = ["kind"]
    list_select_related = ["source", "dialogue"]
    search_fields = ["code", "text"]
    fields = ["code", "source", "dialogue", "kind", "text"]
    autocomplete_fields = ["source", "dialogue"]
