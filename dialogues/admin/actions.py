"""The actions of a list, with the reason that some of them need."""

from django import forms
from django.contrib.admin.helpers import ActionForm
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
