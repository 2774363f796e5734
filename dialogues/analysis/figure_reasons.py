"""Why a printed number cannot be checked, in sentences. Empty text where nothing is missing."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialogues.models import Dialogue, ReportedFigure

Measure = ReportedFigure.Measure
NO_RECORD = gettext_lazy("The collection does not record it.")
NOT_RECORDED = {
    Measure.PARTICIPANTS: gettext_lazy("Who was in the room is not recorded."),
    Measure.VOTE: gettext_lazy("How each state voted is not recorded."),
}


def no_dialogue():
    return _("It is of no dialogue of this collection.")


def no_day():
    return _("It is of no day.")


def other_day():
    return _("It is of another day than the dialogue.")


def only_some():
    return _("It counts those on a theme or of a group only, which is not recorded.")


def list_not_full(dialogue, number):
    """That a list of speakers is not recorded in full, and how many of it are."""
    if dialogue.has_full_list:
        return ""
    if dialogue.speaker_list == Dialogue.SpeakerList.NOT_ENTERED:
        return _("No list of speakers is recorded.")
    if not number:
        return _("The list of speakers is incomplete, and none is recorded.")
    return _("The list of speakers is incomplete. Recorded: %s.") % number


def lists_not_full(series):
    """That not all lists of a series are recorded in full, and how many are."""
    if not series:
        return _("The dialogue is recorded as part of no series.")
    full = [one for one in series if one.has_full_list]
    if len(full) == len(series):
        return ""
    why = _("Dialogues of the series up to then: %(all)s; with a full list of speakers: %(full)s.")
    return why % {"all": len(series), "full": len(full)}


def groups_not_known(groups):
    """That the members of these groups are not all recorded."""
    names = ", ".join(one.name for one in groups)
    return _("The members of these are not all recorded: %s.") % names if groups else ""


def others_not_named(states):
    """That it is not recorded for whom these states spoke."""
    names = ", ".join(one.name for one in states)
    return _("For whom these spoke is not recorded by name: %s.") % names if states else ""


def members_not_known(number):
    if not number:
        return _("No member on that day is recorded.")
    return _("Its members on that day are known in part. Recorded: %s.") % number


def few_are_named(number):
    why = ngettext(
        "A summary counts states and names few of them: %s state has a statement on it here.",
        "A summary counts states and names few of them: %s states have a statement on it here.",
        number,
    )
    return why % number
