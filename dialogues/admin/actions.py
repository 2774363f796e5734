"""The actions of a list, with the reason that some of them need."""

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
    """A record's page that offers what its list does with it, with the reason that it needs."""

    change_form_template = "admin/dialogues/written_form.html"
    page_actions: tuple[str, ...] = ()
    # How the list is narrowed so that it has the record.
    list_query = ""

    def change_view(self, request, object_id, form_url="", extra_context=None):
        known = self.get_actions(request)
        offered = [(name, known[name][2]) for name in self.page_actions if name in known]
        context = {"page_actions": offered, "list_query": self.list_query}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | context)

    def do_to_each(self, request, chosen, act, done):
        """Do something to all that were chosen, or to none and say why; `done` has %s for how
        many."""
        chosen = list(chosen)
        try:
            with transaction.atomic():
                for one in chosen:
                    act(one)
        except (ValueError, ValidationError) as problem:
            words = problem.messages if isinstance(problem, ValidationError) else [str(problem)]
            self.message_user(request, " ".join(words), messages.ERROR)
            return
        self.message_user(request, done % len(chosen), messages.SUCCESS)


def link_to(record, name):
    """A link to the form of a record, on the screen of this name."""
    address = reverse(f"admin:dialogues_{name}_change", args=[record.pk])
    return format_html('<a href="{}">{}</a>', address, record)
