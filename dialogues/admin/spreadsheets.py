"""Download tables as spreadsheets, edit them, and upload them again.

An upload is previewed row by row, then saved whole or not at all.
"""

from typing import NamedTuple

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialogues.admin.system_records import ReadOnlyMixin
from dialogues.models import Dialogue, PendingImport
from dialogues.spreadsheets import downloads, files
from dialogues.spreadsheets.files import Sheet
from dialogues.spreadsheets.rows import REASON_COLUMN, TABLES, RowReader
from dialogues.spreadsheets.upload import Outcome, preview, save

# Where the streamed preview is inserted into its page.
PREVIEW_MARK = "<!-- preview -->"


class TableLinks(NamedTuple):
    """A table on the page of spreadsheets, and whether the user may upload it."""

    name: str
    label: str
    can_upload: bool


class UploadForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("CSV or XLSX file"))


class SaveForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, widget=forms.TextInput(attrs={"size": 60})
    )


def can_upload(user, table):
    """Whether the user may save a spreadsheet of a table: may add, change and publish records."""
    name = TABLES[table].model._meta.model_name
    permissions = [f"dialogues.{verb}_{name}" for verb in ("add", "change")]
    return user.has_perms([*permissions, "dialogues.publish_statement"])


@admin.register(PendingImport)
class SpreadsheetAdmin(ReadOnlyMixin, admin.ModelAdmin):
    """Downloads and uploads of all tables. An upload is stored for a day, for its user only."""

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("dialogues.view_statement")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def get_urls(self):
        def admin_path(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=name)

        return [
            admin_path("", index, "dialogues_pendingimport_changelist"),
            admin_path("<slug:table>.<slug:extension>", download, "spreadsheet-download"),
            admin_path("<slug:table>/", upload, "spreadsheet-upload"),
            admin_path("sent/<int:pk>/", preview_upload, "spreadsheet-preview"),
            admin_path("sent/<int:pk>/save/", save_upload, "spreadsheet-save"),
            admin_path("sent/<int:pk>/refused.csv", rejected_rows, "spreadsheet-rejected"),
        ]


def _page(request, template, title, **context):
    context |= admin.site.each_context(request) | {"title": title}
    return render(request, f"admin/dialogues/{template}.html", context)


def _check_permission(request, table=None):
    """Raise PermissionDenied unless the user may see the records and, if given, save this table."""
    if not request.user.has_perm("dialogues.view_statement"):
        raise PermissionDenied
    if table and not can_upload(request.user, table):
        raise PermissionDenied


def index(request):
    """The tables, each with its downloads and its upload."""
    _check_permission(request)
    tables = [
        TableLinks(name, table.model._meta.verbose_name_plural, can_upload(request.user, name))
        for name, table in TABLES.items()
    ]
    return _page(
        request,
        "spreadsheets",
        _("Spreadsheets"),
        tables=tables,
        formats=downloads.WRITTEN,
        dialogues=Dialogue.objects.newest_first(),
    )


def download(request, table, extension):
    """All records of a table, or those of one dialogue, as a file that can be uploaded again."""
    _check_permission(request)
    if table not in TABLES or extension not in downloads.WRITTEN:
        raise Http404
    reader = RowReader(TABLES[table])
    records = reader.records()
    has_dialogue = "dialogue" in TABLES[table].columns
    if has_dialogue and (slug := request.GET.get("dialogue", "").replace("\0", "")):
        records = records.filter(dialogue__slug=slug)
    try:
        return _file(reader.export(records), table, extension)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
        return redirect("admin:dialogues_pendingimport_changelist")


def _file(sheet, name, extension):
    write, media_type = downloads.WRITTEN[extension]
    response = HttpResponse(write(sheet), content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    return response


def upload(request, table):
    """Upload a file. A file that cannot be read is rejected with a message that says what to do."""
    if table not in TABLES:
        raise Http404
    _check_permission(request, table)
    PendingImport.delete_expired()
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            pending = _store_upload(table, form.cleaned_data["file"], request.user)
            return redirect("admin:spreadsheet-preview", pending.pk)
        except ValidationError as problem:
            form.add_error("file", problem)
    columns = TABLES[table].columns
    title = _("Upload a spreadsheet: %s") % TABLES[table].model._meta.verbose_name_plural
    return _page(request, "upload", title, form=form, table=table, columns=columns)


def _store_upload(table, file, user):
    if file.size > files.MAX_BYTES:
        raise ValidationError(_("The file is larger than 20 MB. Split it and upload the parts."))
    content = file.read()
    sheet = files.read(file.name, content, TABLES[table].columns)
    RowReader(TABLES[table]).load(sheet)
    return PendingImport.objects.create(table=table, name=file.name[:200], content=content, by=user)


def _pending(request, pk):
    PendingImport.delete_expired()
    pending = get_object_or_404(PendingImport, pk=pk, by=request.user)
    _check_permission(request, pending.table)
    columns = TABLES[pending.table].columns
    return pending, files.read(pending.name, bytes(pending.content), columns)


def preview_upload(request, pk):
    """What the file would change, streamed while it is read. Saves nothing."""
    pending, sheet = _pending(request, pk)
    response = StreamingHttpResponse(_streamed_preview(request, pending, sheet))
    # A proxy must not buffer the progress.
    response["X-Accel-Buffering"] = "no"
    return response


def _streamed_preview(request, pending, sheet):
    context = admin.site.each_context(request) | {
        "title": _("Preview of %s") % pending.name,
        "pending": pending,
        "preview_mark": PREVIEW_MARK,
    }
    page = render_to_string("admin/dialogues/import_preview.html", context, request)
    before, _mark, after = page.partition(PREVIEW_MARK)
    yield before
    outcome, total = Outcome(), len(sheet)
    try:
        for number in preview(pending.table, sheet, outcome):
            progress = _("%(number)s of %(total)s rows read") % {"number": number, "total": total}
            yield f"<p>{progress}</p>\n"
    except ValidationError as problem:
        yield format_html("<p>{}</p>", " ".join(problem.messages)) + after
        return
    pending.refused, pending.seen = outcome.refused, outcome.digest
    pending.save()
    yield _result(request, pending, outcome, total)
    yield after


def _result(request, pending, outcome, total):
    context = {"pending": pending, "outcome": outcome, "total": total, "form": SaveForm()}
    name = "admin/dialogues/includes/_outcome.html"
    return render_to_string(name, context, request)


def save_upload(request, pk):
    """Save the file in one edition if none of its rows is rejected."""
    pending, sheet = _pending(request, pk)
    form = SaveForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        messages.error(request, _("Give a reason. It is recorded in the history of each record."))
        return redirect("admin:spreadsheet-preview", pending.pk)
    try:
        reason = form.cleaned_data["reason"]
        outcome = save(pending.table, sheet, reason, request.user, pending.seen)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
        return redirect("admin:spreadsheet-preview", pending.pk)
    pending.delete()
    saved = outcome.counts["new"] + outcome.counts["changed"]
    message = ngettext("%d record saved.", "%d records saved.", saved)
    messages.success(request, message % saved)
    return redirect("admin:dialogues_pendingimport_changelist")


def rejected_rows(request, pk):
    """The rejected rows as uploaded, each with the reason."""
    pending, sheet = _pending(request, pk)
    columns = [name for name in sheet.columns if name != REASON_COLUMN]
    rows = dict(sheet.rows)
    rejected = [
        (number, rows[int(number)] | {REASON_COLUMN: reason})
        for number, reason in pending.refused.items()
    ]
    return _file(Sheet([*columns, REASON_COLUMN], rejected), f"{pending.table}-refused", "csv")
