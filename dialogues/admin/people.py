"""People."""

from django.contrib import admin

from dialogues.admin.base import CuratedAdmin
from dialogues.models import Person


@admin.register(Person)
class PersonAdmin(CuratedAdmin):
    list_display = ["name", "also_known_as", "slug"]
    search_fields = ["name", "also_known_as", "slug"]
    fields = ["name", "slug", "also_known_as", "note"]
    prepopulated_fields = {"slug": ["name"]}
