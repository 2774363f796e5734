"""Readers' reports of errors, to be accepted or declined."""

from django.contrib import admin
from django.utils.translation import gettext_lazy, ngettext_lazy

from dialogues.admin.actions import PageActions, ReasonActionForm, link_to
from dialogues.admin.base import reason_of
from dialogues.admin.system_records import ReadOnlyMixin
from dialogues.models import ErrorReport


@admin.register(ErrorReport)
class ErrorReportAdmin(PageActions, ReadOnlyMixin, admin.ModelAdmin):
    """The reason given with an answer is the outcome, which readers see with the record."""

    list_display = ["wrong", "status", "record", "made_at", "outcome"]
    list_filter = ["status"]
    list_select_related = ["statement", "dialogue", "by"]
    search_fields = ["wrong", "right", "outcome"]
    fields = ["record", "wrong", "right", "evidence", "made_at", "status", "outcome"]
    readonly_fields = ["record"]
    action_form = ReasonActionForm
    page_actions = ("accept", "postpone", "decline")
    actions = ["accept", "postpone", "decline"]

    def has_answer_permission(self, request):
        return request.user.has_perm("dialogues.change_errorreport")

    @admin.display(description=gettext_lazy("record"))
    def record(self, report):
        return link_to(report.subject, report.subject._meta.model_name)

    @admin.action(
        description=gettext_lazy("Accept: the record has been corrected (readers see the reason)"),
        permissions=["answer"],
    )
    def accept(self, request, reports):
        self._answer(request, reports, ErrorReport.Status.ACCEPTED)

    @admin.action(
        description=gettext_lazy("Accept: not corrected yet (readers see the reason)"),
        permissions=["answer"],
    )
    def postpone(self, request, reports):
        self._answer(request, reports, ErrorReport.Status.PENDING)

    @admin.action(
        description=gettext_lazy("Decline: the record stays unchanged (readers see the reason)"),
        permissions=["answer"],
    )
    def decline(self, request, reports):
        self._answer(request, reports, ErrorReport.Status.DECLINED)

    def _answer(self, request, reports, status):
        def act(report):
            report.answer(status, reason_of(request), request.user)

        message = ngettext_lazy("%d report answered.", "%d reports answered.")
        self.apply_to_each(request, reports, act, message)
