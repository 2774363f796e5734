"""Votes with their roll-call."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialogues.admin.base import LOCATOR_FIELDS, CuratedAdmin, CuratedInline
from dialogues.models import Ballot, Vote


class BallotInline(CuratedInline, admin.TabularInline):
    """How each state voted. A whole roll-call is uploaded as a spreadsheet."""

    model = Ballot
    fields = ["participant", "cast", "name_as_printed"]
    autocomplete_fields = ["participant"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_state()


@admin.register(Vote)
class VoteAdmin(CuratedAdmin):
    list_display = ["title", "body", "held_on", "symbols", "in_favour", "against", "abstaining"]
    list_filter = ["body"]
    date_hierarchy = "held_on"
    search_fields = ["title", "slug", "symbols", "agenda_item"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    "slug",
                    ("body", "held_on", "precision"),
                    "agenda_item",
                    "symbols",
                ]
            },
        ),
        (_("Debate"), {"fields": ["dialogue"]}),
        (
            _("Counts, as printed"),
            {"fields": ["is_without_vote", ("in_favour", "against", "abstaining")]},
        ),
        (_("Where in the source"), {"fields": LOCATOR_FIELDS}),
        (_("For readers"), {"fields": ["editor_note"]}),
    ]
    autocomplete_fields = ["dialogue", "source"]
    prepopulated_fields = {"slug": ["symbols"]}
    inlines = [BallotInline]
