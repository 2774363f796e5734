"""Engagements: meetings of an office with others."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialogues.admin.base import LOCATOR_FIELDS, CuratedAdmin
from dialogues.models import Engagement


@admin.register(Engagement)
class EngagementAdmin(CuratedAdmin):
    list_display = ["title", "kind", "date_as_printed", "place", "source"]
    list_filter = ["kind", ("source", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["source"]
    search_fields = ["title", "key", "place", "summary"]
    fieldsets = [
        (None, {"fields": ["title", "key", "kind", "summary"]}),
        (_("When"), {"fields": ["date_as_printed", ("begins_on", "ends_on", "precision")]}),
        (_("Where"), {"fields": [("place", "country")]}),
        (_("With whom"), {"fields": ["organizations", "people"]}),
        (_("Where in the source"), {"fields": LOCATOR_FIELDS}),
        (_("For readers"), {"fields": ["position", "editor_note"]}),
    ]
    autocomplete_fields = ["country", "organizations", "people", "source"]
    prepopulated_fields = {"key": ["title"]}
