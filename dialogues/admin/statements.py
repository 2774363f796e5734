"""Statements: enter, review, publish, correct, withdraw."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialogues import publishing
from dialogues.admin.actions import ReasonActionForm, link_to
from dialogues.admin.base import REASON_FIELDS, CuratedAdmin, ReasonForm, reason_of
from dialogues.admin.merge_split import Mergeable
from dialogues.admin.review import review
from dialogues.admin.statement_grid import MAX_ROWS, grid_done, statement_grid, undo_grid
from dialogues.admin.workflow import MESSAGES, send_back, status_changes, submit, withdraw
from dialogues.models import Statement
from dialogues.speaker_lists.speaker_lookup import speaker_label


class StatementForm(ReasonForm):
    """A statement's form. A public statement keeps to the words of its source, and a correction of
    it needs a reason."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            # An earlier version is restored under the current status of the record.
            self.instance.status = self.record.status
            self.instance.published_at = self.record.published_at

    def clean(self):
        cleaned = super().clean()
        is_public = bool(self.instance.pk) and self.record.is_public()
        if is_public and set(publishing.QUOTATION_FIELDS) & set(self.changed_data):
            values = {name: cleaned.get(name) for name in publishing.QUOTATION_FIELDS}
            statement = Statement(**{name: value for name, value in values.items() if value})
            if problem := statement.source_id and publishing.missing_quotation(statement):
                self.add_error("text", problem)
        if "_withdraw" in self.data and not cleaned.get("change_reason"):
            self.add_error("change_reason", _("Say why the statement is withdrawn."))
        if is_public and self._is_corrected() and not cleaned.get("change_reason"):
            self.add_error("change_reason", _("Give a reason for the correction. Readers see it."))
        return cleaned

    def _is_corrected(self):
        return bool(set(self.changed_data) - set(REASON_FIELDS))


@admin.register(Statement)
class StatementAdmin(Mergeable, CuratedAdmin):
    list_display = ["reference", "status", "speaker", "when", "excerpt"]
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
        "dialogue__slug",
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
            gettext_lazy("Where in the source"),
            {
                "fields": [
                    "provenance",
                    "source",
                    ("section", "paragraph", "line"),
                    ("page", "begins_with", "ends_with"),
                    "words_checked",
                ]
            },
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
    merged_model = Statement
    autocomplete_fields = ["dialogue", "participation", "source", "themes", "situations"]
    action_form = ReasonActionForm
    actions = ["edit_together", "submit", "send_back", "publish", "withdraw"]
    form = StatementForm
    change_form_template = "admin/dialogues/statement_form.html"

    @admin.display(ordering="participation__participant__slug")
    def speaker(self, statement):
        participation = statement.participation
        return speaker_label(participation) if participation else statement.attribution

    @admin.display(description=gettext_lazy("status"))
    def state_of_publishing(self, statement):
        """Each change of status, with its date, user and reason, oldest first."""
        rows = status_changes(statement) if statement.pk else []
        lines = [
            (
                row.get_status_display(),
                f"{row.history_date:%d %B %Y %H:%M}",
                row.history_user or "-",
                _reason_suffix(row),
            )
            for row in rows
        ]
        return format_html_join(mark_safe("<br>"), "{}, {}, {}{}", lines) or _("New")

    @admin.display(ordering="dialogue__held_on", description=gettext_lazy("dialogue"))
    def when(self, statement):
        return statement.dialogue.short_title

    @admin.display(description=gettext_lazy("what was said"))
    def excerpt(self, statement):
        return Truncator(statement.summary or statement.text).chars(100)

    def get_urls(self):
        views = {
            "review": (review, "review"),
            "grid": (statement_grid, "statement-grid"),
            "grid/done": (grid_done, "statement-grid-done"),
            "grid/undo": (undo_grid, "statement-grid-undo"),
        }
        return [
            path(f"{address}/", self.admin_site.admin_view(view), name=name)
            for address, (view, name) in views.items()
        ] + super().get_urls()

    def view_on_site(self, statement):
        """The public page, or the preview of a statement that is not public."""
        if statement.is_public():
            return statement.get_absolute_url()
        return reverse("statement-preview", args=[statement.reference])

    def has_publish_permission(self, request):
        return request.user.has_perm("dialogues.publish_statement")

    def has_change_permission(self, request, obj=None):
        """Only users who may publish change a statement that is or was public."""
        if obj and obj.published_at and not self.has_publish_permission(request):
            return False
        return super().has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        """Save the form. Restoring an earlier version keeps the current status."""
        if obj.needs_translation:
            self.message_user(
                request, _("Its words are not in English: add a translation."), messages.WARNING
            )
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
        if "_publish" in request.POST and not obj.is_public():
            return redirect("admin:dialogues_statement_change", obj.pk)
        return super().response_change(request, obj)

    def _publish_from_form(self, request, statement):
        """Publish or withdraw, if the form was sent with that button."""
        if "_publish" in request.POST and self.has_publish_permission(request):
            self.publish(request, [statement])
        if "_withdraw" in request.POST and self.has_publish_permission(request):
            self.withdraw(request, [statement])

    @admin.action(
        description=gettext_lazy("Edit together: themes, stance, place"), permissions=["publish"]
    )
    def edit_together(self, request, statements):
        if len(statements) > MAX_ROWS:
            message = _("The grid shows the first %d of the selected statements.")
            self.message_user(request, message % MAX_ROWS, messages.WARNING)
        keys = ",".join(str(statement.pk) for statement in statements[:MAX_ROWS])
        return redirect(f"{reverse('admin:statement-grid')}?ids={keys}")

    @admin.action(description=gettext_lazy("Send for review"), permissions=["change"])
    def submit(self, request, statements):
        self._report(request, statements, submit(request, statements), MESSAGES["submit"])

    @admin.action(description=gettext_lazy("Send back (give a reason)"), permissions=["publish"])
    def send_back(self, request, statements):
        self._with_reason(request, statements, send_back, MESSAGES["send_back"])

    @admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
    def publish(self, request, statements):
        refusals = publishing.publish(statements, reason_of(request), request.user)
        self._report(request, statements, refusals, MESSAGES["publish"])

    @admin.action(description=gettext_lazy("Withdraw (give a reason)"), permissions=["publish"])
    def withdraw(self, request, statements):
        self._with_reason(request, statements, withdraw, MESSAGES["withdraw"])

    def _with_reason(self, request, statements, act, message):
        try:
            refusals = act(request, statements)
        except ValueError as problem:
            self.message_user(request, str(problem), messages.ERROR)
            return
        self._report(request, statements, refusals, message)

    def _report(self, request, statements, refusals, message):
        """Show how many statements were changed, and which were refused and why."""
        if count := len(statements) - len(refusals):
            self.message_user(request, message % count, messages.SUCCESS)
        if refusals:
            refused = ngettext(
                "%d statement was not changed:", "%d statements were not changed:", len(refusals)
            )
            lines = format_html_join("", "<li>{} {}</li>", _by_reason(refusals))
            text = format_html("{}<ul>{}</ul>", refused % len(refusals), lines)
            self.message_user(request, text, messages.WARNING)


def _by_reason(refusals):
    """(reason, links to the statements that were refused for it) of each reason."""
    statements = {}
    for refusal in refusals:
        statements.setdefault(refusal.reason, []).append(refusal.statement)
    for reason, refused in statements.items():
        links = [(link_to(each, "statement", each.in_few_words),) for each in refused]
        yield reason, format_html_join("; ", "{}", links)


def _reason_suffix(row):
    """The reason in a history row, as the end of a line."""
    return f": {row.history_change_reason}" if row.history_change_reason else ""
