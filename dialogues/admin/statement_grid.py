"""Edit themes, stance, place and status of many statements on one page, and undo it."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from dialogues.admin import workflow
from dialogues.admin.edit_conflicts import latest_version_of
from dialogues.http.urls import record_key
from dialogues.models import BulkEdit, Statement, Theme, UnsavedForm, open_edition
from dialogues.snapshot.theme_names import ThemeNames

MAX_ROWS = 100
MAX_SCREEN = UnsavedForm._meta.get_field("screen").max_length
COLUMNS = ("section", "paragraph", "stance")
DRAFT, IN_REVIEW = Statement.Status.DRAFT, Statement.Status.IN_REVIEW
LIST = "admin:dialogues_statement_changelist"


class GridRow(forms.ModelForm):
    """The columns of one statement that the grid changes."""

    theme_names = forms.CharField(label=gettext_lazy("Themes"), required=False)
    # A draft is sent for review and sent back here, but neither published nor withdrawn.
    new_status = forms.ChoiceField(label=gettext_lazy("Status"))
    # The latest history row of the statement when the grid was opened.
    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Statement
        fields = COLUMNS

    def __init__(self, *args, themes, version, **kwargs):
        super().__init__(*args, **kwargs)
        self.themes, self.latest_version = themes, version
        labels = ", ".join(theme.label for theme in self.instance.themes.all())
        status = self.instance.status
        self.initial |= {"theme_names": labels, "version": version, "new_status": status}
        possible = [DRAFT, IN_REVIEW] if status in (DRAFT, IN_REVIEW) else [status]
        self.fields["new_status"].choices = [
            (each, Statement.Status(each).label) for each in possible
        ]
        self.fields["new_status"].disabled = len(possible) == 1
        self.fields["theme_names"].widget.attrs["list"] = "themes"
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{field.label}: {self.instance.reference}"

    def clean_theme_names(self):
        return self.themes.find_all(self.cleaned_data["theme_names"])

    def clean(self):
        if self.cleaned_data.get("version") != self.latest_version:
            raise ValidationError(_("Somebody changed it meanwhile. Open the grid again."))
        return super().clean()

    @property
    def step(self):
        """The status that the statement is to have, if it is another."""
        return self.cleaned_data["new_status"] if "new_status" in self.changed_data else ""

    def save_changes(self):
        """Save all but the status; returns the values before, or None if nothing was changed."""
        changed = [name for name in self.changed_data if name != "version"]
        if not changed:
            return None
        stored = Statement.objects.get(pk=self.instance.pk)
        before = {name: getattr(stored, name) for name in (*COLUMNS, "status")}
        before["themes"] = list(stored.themes.values_list("pk", flat=True))
        if changed != ["new_status"]:
            self.instance.save()
        if "theme_names" in changed:
            self.instance.themes.set(self.cleaned_data["theme_names"])
        return before


@permission_required("dialogues.publish_statement", raise_exception=True)
def statement_grid(request):
    """The grid of the statements ?ids= (keys, separated by commas); POST saves all rows or none."""
    reason = request.POST.get("reason", "").replace("\0", "").strip()
    if request.method != "POST":
        return _grid(request, reason)
    with open_edition(reason or _("Edited together"), request.user):
        return _grid(request, reason)


def _grid(request, reason):
    """The page, or the redirect after saving. A POST locks the statements before it reads them."""
    keys = _keys(request)
    statements = _statements(keys, is_locked=request.method == "POST")
    themes, versions = ThemeNames.read(), _latest_versions(keys)
    rows = [
        GridRow(
            request.POST or None,
            instance=statement,
            prefix=statement.reference,
            themes=themes,
            version=versions[statement.pk],
        )
        for statement in statements
    ]
    problem = ""
    if request.method == "POST":
        invalid = [row for row in rows if not row.is_valid()]
        problem = "" if invalid else _problem(rows, reason)
        if not problem and not invalid:
            return _save(request, rows)
    context = admin.site.each_context(request) | {
        "title": _("Edit together"),
        "rows": rows,
        "screen": f"grid/{','.join(map(str, keys))}"[:MAX_SCREEN],
        "reason": reason,
        "problem": problem,
        "themes": themes,
    }
    return render(request, "admin/dialogues/statement_grid.html", context)


def _keys(request):
    keys = map(record_key, request.GET.get("ids", "").split(","))
    return list(filter(None, keys))[:MAX_ROWS]


def _statements(keys, is_locked):
    statements = Statement.objects.filter(pk__in=keys).with_speaker().prefetch_related("themes")
    if is_locked:
        statements = statements.select_for_update(of=("self",), no_key=True)
    return list(statements.order_by("dialogue_id", "position", "pk"))


def _latest_versions(keys):
    """{key of a statement: number of its latest history row}."""
    rows = Statement.history.filter(id__in=keys).order_by().values_list("id")
    return dict(rows.annotate(latest=Max("history_id")))


def _problem(rows, reason):
    """Why nothing can be saved yet; "" if it can."""
    if reason:
        return ""
    if any(row.instance.is_public() for row in rows):
        return _("Give a reason for the correction. Readers see it.")
    if any(row.step == DRAFT for row in rows):
        return _("Say what needs to be corrected.")
    return ""


def _save(request, rows):
    before = {row.instance.pk: row.save_changes() for row in rows}
    steps = {DRAFT: workflow.send_back, IN_REVIEW: workflow.submit}
    for status, take in steps.items():
        if statements := [row.instance for row in rows if row.step == status]:
            take(request, statements)
    versions = _latest_versions(before)
    saved = [[key, versions[key], values] for key, values in before.items() if values]
    if saved:
        BulkEdit.objects.create(user=request.user, rows=saved)
    message = ngettext("%d statement changed.", "%d statements changed.", len(saved))
    messages.success(request, message % len(saved))
    return redirect("admin:statement-grid-done" if saved else LIST)


@permission_required("dialogues.publish_statement", raise_exception=True)
def grid_done(request):
    """What the user changed last, with a button that undoes it."""
    edit = _last_edit(request.user)
    keys = [key for key, _version, _before in edit.rows] if edit else []
    context = admin.site.each_context(request) | {
        "title": _("Edited together"),
        "edit": edit,
        "statements": Statement.objects.filter(pk__in=keys).with_speaker(),
    }
    return render(request, "admin/dialogues/statement_grid_done.html", context)


@permission_required("dialogues.publish_statement", raise_exception=True)
@require_POST
def undo_grid(request):
    """Undo the user's save of the grid that was shown, but for statements changed since."""
    edit = _last_edit(request.user)
    if edit is None or str(edit.pk) != request.POST.get("edit"):
        messages.warning(request, _("There is nothing to undo."))
        return redirect(LIST)
    with open_edition(_("Undone: edited together"), request.user):
        results = [_restore(*row) for row in edit.rows]
        edit.undone_at = timezone.now()
        edit.save()
    restored, left = results.count(True), results.count(False)
    message = ngettext("%d statement is as before.", "%d statements are as before.", restored)
    messages.success(request, message % restored)
    if left:
        message = ngettext(
            "%d statement was changed since, and stays unchanged.",
            "%d statements were changed since, and stay unchanged.",
            left,
        )
        messages.warning(request, message % left)
    return redirect(LIST)


def _last_edit(user):
    return BulkEdit.objects.filter(user=user, undone_at=None).first()


def _restore(key, version, before):
    """Give a statement its values back, unless it was changed since. Returns whether it did."""
    statement = Statement.objects.select_for_update(no_key=True).filter(pk=key).first()
    if statement is None or latest_version_of(statement) != version:
        return False
    for name, value in before.items():
        if name != "themes":
            setattr(statement, name, value)
    statement.save()
    statement.themes.set(Theme.objects.filter(pk__in=before["themes"]))
    return True
