"""Words of the desk that templates need."""

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

WHAT_HAPPENS = {
    "pointed": _("moves"),
    "listed": _("moves in a list"),
    "deleted": _("is there already, so this one goes"),
    "made": _("is made"),
    "ended": _("is taken back; its address leads to what stays"),
}


@register.filter
def what_happens(step):
    """What a step of a merge does to a record, in words."""
    return WHAT_HAPPENS[step]
