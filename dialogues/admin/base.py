"""What every curator's screen does: ask for a reason, and make one edition of what is saved."""

from contextlib import nullcontext

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.admin import SimpleHistoryAdmin

from dialogues.admin.edit_conflicts import VersionedForm, VersionedFormSet, latest_of
from dialogues.models import open_edition
from dialogues.text.names import name_key

# What ends each form.
LAST = ("change_reason", "seen")
HTTPS_LINKS = {models.URLField: {"assume_scheme": "https"}}


class ReasonForm(VersionedForm):
    """A record's form with the reason for the change."""

    change_reason = forms.CharField(
        label=gettext_lazy("Reason for this change"),
        required=False,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=gettext_lazy("Kept in the history. Readers of a corrected statement see it."),
    )


class NoDuplicatesFormSet(VersionedFormSet):
    """Rows of which no two say the same; the records say by `duplicate_key` what is the same."""

    def clean(self):
        super().clean()
        if any(self.errors):
            return
        rows = [form for form in self.forms if form.has_changed() or form.instance.pk]
        keys = [form.instance.duplicate_key() for form in rows if form not in self.deleted_forms]
        if len(set(keys)) < len(keys):
            raise ValidationError(_("The same is entered twice."))


class CuratedInline:
    """Rows of another record's form."""

    form = VersionedForm
    formset = VersionedFormSet
    extra = 0

    def get_fields(self, request, obj=None):
        fields = [*super().get_fields(request, obj)]
        return [*fields, "seen"] if self.has_change_permission(request, obj) else fields


class CuratedAdmin(SimpleHistoryAdmin):
    """The screen of one kind of record. `fieldsets` need not name the reason: it comes last."""

    form = ReasonForm
    formfield_overrides = HTTPS_LINKS
    change_form_template = "admin/dialogues/curated_form.html"
    object_history_form_template = "admin/dialogues/history_form.html"
    object_history_list_template = "admin/dialogues/history_list.html"
    list_per_page = 50

    def get_fieldsets(self, request, obj=None):
        fieldsets = [(name, dict(options)) for name, options in super().get_fieldsets(request, obj)]
        for _name, options in fieldsets:
            options["fields"] = [one for one in options["fields"] if one not in LAST]
        if self.has_change_permission(request, obj):
            fieldsets.append((_("History"), {"fields": LAST}))
        return fieldsets

    def get_search_results(self, request, queryset, search_term):
        """Search for the words as typed, and as names are compared: without accents."""
        search_term = search_term.replace("\x00", "")
        found, _doubled = super().get_search_results(request, queryset, search_term)
        named, _doubled = super().get_search_results(request, queryset, name_key(search_term))
        return queryset.filter(Q(pk__in=found.values("pk")) | Q(pk__in=named.values("pk"))), False

    def get_changeform_initial_data(self, request):
        """What an address fills in; a record is named by its number."""
        filled = super().get_changeform_initial_data(request)
        relations = {field.name for field in self.model._meta.get_fields() if field.is_relation}
        return {
            name: value
            for name, value in filled.items()
            if name not in relations or all(str(one).isdecimal() for one in _listed(value))
        }

    def get_object(self, request, object_id, from_field=None):
        """The record; while a form is being saved, nobody else changes it."""
        record = super().get_object(request, object_id, from_field)
        if record and request.method == "POST":
            record.refresh_from_db(from_queryset=self.model.objects.select_for_update(no_key=True))
        return record

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with self._edition(request):
            if problem := self._overtaken(request, object_id):
                return self._show_typed(request, problem)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _overtaken(self, request, object_id):
        """Why the form that was sent can no longer be saved; empty when it can."""
        if request.method != "POST" or not object_id:
            return ""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return _("This record was removed while you were writing.")
        seen = request.POST.get("seen", "")
        if self.has_change_permission(request, record) or seen in ("", str(latest_of(record))):
            return ""
        return _("This record was released while you were writing. Ask a curator to correct it.")

    def _show_typed(self, request, problem):
        left_out = ("csrfmiddlewaretoken", "seen")
        fields = [(name, value) for name, value in request.POST.items() if name not in left_out]
        context = self.admin_site.each_context(request) | {
            "title": _("Not saved"),
            "problem": problem,
            "fields": [(name, value) for name, value in fields if value],
        }
        return render(request, "admin/dialogues/overtaken.html", context, status=409)

    def history_view(self, request, object_id, extra_context=None):
        """As simple_history's, which takes any key for a number."""
        if not unquote(object_id).isdecimal():
            raise Http404
        return super().history_view(request, object_id, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        with self._edition(request):
            return super().delete_view(request, object_id, extra_context)

    def save_model(self, request, obj, form, change):
        """Save; where no reason was given, history says which fields were changed."""
        with open_edition() as edition:
            edition.reason = edition.reason or _what_was_done(form, change)
            super().save_model(request, obj, form, change)

    def delete_queryset(self, request, queryset):
        with self._edition(request):
            for record in queryset:
                record.delete()

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """An earlier version. simple_history lets whoever may view it also restore it by POST."""
        with self._edition(request):
            stored = self.get_object(request, object_id)
            if stored is None:
                raise Http404
            if request.method == "POST" and not self.has_change_permission(request, stored):
                raise PermissionDenied
            return super().history_form_view(request, object_id, version_id, extra_context)

    def _edition(self, request):
        """One edition for what is posted; looking takes no lock."""
        if request.method != "POST":
            return nullcontext()
        return open_edition(reason_of(request), request.user)


def _listed(value):
    return value if isinstance(value, list) else [value]


def _what_was_done(form, change):
    """Entered, or which fields were changed, in words."""
    if not change:
        return _("Entered")
    labels = [form.fields[name].label or name for name in form.changed_data if name not in LAST]
    return _("Changed: %s") % ", ".join(map(str, labels)) if labels else ""


def reason_of(request):
    """The reason given with a form or an action; without NUL, which PostgreSQL refuses."""
    reason = request.POST.get("change_reason") or request.POST.get("reason", "")
    return reason.replace("\0", "")
