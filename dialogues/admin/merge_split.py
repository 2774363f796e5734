"""Merging and splitting, with what moves shown before, and the way back after."""

from collections import Counter

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues import merging
from dialogues.admin.actions import PageActions, ReasonActionForm
from dialogues.admin.base import reason_of
from dialogues.admin.system_records import ReadOnly
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


def _participant(typed):
    return ParticipantNames.read().find(typed) or Participant.objects.filter(slug=typed).first()


def _theme(typed):
    found = ThemeNames.read().find_all(typed)
    return found[0] if len(found) == 1 else None


def _statement(typed):
    return Statement.objects.filter(reference=parse_reference(typed) or "").first()


# How a record of each model is found by what is typed, merged, and split.
FIND = {Participant: _participant, Theme: _theme, Statement: _statement}
MERGE = {
    Participant: merging.merge_participants,
    Theme: merging.merge_themes,
    Statement: merging.merge_statements,
}
SPLIT = {Participant: merging.split_participant, Theme: merging.split_theme}


def _one(model, typed):
    """The record of a model that is typed. Raises ValidationError for none."""
    found = FIND[model](typed.strip())
    if found is None:
        raise ValidationError(_("There is no record called “%s”.") % typed)
    return found


class MergeForm(forms.Form):
    other = forms.CharField(
        label=gettext_lazy("It is the same as"),
        max_length=400,
        help_text=gettext_lazy("A name, or the reference of a statement. That one stays."),
        widget=forms.TextInput(attrs={"list": "others", "size": 60}),
    )
    reason = forms.CharField(**REASON)

    def __init__(self, record, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record

    def clean_other(self):
        return _one(type(self.record), self.cleaned_data["other"])


class SplitForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("The new one is called"),
        max_length=120,
        widget=forms.TextInput(attrs={"size": 60}),
    )
    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("What belongs to it"), widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(**REASON)

    def __init__(self, record, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record
        rows = movable_links(record)
        self.fields["chosen"].choices = [
            (key, f"{model._meta.verbose_name}: {describe(other)}")
            for key, _column, model, other in rows
        ]


class SplitStatementForm(forms.Form):
    successors = forms.CharField(
        label=gettext_lazy("Published statements that stand for it now"),
        help_text=gettext_lazy("Their references, separated by spaces."),
        widget=forms.TextInput(attrs={"size": 60}),
    )
    reason = forms.CharField(**REASON)

    def __init__(self, record, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record

    def clean_successors(self):
        return [_one(Statement, one) for one in self.cleaned_data["successors"].split()]


@permission_required("dialogues.merge_records", raise_exception=True)
def merge(request, model, pk):
    """Name the record that stays; see what moves; merge."""
    record = get_object_or_404(model._base_manager, pk=pk)
    form = MergeForm(record, request.POST or None)

    def act(said, by, make):
        return make(MERGE[model], record, said["other"], said["reason"], by)

    return _screen(request, record, form, act, _("Merge into another"))


@permission_required("dialogues.merge_records", raise_exception=True)
def split(request, model, pk):
    """Say what belongs to a second record; see what moves; split."""
    record = get_object_or_404(model._base_manager, pk=pk)
    form = (SplitStatementForm if model is Statement else SplitForm)(record, request.POST or None)

    def act(said, by, make):
        if model is Statement:
            return make(merging.split_statement, record, said["successors"], said["reason"], by)
        return make(SPLIT[model], record, said["name"], said["chosen"], said["reason"], by)

    return _screen(request, record, form, act, _("Split into several"))


def _screen(request, record, form, act, title):
    """The form with what would move, until it is sent with "do"."""
    steps = []
    if request.method == "POST" and form.is_valid():
        try:
            if "do" in request.POST:
                made = act(form.cleaned_data, request.user, lambda do, *args: do(*args))
                messages.success(request, _("Done: %s. It can be undone here.") % made)
                return redirect("admin:dialogues_merging_change", made.pk)
            steps = act(form.cleaned_data, request.user, merging.preview)
        except ValidationError as problem:
            form.add_error(None, problem)
    context = admin.site.each_context(request) | {
        "title": title,
        "subtitle": str(record),
        "record": record,
        "opts": record._meta,
        "form": form,
        "steps": steps,
        "totals": sorted(Counter((one["kind"], one["what"]) for one in steps).items()),
        "others": _others(type(record)),
    }
    return render(request, "admin/dialogues/merge.html", context)


def _others(model):
    """What can be typed for a record: names of participants, labels of themes."""
    if model is Statement:
        return []
    column = "name" if model is Participant else "label"
    return model.objects.order_by(column).values_list(column, flat=True)


class Mergeable:
    """A screen of records that can be merged and split."""

    merged_model = None

    def get_urls(self):
        name = self.merged_model._meta.model_name

        def at(view):
            return self.admin_site.admin_view(
                lambda request, pk: view(request, self.merged_model, pk)
            )

        own = [
            path("<int:pk>/merge/", at(merge), name=f"{name}-merge"),
            path("<int:pk>/split/", at(split), name=f"{name}-split"),
        ]
        return own + super().get_urls()


@admin.register(Merging)
class MergingAdmin(PageActions, ReadOnly, admin.ModelAdmin):
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
    def what_moved(self, made):
        rows = [(step["kind"], step["label"], step_label(step["what"])) for step in made.steps]
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{} “{}”: {}</li>", rows))

    @admin.action(description=gettext_lazy("Undo, for the reason given"), permissions=["undo"])
    def undo(self, request, chosen):
        def act(one):
            merging.undo(one, reason_of(request), request.user)

        latest_first = chosen.order_by("-made_at", "-pk")
        self.do_to_each(request, latest_first, act, _("%s undone."))
