"""What each step of a merge does to a record, in words that admin pages show."""

from django.utils.translation import gettext_lazy as _

# By the `what` of a step, as dialogues.merging.steps stores it.
STEP_LABELS = {
    "pointed": _("moves"),
    "listed": _("moves in a list"),
    "deleted": _("is removed as a duplicate"),
    "made": _("is created"),
    "ended": _("is withdrawn; its address redirects to the record that stays"),
}


def step_label(what):
    return STEP_LABELS[what]
