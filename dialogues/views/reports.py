"""Readers say what is wrong in a statement or a dialogue."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dialogues.forms import MOST_A_DAY, ReportForm, is_too_many
from dialogues.http.client import visitor_of
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
    """The form; then thanks. What was typed stays when it is not taken."""
    form = ReportForm(request.POST or None)
    visitor = visitor_of(request, "error report")
    status = 200
    if request.method == "POST":
        if form.is_valid() and is_too_many(visitor):
            problem = _("You have sent %s reports today, as many as one can. Try again tomorrow.")
            form.add_error(None, problem % MOST_A_DAY)
        if form.is_valid():
            return _taken(request, form, kind, record, visitor)
        status = 400
    context = {"form": form, kind: record, "record": record}
    response = render(request, "dialogues/report.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _taken(request, form, kind, record, visitor):
    setattr(form.instance, kind, record)
    form.instance.visitor = visitor
    ErrorReport.objects.forget_visitors()
    form.save()
    response = render(request, "dialogues/reported.html", {"record": record})
    response["X-Robots-Tag"] = "noindex"
    return response
