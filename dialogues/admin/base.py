"""Base classes of the admin: each form asks for a reason, and each save makes one edition."""

from contextlib import nullcontext

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.admin import SimpleHistoryAdmin

from dialogues.admin.document_imports.origin import origin_of
from dialogues.admin.edit_conflicts import (
    VERSION_INPUT,
    VersionedForm,
    VersionedFormSet,
    latest_version_of,
)
from dialogues.admin.language_input import LanguageInput
from dialogues.models import open_edition
from dialogues.text.names import name_key

# The last fields of each form.
REASON_FIELDS = ("change_reason", "base_version")
# The fields of a place in a source, as rows of a form.
LOCATOR_FIELDS = ("source", ("section", "paragraph", "line"), ("page", "begins_with", "ends_with"))
HTTPS_LINKS = {models.URLField: {"assume_scheme": "https"}}


class ReasonForm(VersionedForm):
    """A record's form with the reason for the change."""

    change_reason = forms.CharField(
        label=gettext_lazy("Reason for this change"),
        required=False,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=gettext_lazy("Recorded in the history. Readers of a corrected statement see it."),
    )


class NoDuplicatesFormSet(VersionedFormSet):
    """Rows without duplicates, which are two records with an equal `duplicate_key()`."""

    def clean(self):
        super().clean()
        if any(self.errors):
            return
        rows = [form for form in self.forms if form.has_changed() or form.instance.pk]
        keys = [form.instance.duplicate_key() for form in rows if form not in self.deleted_forms]
        if len(set(keys)) < len(keys):
            raise ValidationError(_("Two rows are the same. Remove one of them."))


class CuratedInline:
    """Rows in the form of another record."""

    form = VersionedForm
    formset = VersionedFormSet
    extra = 0
    # A row has no page of its own.
    view_on_site = False

    def get_fields(self, request, obj=None):
        fields = [*super().get_fields(request, obj)]
        return [*fields, "base_version"] if self.has_change_permission(request, obj) else fields


class CuratedAdmin(SimpleHistoryAdmin):
    """The admin of one kind of record. The reason is added after the `fieldsets`."""

    form = ReasonForm
    formfield_overrides = HTTPS_LINKS
    change_form_template = "admin/dialogues/curated_form.html"
    object_history_form_template = "admin/dialogues/history_form.html"
    object_history_list_template = "admin/dialogues/history_list.html"
    list_per_page = 50

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "language":
            kwargs["widget"] = LanguageInput
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_fieldsets(self, request, obj=None):
        fieldsets = [(name, dict(options)) for name, options in super().get_fieldsets(request, obj)]
        for _name, options in fieldsets:
            options["fields"] = [name for name in options["fields"] if name not in REASON_FIELDS]
        if self.has_change_permission(request, obj):
            fieldsets.append((_("History"), {"fields": REASON_FIELDS}))
        return fieldsets

    def get_search_results(self, request, queryset, search_term):
        """Search for the text as typed, and for its name key, which has no accents."""
        search_term = search_term.replace("\x00", "")
        by_text, _distinct = super().get_search_results(request, queryset, search_term)
        matches = Q(pk__in=by_text.values("pk"))
        # Signs alone have no key, and an empty search matches everything.
        if key := name_key(search_term):
            by_key, _distinct = super().get_search_results(request, queryset, key)
            matches |= Q(pk__in=by_key.values("pk"))
        return queryset.filter(matches), False

    def get_changeform_initial_data(self, request):
        """The values that an address fills in. A related record is given by its number."""
        values = super().get_changeform_initial_data(request)
        relations = {field.name for field in self.model._meta.get_fields() if field.is_relation}
        return {
            name: value
            for name, value in values.items()
            if name not in relations or all(str(key).isdecimal() for key in _as_list(value))
        }

    def get_object(self, request, object_id, from_field=None):
        """The record; locked while a form is being saved."""
        record = super().get_object(request, object_id, from_field)
        if record and request.method == "POST":
            record.refresh_from_db(from_queryset=self.model.objects.select_for_update(no_key=True))
        return record

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with self._edition(request):
            if problem := self._why_not_saved(request, object_id):
                return self._show_unsaved(request, problem)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """As Django's, with the words of a document from which the record was made."""
        context |= {"origin": origin_of(obj) if obj else None}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _why_not_saved(self, request, object_id):
        """Why a posted form can no longer be saved; empty if it can."""
        if request.method != "POST" or not object_id:
            return ""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return _("This record was deleted while you were editing it.")
        if self.has_change_permission(request, record):
            return ""
        if request.POST.get(VERSION_INPUT, "") in ("", str(latest_version_of(record))):
            return ""
        return _(
            "This record was published while you were editing it. Ask a curator to correct it."
        )

    def _show_unsaved(self, request, problem):
        """409, with what was typed."""
        hidden = ("csrfmiddlewaretoken", VERSION_INPUT)
        fields = [
            (name, value)
            for name, value in request.POST.items()
            if name not in hidden and not name.startswith("unsaved_")
        ]
        context = self.admin_site.each_context(request) | {
            "title": _("Not saved"),
            "problem": problem,
            "fields": [(name, value) for name, value in fields if value],
        }
        return render(request, "admin/dialogues/edit_conflict.html", context, status=409)

    def history_view(self, request, object_id, extra_context=None):
        """As in simple_history, which would fail on a key that is not a number."""
        if not unquote(object_id).isdecimal():
            raise Http404
        return super().history_view(request, object_id, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        with self._edition(request):
            return super().delete_view(request, object_id, extra_context)

    def save_model(self, request, obj, form, change):
        """Save. Without a reason, the history names the fields that were changed."""
        with open_edition() as edition:
            edition.reason = edition.reason or _default_reason(form, change)
            super().save_model(request, obj, form, change)
        if form.fields_of_others:
            message = _(
                "Someone else saved it while you were editing it. Left as they saved it: %s."
            )
            messages.info(request, message % ", ".join(form.fields_of_others))

    def delete_queryset(self, request, queryset):
        with self._edition(request):
            for record in queryset:
                record.delete()

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """An earlier version. simple_history would let a user who may only view restore it."""
        with self._edition(request):
            stored = self.get_object(request, object_id)
            if stored is None:
                raise Http404
            if request.method == "POST" and not self.has_change_permission(request, stored):
                raise PermissionDenied
            return super().history_form_view(request, object_id, version_id, extra_context)

    def _edition(self, request):
        """One edition for a POST; a GET takes no lock."""
        if request.method != "POST":
            return nullcontext()
        return open_edition(reason_of(request), request.user)


def _as_list(value):
    return value if isinstance(value, list) else [value]


def _default_reason(form, change):
    """The reason in the history when none is given: entered, or which fields were changed."""
    if not change:
        return _("Entered")
    changed = [name for name in form.changed_data if name not in REASON_FIELDS]
    labels = [str(form.fields[name].label or name) for name in changed]
    own = [label for label in labels if label not in form.fields_of_others]
    return _("Changed: %s") % ", ".join(own) if own else ""


def goes_on_elsewhere(request):
    """Whether the person leaves the form after saving: it is no pop-up, and not saved to go on."""
    return not {"_continue", "_addanother", "_popup"} & set(request.POST)


def reason_of(request):
    """The reason posted with a form or an action, without NUL, which PostgreSQL rejects."""
    reason = request.POST.get("change_reason") or request.POST.get("reason", "")
    return reason.replace("\0", "")
