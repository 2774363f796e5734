"""Records that the site writes itself: editions, versions, redirections. Nobody edits them."""

from django.contrib import admin

from dialogues.models import (
    Change,
    Edition,
    FailedQuery,
    FrozenResult,
    Redirection,
    Version,
)


class ReadOnlyMixin:
    """An admin whose records nobody adds, changes or deletes by a form."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ChangeInline(ReadOnlyMixin, admin.TabularInline):
    model = Change
    fields = ["statement", "kind"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("statement")


@admin.register(Edition)
class EditionAdmin(ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["number", "made_at", "by", "reason"]
    list_select_related = ["by"]
    search_fields = ["reason"]
    inlines = [ChangeInline]


@admin.register(Version)
class VersionAdmin(ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["statement", "number", "edition", "made_at", "reason"]
    list_select_related = ["statement"]
    search_fields = ["statement__reference", "reason"]
    fields = ["statement", "number", "edition", "made_at", "reason", "digest", "record"]


@admin.register(FrozenResult)
class FrozenResultAdmin(ReadOnlyMixin, admin.ModelAdmin):
    """Can be deleted, because its title may contain what a visitor typed."""

    list_display = ["code", "title", "count", "edition", "made_at"]
    search_fields = ["code", "title"]
    fields = ["code", "title", "query", "edition", "made_at", "count", "digest"]
    has_delete_permission = admin.ModelAdmin.has_delete_permission


@admin.register(FailedQuery)
class FailedQueryAdmin(ReadOnlyMixin, admin.ModelAdmin):
    """Can be deleted, because visitors typed the words."""

    list_display = ["words", "count", "last_on"]
    search_fields = ["words"]
    fields = ["words", "count", "last_on"]
    has_delete_permission = admin.ModelAdmin.has_delete_permission


@admin.register(Redirection)
class RedirectionAdmin(ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["old", "new", "why", "made_at", "reason"]
    list_filter = ["why"]
    search_fields = ["old", "new", "reason"]
