"""The work queues on the first page of the admin."""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dialogues.models import ErrorReport, Finding, Statement


class Queue(NamedTuple):
    """Records that wait for work, and the list in the admin that shows them."""

    label: str
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
        _("statements in review"),
        "dialogues.view_statement",
        "dialogues_statement",
        "status__exact=in-review",
        lambda: Statement.objects.filter(status=Statement.Status.IN_REVIEW),
    ),
    Queue(
        _("drafts"),
        "dialogues.view_statement",
        "dialogues_statement",
        "status__exact=draft",
        lambda: Statement.objects.filter(status=Statement.Status.DRAFT),
    ),
    Queue(
        _("findings that do not add up"),
        "dialogues.view_finding",
        "dialogues_finding",
        "",
        lambda: Finding.objects.filter(status=Finding.Status.OPEN),
    ),
    Queue(
        _("readers’ reports without an answer"),
        "dialogues.view_errorreport",
        "dialogues_errorreport",
        "status__exact=new",
        lambda: ErrorReport.objects.filter(status=ErrorReport.Status.NEW),
    ),
)


def work_queues(user):
    """A QueueCount for each queue that the user may see. One query each."""
    return [
        QueueCount(queue.records().count(), queue.label, _address_of(queue))
        for queue in QUEUES
        if user.has_perm(queue.permission)
    ]


def _address_of(queue):
    return f"{reverse(f'admin:{queue.admin_list}_changelist')}?{queue.query}"
