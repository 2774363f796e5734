"""Themes and their aliases."""

from django.contrib import admin

from dialogues.admin.base import CuratedAdmin, CuratedInline, NoDuplicatesFormSet
from dialogues.admin.merge_split import Mergeable
from dialogues.models import Statement, Theme, ThemeAlias


class ThemeAliasInline(CuratedInline, admin.TabularInline):
    model = ThemeAlias
    formset = NoDuplicatesFormSet
    fields = ["alias", "language"]


@admin.register(Theme)
class ThemeAdmin(Mergeable, CuratedAdmin):
    list_display = ["label", "parent", "position", "slug"]
    list_filter = [("parent", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["parent"]
    search_fields = ["label", "slug", "aliases__alias"]
    fields = ["label", "slug", "parent", "position", "scope_note", "initiators"]
    autocomplete_fields = ["parent", "initiators"]
    prepopulated_fields = {"slug": ["label"]}
    inlines = [ThemeAliasInline]
    merged_model = Theme

    def get_deleted_objects(self, objs, request):
        """As Django's, with the statements that prevent the deletion of a theme."""
        to_delete, counts, perms, protected = super().get_deleted_objects(objs, request)
        used = Statement.objects.filter(themes__in=objs).distinct()
        return to_delete, counts, perms, [*protected, *map(str, used)]
