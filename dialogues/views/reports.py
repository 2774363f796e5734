"""Readers' reports of errors in a statement or a dialogue."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dialogues.forms import MAX_PER_DAY, ReportForm, has_reached_limit
from dialogues.http.client import visitor_id
from dialogues.mail.notices import notify_reader_wrote
from dialogues.models import Dialogue, ErrorReport, Statement
from dialogues.views.listing import get_published


def statement_report(request, reference):
    statement = get_published(Statement.objects.with_speaker(), reference)
    return _report(request, "statement", statement)


def dialogue_report(request, slug):
    return _report(request, "dialogue", get_object_or_404(Dialogue.objects.published(), slug=slug))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def _report(request, kind, record):
    """The form, and then thanks. A report that is refused stays in the form."""
    form = ReportForm(request.POST or None)
    visitor = visitor_id(request, "error report")
    status = 200
    if request.method == "POST":
        if form.is_valid() and has_reached_limit(visitor):
            problem = _("You have sent %s reports today, which is the limit. Try again tomorrow.")
            form.add_error(None, problem % MAX_PER_DAY)
        if form.is_valid():
            return _save(request, form, kind, record, visitor)
        status = 400
    context = {"form": form, kind: record, "record": record}
    response = render(request, "dialogues/report.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _save(request, form, kind, record, visitor):
    setattr(form.instance, kind, record)
    form.instance.visitor = visitor
    ErrorReport.objects.forget_visitors()
    notify_reader_wrote(form.save())
    response = render(request, "dialogues/reported.html", {"record": record})
    response["X-Robots-Tag"] = "noindex"
    return response
