"""The steps of a statement from draft to published, as the admin reports them."""

from django.utils.translation import ngettext_lazy

MESSAGES = {
    "submit": ngettext_lazy("%d statement sent for review.", "%d statements sent for review."),
    "send_back": ngettext_lazy("%d statement sent back.", "%d statements sent back."),
    "publish": ngettext_lazy("%d statement published.", "%d statements published."),
    "withdraw": ngettext_lazy("%d statement withdrawn.", "%d statements withdrawn."),
}


def status_changes(statement):
    """The history rows at which the status changed, oldest first."""
    rows = list(statement.history.select_related("history_user").order_by("pk"))
    before = [None, *(row.status for row in rows)]
    return [row for row, status in zip(rows, before, strict=False) if row.status != status]
