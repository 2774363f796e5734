"""Spreadsheets out, and in again: sent, shown, saved all or none."""

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

from dialogues.admin.system_records import ReadOnly
from dialogues.models import Dialogue, PendingImport
from dialogues.spreadsheets import files
from dialogues.spreadsheets.files import Sheet
from dialogues.spreadsheets.rows import REASON_COLUMN, TABLES, RowReader
from dialogues.spreadsheets.upload import Outcome, preview, save

# Between the two halves of a page that is sent while it is being made.
HERE = "<!-- what is read comes here -->"


class UploadForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("CSV or XLSX file"))


class SaveForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, widget=forms.TextInput(attrs={"size": 60})
    )


def may_import(user, table):
    """Whether somebody may save a spreadsheet of a table: who may enter, change and publish it."""
    name = TABLES[table].model._meta.model_name
    rights = [f"dialogues.{verb}_{name}" for verb in ("add", "change")]
    return user.has_perms([*rights, "dialogues.publish_statement"])


@admin.register(PendingImport)
class SpreadsheetAdmin(ReadOnly, admin.ModelAdmin):
    """All tables, in and out. A file that was sent is kept for a day, for who sent it."""

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("dialogues.view_statement")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def get_urls(self):
        def at(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"spreadsheet-{name}")

        return [
            path("", self.admin_site.admin_view(index), name="dialogues_pendingimport_changelist"),
            at("<slug:table>.<slug:extension>", download, "out"),
            at("<slug:table>/", upload, "in"),
            at("sent/<int:pk>/", look, "look"),
            at("sent/<int:pk>/save/", keep, "save"),
            at("sent/<int:pk>/refused.csv", refused, "refused"),
        ]


def _page(request, template, title, **context):
    context |= admin.site.each_context(request) | {"title": title}
    return render(request, f"admin/dialogues/{template}.html", context)


def _allowed(request, table=None):
    """Raise PermissionDenied for who may not see the records, or not save this table."""
    if not request.user.has_perm("dialogues.view_statement"):
        raise PermissionDenied
    if table and not may_import(request.user, table):
        raise PermissionDenied


def index(request):
    """The tables, each with its files and the way in."""
    _allowed(request)
    rows = [
        (name, table.model._meta.verbose_name_plural, may_import(request.user, name))
        for name, table in TABLES.items()
    ]
    return _page(
        request,
        "spreadsheets",
        _("Spreadsheets"),
        rows=rows,
        formats=files.WRITTEN,
        dialogues=Dialogue.objects.newest_first(),
    )


def download(request, table, extension):
    """All records of a table, or of one dialogue, as a file that can be sent in again."""
    _allowed(request)
    if table not in TABLES or extension not in files.WRITTEN:
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
    write, media_type = files.WRITTEN[extension]
    response = HttpResponse(write(sheet), content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    return response


def upload(request, table):
    """Send a file. One that cannot be read is refused with what to do."""
    if table not in TABLES:
        raise Http404
    _allowed(request, table)
    PendingImport.delete_expired()
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            pending = _sent(table, form.cleaned_data["file"], request.user)
            return redirect("admin:spreadsheet-look", pending.pk)
        except ValidationError as problem:
            form.add_error("file", problem)
    columns = TABLES[table].columns
    title = _("Send a spreadsheet: %s") % TABLES[table].model._meta.verbose_name_plural
    return _page(request, "upload", title, form=form, table=table, columns=columns)


def _sent(table, file, user):
    if file.size > files.MAX_BYTES:
        raise ValidationError(_("The file is larger than 20 MB. Send it in parts."))
    content = file.read()
    sheet = files.read(file.name, content)
    RowReader(TABLES[table]).load(sheet)
    return PendingImport.objects.create(table=table, name=file.name[:200], content=content, by=user)


def _pending(request, pk):
    PendingImport.delete_expired()
    pending = get_object_or_404(PendingImport, pk=pk, by=request.user)
    _allowed(request, pending.table)
    return pending, files.read(pending.name, bytes(pending.content))


def look(request, pk):
    """What the file would change, told while it is read. Nothing is saved."""
    pending, sheet = _pending(request, pk)
    response = StreamingHttpResponse(_told(request, pending, sheet))
    # Neither we nor a proxy gathers what is told before it is passed on.
    response["X-Accel-Buffering"] = "no"
    return response


def _told(request, pending, sheet):
    context = admin.site.each_context(request) | {
        "title": _("What %s would change") % pending.name,
        "pending": pending,
        "here": HERE,
    }
    page = render_to_string("admin/dialogues/look.html", context, request)
    before, _here, after = page.partition(HERE)
    yield before
    outcome, total = Outcome(), len(sheet)
    try:
        for number in preview(pending.table, sheet, outcome):
            said = _("%(number)s of %(total)s rows read") % {"number": number, "total": total}
            yield f"<p>{said}</p>\n"
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


def keep(request, pk):
    """Save the file in one edition, if no row of it is refused."""
    pending, sheet = _pending(request, pk)
    form = SaveForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        messages.error(request, _("Give a reason: it is kept in the history of each record."))
        return redirect("admin:spreadsheet-look", pending.pk)
    try:
        reason = form.cleaned_data["reason"]
        outcome = save(pending.table, sheet, reason, request.user, pending.seen)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
        return redirect("admin:spreadsheet-look", pending.pk)
    pending.delete()
    saved = outcome.counts["new"] + outcome.counts["changed"]
    done = ngettext("%(n)s record saved.", "%(n)s records saved.", saved)
    messages.success(request, done % {"n": saved})
    return redirect("admin:dialogues_pendingimport_changelist")


def refused(request, pk):
    """The refused rows as they were sent, each with why."""
    pending, sheet = _pending(request, pk)
    columns = [name for name in sheet.columns if name != REASON_COLUMN]
    rows = dict(sheet.rows)
    rejected = [
        (number, rows[int(number)] | {REASON_COLUMN: reason})
        for number, reason in pending.refused.items()
    ]
    return _file(Sheet([*columns, REASON_COLUMN], rejected), f"{pending.table}-refused", "csv")
