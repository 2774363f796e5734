"""Dialogues and participations."""

from django.contrib import admin
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from dialogues.admin.base import (
    HTTPS_LINKS,
    LOCATOR_FIELDS,
    CuratedAdmin,
    CuratedInline,
    NoDuplicatesFormSet,
    ReasonForm,
    goes_on_elsewhere,
)
from dialogues.admin.enter_rows import enter_figures, enter_officials
from dialogues.admin.enter_statements import enter_statements, find_quotation
from dialogues.admin.paste_speakers import paste_speakers
from dialogues.models import (
    Dialogue,
    FurtherDay,
    Participation,
    Webcast,
)


class FurtherDayInline(CuratedInline, admin.TabularInline):
    model = FurtherDay


class WebcastInline(CuratedInline, admin.TabularInline):
    model = Webcast
    formfield_overrides = HTTPS_LINKS


class ParticipationInline(CuratedInline, admin.TabularInline):
    """The participations of a dialogue, in the order of the source.

    Rows are added here and changed on their own page: eighty rows of autocomplete fields keep a
    browser busy for eight seconds.
    """

    model = Participation
    formset = NoDuplicatesFormSet
    classes = ["collapse"]
    fields = [
        "position",
        "participant",
        "person",
        "office",
        "capacity",
        "status",
        "on_behalf_of",
        "on_behalf_of_as_printed",
        "name_as_printed",
        "group_as_printed",
        "source",
        "section",
        "paragraph",
    ]
    autocomplete_fields = ["participant", "person", "on_behalf_of", "source"]
    ordering = ["position", "pk"]
    show_change_link = True

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        related = ["participant", "person", "on_behalf_of", "source", "dialogue"]
        return super().get_queryset(request).select_related(*related)


class DialogueForm(ReasonForm):
    """A dialogue's form, which proposes the address and the year from forum and first day."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("slug", "year"):
            if name in self.fields:
                self.fields[name].required = False
                self.fields[name].help_text = _("If you leave it empty: from forum and first day.")

    def clean(self):
        cleaned = super().clean()
        day, forum = cleaned.get("held_on"), cleaned.get("forum")
        if day and not cleaned.get("year"):
            cleaned["year"] = day.year
        if not cleaned.get("slug") and forum and (day or cleaned.get("year")):
            cleaned["slug"] = f"{forum}-{day or cleaned['year']}"
        for name in ("slug", "year"):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _("Give the forum and the first day, or this."))
        return cleaned


@admin.register(Dialogue)
class DialogueAdmin(CuratedAdmin):
    form = DialogueForm
    list_display = ["title", "held_on", "forum", "format", "speaker_list", "status"]
    list_filter = ["status", "forum", "format", "speaker_list"]
    date_hierarchy = "held_on"
    search_fields = ["title", "slug", "report_title", "report_symbols"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "status"]}),
        (_("When and where"), {"fields": [("held_on", "year"), ("forum", "format"), "place"]}),
        (_("Place in the series"), {"fields": ["session", "series", "ordinals_as_printed"]}),
        (_("Report discussed"), {"fields": ["report_title", "report_symbols"]}),
        (_("Speakers"), {"fields": ["speaker_list", "speaker_list_note"]}),
        (_("For readers"), {"fields": ["summary", "situations", "editor_note"]}),
    ]
    autocomplete_fields = ["situations"]
    change_form_template = "admin/dialogues/dialogue_form.html"
    inlines = [FurtherDayInline, WebcastInline, ParticipationInline]

    def view_on_site(self, dialogue):
        """The public page, or the preview of a draft."""
        if dialogue.is_public():
            return dialogue.get_absolute_url()
        return reverse("dialogue-preview", args=[dialogue.slug])

    def response_add(self, request, obj, post_url_continue=None):
        """To the workbench, where what comes next is."""
        response = super().response_add(request, obj, post_url_continue)
        if goes_on_elsewhere(request):
            return redirect("admin:dialogue-workbench", obj.pk)
        return response

    def get_urls(self):
        views = [
            ("enter", enter_statements),
            ("enter/find", find_quotation),
            ("paste", paste_speakers),
            ("officials", enter_officials),
            ("figures", enter_figures),
        ]
        return [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(view),
                name=f"dialogue-{name.replace('/', '-')}",
            )
            for name, view in views
        ] + super().get_urls()


@admin.register(Participation)
class ParticipationAdmin(CuratedAdmin):
    list_display = ["__str__", "dialogue", "participant", "capacity", "status", "on_behalf_of"]
    list_filter = ["status", "capacity", ("dialogue", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["dialogue", "participant", "on_behalf_of"]
    search_fields = [
        "name_as_printed",
        "office",
        "key",
        "participant__key",
        "participant__names__key",
        "person__name",
        "dialogue__slug",
    ]
    search_help_text = _("A name, with a year or forum if needed: latvia 2017.")
    fieldsets = [
        (None, {"fields": ["dialogue", "participant", "person", "office"]}),
        (_("Capacity"), {"fields": [("capacity", "status")]}),
        (
            _("On behalf of others"),
            {"fields": ["on_behalf_of", "on_behalf_of_as_printed", "represented_by"]},
        ),
        (_("As printed"), {"fields": ["name_as_printed", ("group_as_printed", "printed_group")]}),
        (_("Where in the source"), {"fields": LOCATOR_FIELDS}),
        (_("For readers"), {"fields": [("spoke_on", "position"), "editor_note"]}),
    ]
    autocomplete_fields = [
        "dialogue",
        "participant",
        "person",
        "on_behalf_of",
        "represented_by",
        "printed_group",
        "source",
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("dialogue")
