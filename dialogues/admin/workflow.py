"""The steps of a statement from draft to published: taken and reported, by mail too."""

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from dialogues import publishing
from dialogues.admin.base import reason_of
from dialogues.mail.notices import notify_sent_back, notify_waiting

MESSAGES = {
    "submit": ngettext_lazy("%d statement sent for review.", "%d statements sent for review."),
    "send_back": ngettext_lazy("%d statement sent back.", "%d statements sent back."),
    "publish": ngettext_lazy("%d statement published.", "%d statements published."),
    "withdraw": ngettext_lazy("%d statement withdrawn.", "%d statements withdrawn."),
}
NOTIFIED = ngettext_lazy("%d person was notified.", "%d people were notified.")


def submit(request, statements):
    """Send drafts for review and notify the reviewers. Returns the Refusals."""
    refusals = publishing.submit(statements, reason_of(request), request.user)
    _show_notified(request, notify_waiting(_done(statements, refusals), request.user))
    return refusals


def send_back(request, statements):
    """Send statements back and notify the people who entered them. Returns the Refusals."""
    reason = reason_of(request)
    refusals = publishing.send_back(statements, reason, request.user)
    _show_notified(request, notify_sent_back(_done(statements, refusals), reason, request.user))
    return refusals


def withdraw(request, statements):
    """Withdraw statements. Returns the Refusals."""
    return publishing.withdraw(statements, reason_of(request), request.user)


def _done(statements, refusals):
    refused = {refusal.statement.pk for refusal in refusals}
    return [statement for statement in statements if statement.pk not in refused]


def _show_notified(request, notified):
    """Say who was notified. The step itself is done, also if the mail is not."""
    if notified.is_mail_lost:
        problem = _(
            "Nobody was notified by mail: no mail could be sent. It is shown at their desk."
        )
        messages.warning(request, problem)
    elif notified.number:
        messages.info(request, NOTIFIED % notified.number)


def status_changes(statement):
    """The history rows at which the status changed, oldest first."""
    rows = list(statement.history.select_related("history_user").order_by("pk"))
    before = [None, *(row.status for row in rows)]
    return [row for row, status in zip(rows, before, strict=False) if row.status != status]
