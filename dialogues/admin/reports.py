"""Readers' reports of errors, to be answered."""

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.admin.actions import PageActions, ReasonActionForm, link_to
from dialogues.admin.base import reason_of
from dialogues.admin.system_records import ReadOnly
from dialogues.models import ErrorReport


@admin.register(ErrorReport)
class ErrorReportAdmin(PageActions, ReadOnly, admin.ModelAdmin):
    """The reason given with an answer is its outcome, which readers see with the record."""

    list_display = ["wrong", "status", "record", "made_at", "outcome"]
    list_filter = ["status"]
    list_select_related = ["statement", "dialogue", "by"]
    search_fields = ["wrong", "right", "outcome"]
    fields = ["record", "wrong", "right", "evidence", "made_at", "status", "outcome"]
    readonly_fields = ["record"]
    action_form = ReasonActionForm
    page_actions = ("accept", "decline")
    actions = ["accept", "decline"]

    def has_answer_permission(self, request):
        return request.user.has_perm("dialogues.change_errorreport")

    @admin.display(description=gettext_lazy("record"))
    def record(self, report):
        return link_to(report.subject, report.subject._meta.model_name)

    @admin.action(
        description=gettext_lazy("It was right and is mended: the reason is shown to readers"),
        permissions=["answer"],
    )
    def accept(self, request, reports):
        self._answer(request, reports, ErrorReport.Status.ACCEPTED)

    @admin.action(
        description=gettext_lazy("It stays as it is: the reason is shown to readers"),
        permissions=["answer"],
    )
    def decline(self, request, reports):
        self._answer(request, reports, ErrorReport.Status.DECLINED)

    def _answer(self, request, reports, status):
        def act(report):
            report.answer(status, reason_of(request), request.user)

        self.do_to_each(request, reports, act, _("%s answered."))
