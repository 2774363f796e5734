"""Actions of a list that take a reason, also offered on the page of one record."""

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _


class ReasonActionForm(ActionForm):
    reason = forms.CharField(label=_("Reason:"), required=False)


class PageActions:
    """Mixin for an admin whose record page offers some actions of the list, with the reason."""

    change_form_template = "admin/dialogues/read_only_form.html"
    page_actions: tuple[str, ...] = ()
    # The query under which the list shows the record.
    list_query = ""

    def change_view(self, request, object_id, form_url="", extra_context=None):
        actions = self.get_actions(request)
        offered = [(name, actions[name][2]) for name in self.page_actions if name in actions]
        context = {"page_actions": offered, "list_query": self.list_query}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | context)

    def apply_to_each(self, request, records, act, message):
        """Call `act` for all records, or for none and show why.

        `message` is a lazy plural with %d for the number of records.
        """
        records = list(records)
        try:
            with transaction.atomic():
                for record in records:
                    act(record)
        except (ValueError, ValidationError) as problem:
            lines = problem.messages if isinstance(problem, ValidationError) else [str(problem)]
            self.message_user(request, " ".join(lines), messages.ERROR)
            return
        self.message_user(request, message % len(records), messages.SUCCESS)


def link_to(record, name, text=""):
    """A link to the record's form in the admin of this model name."""
    address = reverse(f"admin:dialogues_{name}_change", args=[record.pk])
    return format_html('<a href="{}">{}</a>', address, text or record)
