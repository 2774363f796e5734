"""Themes and their other words."""

from django.contrib import admin

from dialogues.admin.curated import CuratedAdmin, NoTwinsFormSet
from dialogues.models import Theme, ThemeAlias


class ThemeAliasInline(admin.TabularInline):
    model = ThemeAlias
    formset = NoTwinsFormSet
    fields = ["alias"]
    extra = 0


@admin.register(Theme)
class ThemeAdmin(CuratedAdmin):
    list_display = ["label", "parent", "position", "slug"]
    list_filter = [("parent", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["parent"]
    search_fields = ["label", "slug", "aliases__alias"]
    fields = ["label", "slug", "parent", "position", "scope_note", "initiators"]
    autocomplete_fields = ["parent", "initiators"]
    prepopulated_fields = {"slug": ["label"]}
    inlines = [ThemeAliasInline]
