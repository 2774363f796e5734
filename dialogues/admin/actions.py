"""The actions of a list, with the reason that some of them need."""

from django import forms
from django.contrib.admin.helpers import ActionForm
from django.utils.translation import gettext_lazy as _


class ReasonActionForm(ActionForm):
    reason = forms.CharField(label=_("Reason:"), required=False)
