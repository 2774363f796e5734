"""The work queues on the first page of the admin."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext_lazy

from dialogues.models import DocumentImport, ErrorReport, Finding, Statement


class Queue(NamedTuple):
    """Records that wait for work, and the list in the admin that shows them.

    `label` is a lazy plural: its form depends on the number of records.
    """

    label: Any
    permission: str
    admin_list: str
    query: str
    records: Callable[[], QuerySet]


class QueueCount(NamedTuple):
    """How many records a queue has, with the address of its list."""

    number: int
    label: str
    address: str


QUEUES = (
    Queue(
        ngettext_lazy("statement in review", "statements in review"),
        "dialogues.view_statement",
        "dialogues_statement",
        "status__exact=in-review",
        lambda: Statement.objects.filter(status=Statement.Status.IN_REVIEW),
    ),
    Queue(
        ngettext_lazy("document to review", "documents to review"),
        "dialogues.add_documentimport",
        "dialogues_documentimport",
        "waits=yes",
        DocumentImport.objects.to_review,
    ),
    Queue(
        ngettext_lazy("draft", "drafts"),
        "dialogues.view_statement",
        "dialogues_statement",
        "status__exact=draft",
        lambda: Statement.objects.filter(status=Statement.Status.DRAFT),
    ),
    Queue(
        ngettext_lazy("open finding", "open findings"),
        "dialogues.view_finding",
        "dialogues_finding",
        "",
        lambda: Finding.objects.filter(status=Finding.Status.OPEN),
    ),
    Queue(
        ngettext_lazy("reader report to settle", "reader reports to settle"),
        "dialogues.view_errorreport",
        "dialogues_errorreport",
        f"status__in={','.join(ErrorReport.OPEN)}",
        lambda: ErrorReport.objects.filter(status__in=ErrorReport.OPEN),
    ),
)


def work_queues(user):
    """A QueueCount for each queue that the user may see. One query each."""
    return [_count(queue) for queue in QUEUES if user.has_perm(queue.permission)]


def _count(queue):
    number = queue.records().count()
    address = f"{reverse(f'admin:{queue.admin_list}_changelist')}?{queue.query}"
    return QueueCount(number, queue.label % number, address)
