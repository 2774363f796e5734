"""Findings of the quality checks, to be corrected or ignored with a reason."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from dialogues.admin.actions import PageActions, ReasonActionForm, link_to
from dialogues.admin.base import reason_of
from dialogues.admin.finding_fixes import fix_of
from dialogues.admin.system_records import ReadOnlyMixin
from dialogues.models import Finding

MESSAGES = {
    Finding.Status.IGNORED: ngettext_lazy("%d finding ignored.", "%d findings ignored."),
    Finding.Status.OPEN: ngettext_lazy("%d finding reopened.", "%d findings reopened."),
}


class StatusFilter(admin.SimpleListFilter):
    """Shows open findings unless another status is selected."""

    title = gettext_lazy("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [*Finding.Status.choices, ("all", _("All"))]

    def choices(self, changelist):
        for value, label in self.lookup_choices:
            query = changelist.get_query_string({self.parameter_name: value})
            yield {"selected": value == self._status(), "query_string": query, "display": label}

    def queryset(self, request, queryset):
        status = self._status()
        return queryset if status == "all" else queryset.filter(status=status)

    def _status(self):
        return self.value() or Finding.Status.OPEN


@admin.register(Finding)
class FindingAdmin(PageActions, ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["text", "check_name", "record", "status", "reason"]
    list_filter = [StatusFilter, "check_name", ("dialogue", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["dialogue", "statement", "group", "by"]
    search_fields = ["text", "reason"]
    fields = [
        "text",
        "check_name",
        "record",
        "fix",
        "status",
        "reason",
        "by",
        "found_at",
        "changed_at",
    ]
    readonly_fields = ["record", "fix"]
    action_form = ReasonActionForm
    page_actions = ("ignore", "reopen")
    list_query = "?status=all"
    actions = ["ignore", "reopen"]

    def has_resolve_permission(self, request):
        return request.user.has_perm("dialogues.change_finding")

    @admin.display(description=gettext_lazy("record"))
    def record(self, finding):
        about = finding.statement or finding.dialogue or finding.group
        return link_to(about, "group" if about == finding.group else about._meta.model_name)

    @admin.display(description=gettext_lazy("fix"))
    def fix(self, finding):
        fix = fix_of(finding)
        return format_html('<a href="{}">{}</a>', fix.address, fix.label) if fix else "-"

    @admin.action(description=gettext_lazy("Ignore (give a reason)"), permissions=["resolve"])
    def ignore(self, request, findings):
        self._set_status(request, findings, Finding.Status.IGNORED)

    @admin.action(description=gettext_lazy("Reopen"), permissions=["resolve"])
    def reopen(self, request, findings):
        self._set_status(request, findings, Finding.Status.OPEN)

    def _set_status(self, request, findings, status):
        def act(finding):
            finding.set_status(status, reason_of(request), request.user)

        self.apply_to_each(request, findings, act, MESSAGES[status])
