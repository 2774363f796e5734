"""Statements: entered, reviewed, published, corrected, withdrawn."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues import publishing
from dialogues.admin.curated import CuratedAdmin, reason_of
from dialogues.models import Statement


class ReasonActionForm(ActionForm):
    """The list's actions, with the reason that withdrawing needs."""

    reason = forms.CharField(label=gettext_lazy("Reason:"), required=False)


@admin.register(Statement)
class StatementAdmin(CuratedAdmin):
    list_display = ["reference", "speaker", "dialogue", "summary", "status"]
    list_filter = [
        "status",
        ("dialogue", admin.RelatedOnlyFieldListFilter),
        "provenance",
        "stance",
        "act",
        "themes",
    ]
    list_select_related = ["dialogue", "participation__participant", "participation__person"]
    search_fields = [
        "reference",
        "text",
        "summary",
        "attribution",
        "participation__participant__key",
        "participation__participant__names__key",
        "participation__person__name",
    ]
    fieldsets = [
        (
            gettext_lazy("Who"),
            {"fields": ["dialogue", "participation", "attribution", "among_others"]},
        ),
        (
            gettext_lazy("What was said"),
            {"fields": ["text", ("language", "translation"), "summary"]},
        ),
        (
            gettext_lazy("Where it stands"),
            {"fields": ["provenance", "source", ("section", "paragraph", "line")]},
        ),
        (
            gettext_lazy("About"),
            {"fields": ["themes", ("stance", "act", "source_word"), "situations"]},
        ),
        (
            gettext_lazy("For readers"),
            {"fields": ["editor_note", "position", "state_of_publishing"]},
        ),
    ]
    readonly_fields = ["state_of_publishing"]
    autocomplete_fields = ["dialogue", "participation", "source", "themes", "situations"]
    action_form = ReasonActionForm
    actions = ["submit", "publish", "withdraw"]
    change_form_template = "admin/dialogues/statement_form.html"

    @admin.display(ordering="participation__participant__slug")
    def speaker(self, statement):
        return statement.speaker_name

    @admin.display(description=gettext_lazy("status"))
    def state_of_publishing(self, statement):
        if not statement.published_at:
            return statement.get_status_display()
        return f"{statement.get_status_display()}, {statement.published_at:%d %B %Y}"

    def has_publish_permission(self, request):
        return request.user.has_perm("dialogues.publish_statement")

    def has_change_permission(self, request, obj=None):
        """What is or was public is changed only by those who may publish."""
        if obj and obj.published_at and not self.has_publish_permission(request):
            return False
        return super().has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        """Save the form; restoring an earlier version does not undo or repeat its publishing."""
        if change:
            stored = Statement.objects.get(pk=obj.pk)
            obj.status, obj.published_at = stored.status, stored.published_at
        super().save_model(request, obj, form, change)

    def render_change_form(self, request, context, *args, **kwargs):
        context["can_publish"] = self.has_publish_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        self._publish_from_form(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        self._publish_from_form(request, obj)
        return super().response_change(request, obj)

    def _publish_from_form(self, request, statement):
        """Do what the buttons "save and publish" and "withdraw" say."""
        if "_publish" in request.POST and self.has_publish_permission(request):
            self.publish(request, [statement])
        if "_withdraw" in request.POST and self.has_publish_permission(request):
            self.withdraw(request, [statement])

    @admin.action(description=gettext_lazy("Send to review"), permissions=["change"])
    def submit(self, request, statements):
        refusals = publishing.submit(statements, reason_of(request), request.user)
        self._report(request, len(statements) - len(refusals), _("sent to review"), refusals)

    @admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
    def publish(self, request, statements):
        refusals = publishing.publish(statements, reason_of(request), request.user)
        self._report(request, len(statements) - len(refusals), _("published"), refusals)

    @admin.action(description=gettext_lazy("Withdraw"), permissions=["publish"])
    def withdraw(self, request, statements):
        try:
            refusals = publishing.withdraw(statements, reason_of(request), request.user)
        except ValueError as problem:
            self.message_user(request, str(problem), messages.ERROR)
            return
        self._report(request, len(statements) - len(refusals), _("withdrawn"), refusals)

    def _report(self, request, count, done, refusals):
        if count:
            text = _("%(count)s %(done)s.") % {"count": count, "done": done}
            self.message_user(request, text, messages.SUCCESS)
        for one in refusals:
            text = _("%(statement)s was left as it is. %(reason)s")
            params = {"statement": one.statement, "reason": one.reason}
            self.message_user(request, text % params, messages.WARNING)
