"""Search all kinds of record at once, each as its own list in the admin searches."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

# Matches shown of each kind of record; the list of the kind shows all.
MAX_SHOWN = 8
MAX_LENGTH = 200  # of what is searched for
# Participants are searched as states, groups and organizations; a name leads to its participant.
NOT_SEARCHED = {"Participant", "Name", "PendingImport"}


class Matches(NamedTuple):
    """The first matches of one kind of record: (text, address) each, and the list of all."""

    kind: str
    records: list[tuple[str, str]]
    has_more: bool
    address: str


@permission_required("dialogues.view_statement", raise_exception=True)
def search_everything(request):
    """The page of matches among all records that the user may see."""
    text = request.GET.get("q", "").replace("\0", "")[:MAX_LENGTH].strip()
    context = admin.site.each_context(request) | {
        "title": _("Search everything"),
        "query": text,
        "kinds": [kind for kind in _kinds(request, text) if kind.records] if text else [],
    }
    return render(request, "admin/dialogues/search.html", context)


def _kinds(request, text):
    for model, model_admin in admin.site._registry.items():
        is_searched = model.__name__ not in NOT_SEARCHED and model_admin.search_fields
        if is_searched and model_admin.has_view_permission(request):
            yield _matches(request, text, model_admin)


def _label(record):
    return getattr(record, "in_few_words", None) or str(record)


def _matches(request, text, model_admin):
    info = model_admin.opts.app_label, model_admin.opts.model_name
    queryset = model_admin.get_queryset(request)
    queryset = queryset.select_related(*(model_admin.list_select_related or ()))
    matches, _duplicates = model_admin.get_search_results(request, queryset, text)
    records = list(matches.distinct()[: MAX_SHOWN + 1])
    links = [
        (_label(record), reverse("admin:{}_{}_change".format(*info), args=[record.pk]))
        for record in records[:MAX_SHOWN]
    ]
    address = reverse("admin:{}_{}_changelist".format(*info))
    return Matches(
        str(model_admin.opts.verbose_name_plural),
        links,
        len(records) > MAX_SHOWN,
        f"{address}?{urlencode({'q': text})}",
    )
