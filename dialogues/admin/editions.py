"""The editions: what changed in public, when and why. Nobody edits them."""

from django.contrib import admin

from dialogues.models import Change, Edition


class ReadOnly:
    """A record the program writes."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ChangeInline(ReadOnly, admin.TabularInline):
    model = Change
    fields = ["statement", "kind"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("statement")


@admin.register(Edition)
class EditionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["number", "made_at", "by", "reason"]
    list_select_related = ["by"]
    search_fields = ["reason"]
    inlines = [ChangeInline]
