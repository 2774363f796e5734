"""Merge and split records: a preview shows what moves, and each merge can be undone."""

from collections import Counter
from typing import NamedTuple

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from dialogues import merging
from dialogues.admin.actions import PageActions, ReasonActionForm
from dialogues.admin.base import reason_of
from dialogues.admin.system_records import ReadOnlyMixin
from dialogues.merging.split import movable_links
from dialogues.merging.step_labels import step_label
from dialogues.merging.steps import describe
from dialogues.models import (
    Merging,
    Participant,
    Statement,
    Theme,
)
from dialogues.references import parse_reference
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.snapshot.theme_names import ThemeNames

REASON = {"widget": forms.TextInput(attrs={"size": 80}), "label": gettext_lazy("Reason")}


def _find_participant(text):
    return ParticipantNames.read().find(text) or Participant.objects.filter(slug=text).first()


def _find_theme(text):
    themes = ThemeNames.read().find_all(text)
    return themes[0] if len(themes) == 1 else None


def _find_statement(text):
    return Statement.objects.filter(reference=parse_reference(text) or "").first()


# For each model: find a record by what an editor types, merge two records, split one.
FIND = {Participant: _find_participant, Theme: _find_theme, Statement: _find_statement}
MERGE = {
    Participant: merging.merge_participants,
    Theme: merging.merge_themes,
    Statement: merging.merge_statements,
}
SPLIT = {Participant: merging.split_participant, Theme: merging.split_theme}


def _find(model, text):
    """The record of a model with this name or reference. Raises ValidationError without one."""
    record = FIND[model](text.strip())
    if record is None:
        raise ValidationError(_("There is no record called “%s”.") % text)
    return record


class StepTotal(NamedTuple):
    """How many records of one kind a merge changes in the same way."""

    kind: str
    what: str
    number: int


class MergeForm(forms.Form):
    other = forms.CharField(
        label=gettext_lazy("Merge into"),
        max_length=400,
        help_text=gettext_lazy("The record that stays: its name, or the reference of a statement."),
        widget=forms.TextInput(attrs={"list": "others", "size": 60}),
    )
    reason = forms.CharField(**REASON)

    def __init__(self, record, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record

    def clean_other(self):
        return _find(type(self.record), self.cleaned_data["other"])


class SplitForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name of the new record"),
        max_length=120,
        widget=forms.TextInput(attrs={"size": 60}),
    )
    reason = forms.CharField(**REASON)

    def __init__(self, record, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record
        self.fields["chosen"] = forms.MultipleChoiceField(
            label=_("What belongs to the new record"),
            widget=forms.CheckboxSelectMultiple,
            choices=[
                (key, f"{model._meta.verbose_name}: {describe(other)}")
                for key, _column, model, other in movable_links(record)
            ],
        )
        self.order_fields(["name", "chosen", "reason"])


class SplitStatementForm(forms.Form):
    successors = forms.CharField(
        label=gettext_lazy("Published statements that replace it"),
        help_text=gettext_lazy("Their references, separated by spaces."),
        widget=forms.TextInput(attrs={"size": 60}),
    )
    reason = forms.CharField(**REASON)

    def __init__(self, record, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record

    def clean_successors(self):
        references = self.cleaned_data["successors"].split()
        return [_find(Statement, reference) for reference in references]


@permission_required("dialogues.merge_records", raise_exception=True)
def merge(request, model, pk):
    """Merge a record into another: enter the record that stays, preview, confirm."""
    record = get_object_or_404(model._base_manager, pk=pk)
    form = MergeForm(record, request.POST or None)

    def act(run, values):
        return run(MERGE[model], record, values["other"], values["reason"], request.user)

    return _page(request, form, act, _("Merge into another record"))


@permission_required("dialogues.merge_records", raise_exception=True)
def split(request, model, pk):
    """Split a record: choose what belongs to the new record, preview, confirm."""
    record = get_object_or_404(model._base_manager, pk=pk)
    form = (SplitStatementForm if model is Statement else SplitForm)(record, request.POST or None)

    def act(run, values):
        if model is Statement:
            args = merging.split_statement, record, values["successors"]
        else:
            args = SPLIT[model], record, values["name"], values["chosen"]
        return run(*args, values["reason"], request.user)

    return _page(request, form, act, _("Split into several records"))


def _page(request, form, act, title):
    """The form, with the steps that it would take; the button "do" takes them.

    `act(run, values)` passes the merge and its arguments to `run`, which makes or previews it.
    """
    steps = []
    if request.method == "POST" and form.is_valid():
        try:
            if "do" in request.POST:
                merged = act(lambda do, *args: do(*args), form.cleaned_data)
                messages.success(request, _("Done: %s. You can undo it on this page.") % merged)
                return redirect("admin:dialogues_merging_change", merged.pk)
            steps = act(merging.preview, form.cleaned_data)
        except ValidationError as problem:
            form.add_error(None, problem)
    context = admin.site.each_context(request) | {
        "title": title,
        "subtitle": str(form.record),
        "record": form.record,
        "opts": form.record._meta,
        "form": form,
        "steps": steps,
        "totals": _totals(steps),
        "others": _suggestions(type(form.record)),
    }
    return render(request, "admin/dialogues/merge.html", context)


def _totals(steps):
    counts = Counter((step["kind"], step["what"]) for step in steps)
    return [StepTotal(kind, what, number) for (kind, what), number in sorted(counts.items())]


def _suggestions(model):
    """What an editor can type for a record: names of participants, labels of themes."""
    if model is Statement:
        return []
    column = "name" if model is Participant else "label"
    return model.objects.order_by(column).values_list(column, flat=True)


class Mergeable:
    """Mixin for an admin whose records can be merged and split."""

    merged_model = None

    def get_urls(self):
        name = self.merged_model._meta.model_name

        def admin_view(view):
            return self.admin_site.admin_view(
                lambda request, pk: view(request, self.merged_model, pk)
            )

        own = [
            path("<int:pk>/merge/", admin_view(merge), name=f"{name}-merge"),
            path("<int:pk>/split/", admin_view(split), name=f"{name}-split"),
        ]
        return own + super().get_urls()


@admin.register(Merging)
class MergingAdmin(PageActions, ReadOnlyMixin, admin.ModelAdmin):
    list_display = ["kind", "before", "after", "reason", "by", "made_at", "undone_at"]
    list_filter = ["kind", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["by"]
    search_fields = ["before", "after", "reason"]
    fields = ["kind", "before", "after", "reason", "by", "made_at", "undone_at", "what_moved"]
    readonly_fields = ["what_moved"]
    action_form = ReasonActionForm
    page_actions = ("undo",)
    actions = ["undo"]

    def has_undo_permission(self, request):
        return request.user.has_perm("dialogues.merge_records")

    @admin.display(description=gettext_lazy("what moved"))
    def what_moved(self, merged):
        rows = [(step["kind"], step["label"], step_label(step["what"])) for step in merged.steps]
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{} “{}”: {}</li>", rows))

    @admin.action(description=gettext_lazy("Undo (give a reason)"), permissions=["undo"])
    def undo(self, request, mergings):
        def act(merged):
            merging.undo(merged, reason_of(request), request.user)

        latest_first = mergings.order_by("-made_at", "-pk")
        message = ngettext_lazy("%d merge undone.", "%d merges undone.")
        self.apply_to_each(request, latest_first, act, message)
