"""Does it add up? What the checks found, to be mended or ignored with a reason."""

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.admin.actions import PageActions, ReasonActionForm, link_to
from dialogues.admin.base import reason_of
from dialogues.admin.system_records import ReadOnly
from dialogues.models import Finding


class StatusFilter(admin.SimpleListFilter):
    """Open findings, unless somebody asks for others."""

    title = gettext_lazy("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [*Finding.Status.choices, ("all", _("All"))]

    def choices(self, changelist):
        for value, label in self.lookup_choices:
            query = changelist.get_query_string({self.parameter_name: value})
            chosen = (self.value() or Finding.Status.OPEN) == value
            yield {"selected": chosen, "query_string": query, "display": label}

    def queryset(self, request, queryset):
        asked = self.value() or Finding.Status.OPEN
        return queryset if asked == "all" else queryset.filter(status=asked)


@admin.register(Finding)
class FindingAdmin(PageActions, ReadOnly, admin.ModelAdmin):
    list_display = ["text", "check_name", "record", "status", "reason"]
    list_filter = [StatusFilter, "check_name", ("dialogue", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["dialogue", "statement", "group", "by"]
    search_fields = ["text", "reason"]
    fields = ["text", "check_name", "record", "status", "reason", "by", "found_at", "changed_at"]
    readonly_fields = ["record"]
    action_form = ReasonActionForm
    page_actions = ("ignore", "reopen")
    list_query = "?status=all"
    actions = ["ignore", "reopen"]

    def has_settle_permission(self, request):
        return request.user.has_perm("dialogues.change_finding")

    @admin.display(description=gettext_lazy("record"))
    def record(self, finding):
        about = finding.statement or finding.dialogue or finding.group
        return link_to(about, "group" if about == finding.group else about._meta.model_name)

    @admin.action(description=gettext_lazy("Ignore, for the reason given"), permissions=["settle"])
    def ignore(self, request, findings):
        self._settle(request, findings, Finding.Status.IGNORED)

    @admin.action(description=gettext_lazy("Open again"), permissions=["settle"])
    def reopen(self, request, findings):
        self._settle(request, findings, Finding.Status.OPEN)

    def _settle(self, request, findings, status):
        def act(finding):
            finding.set_status(status, reason_of(request), request.user)

        self.do_to_each(request, findings, act, f"%s: {status.label}.")
