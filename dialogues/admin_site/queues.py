"""What waits for somebody at the desk."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dialogues.models import ErrorReport, Finding, Statement

# (what it is called, the right to see it, its list and how that is narrowed, the records)
QUEUES = (
    (
        _("statements in review"),
        "dialogues.view_statement",
        ("dialogues_statement", "status__exact=in-review"),
        lambda: Statement.objects.filter(status=Statement.Status.IN_REVIEW),
    ),
    (
        _("drafts"),
        "dialogues.view_statement",
        ("dialogues_statement", "status__exact=draft"),
        lambda: Statement.objects.filter(status=Statement.Status.DRAFT),
    ),
    (
        _("findings that do not add up"),
        "dialogues.view_finding",
        ("dialogues_finding", ""),
        lambda: Finding.objects.filter(status=Finding.Status.OPEN),
    ),
    (
        _("readers’ reports without an answer"),
        "dialogues.view_errorreport",
        ("dialogues_errorreport", "status__exact=new"),
        lambda: ErrorReport.objects.filter(status=ErrorReport.Status.NEW),
    ),
)


def waiting_for(user):
    """(number, label, address) of each queue that somebody may see."""
    return [
        (records().count(), label, f"{reverse(f'admin:{name}_changelist')}?{query}")
        for label, right, (name, query), records in QUEUES
        if user.has_perm(right)
    ]
