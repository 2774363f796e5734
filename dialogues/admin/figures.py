"""Reported figures: numbers that sources print."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialogues.admin.base import LOCATOR_FIELDS, CuratedAdmin
from dialogues.models import ReportedFigure


@admin.register(ReportedFigure)
class ReportedFigureAdmin(CuratedAdmin):
    list_display = ["key", "dialogue", "measure", "value", "unit", "source"]
    list_filter = ["measure", "qualifier", ("dialogue", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["dialogue", "source"]
    search_fields = ["key", "as_printed", "unit"]
    fieldsets = [
        (None, {"fields": ["dialogue", "key", "measure", "theme", "group", "counted_on"]}),
        (_("The number"), {"fields": [("qualifier", "value", "unit"), "as_printed"]}),
        (_("Names the source gives"), {"fields": ["named", "names_are_all"]}),
        (_("Where in the source"), {"fields": LOCATOR_FIELDS}),
        (_("For readers"), {"fields": ["position", "editor_note"]}),
    ]
    autocomplete_fields = ["dialogue", "theme", "group", "named", "source"]
