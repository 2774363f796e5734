"""Sentences that say why a printed number cannot be checked; empty if nothing is missing."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialogues.choices import FigureMeasure, SpeakerListState
from dialogues.models import Dialogue, Participant

NO_RECORD = gettext_lazy("The collection does not record it.")
NOT_RECORDED = {
    FigureMeasure.PARTICIPANTS: gettext_lazy("Who was in the room is not recorded."),
    FigureMeasure.VOTE: gettext_lazy("How each state voted is not recorded."),
}


def no_dialogue() -> str:
    return _("It is of no dialogue of this collection.")


def no_day() -> str:
    return _("It is of no day.")


def other_day() -> str:
    return _("It is of another day than the dialogue.")


def only_some() -> str:
    return _("It counts those on a theme or of a group only, which is not recorded.")


def list_not_full(dialogue: Dialogue, number: int) -> str:
    """The list of speakers is not recorded in full; `number` speakers are recorded."""
    if dialogue.has_full_list:
        return ""
    if dialogue.speaker_list == SpeakerListState.NOT_ENTERED:
        return _("No list of speakers is recorded.")
    if not number:
        return _("The list of speakers is incomplete, and none is recorded.")
    return _("The list of speakers is incomplete. Recorded: %s.") % number


def lists_not_full(series: Sequence[Dialogue]) -> str:
    """Not all lists of a series are recorded in full."""
    if not series:
        return _("The dialogue is recorded as part of no series.")
    full = [dialogue for dialogue in series if dialogue.has_full_list]
    if len(full) == len(series):
        return ""
    reason = _(
        "Dialogues of the series up to then: %(all)s; with a full list of speakers: %(full)s."
    )
    return reason % {"all": len(series), "full": len(full)}


def groups_not_known(groups: Sequence[Participant]) -> str:
    """The members of these groups are not all recorded."""
    names = ", ".join(group.name for group in groups)
    return _("The members of these are not all recorded: %s.") % names if groups else ""


def others_not_named(states: Sequence[Participant]) -> str:
    """It is not recorded for which states these spoke."""
    names = ", ".join(state.name for state in states)
    return _("For whom these spoke is not recorded by name: %s.") % names if states else ""


def members_not_known(number: int) -> str:
    if not number:
        return _("No member on that day is recorded.")
    return _("Its members on that day are known in part. Recorded: %s.") % number


def few_are_named(number: int) -> str:
    reason = ngettext(
        "A summary counts states and names few of them: %s state has a statement on it here.",
        "A summary counts states and names few of them: %s states have a statement on it here.",
        number,
    )
    return reason % number
