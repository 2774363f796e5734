"""What a person answered on the page of a pasted list, and the choices that the page offers."""

from django.utils.translation import gettext_lazy as _

from dialogues.models import Participant
from dialogues.speaker_lists import columns
from dialogues.speaker_lists.parser import READ, SKIP
from dialogues.speaker_lists.proposal import CREATE, ListAnswers

# The fields of one unknown name: what is selected for it, the name typed instead, and whether its
# spelling is remembered. Then those of a column, and of a text that was not read.
CHOICE_PREFIX = "choice:"
TYPED_PREFIX = "named:"
REMEMBER_PREFIX = "remember:"
COLUMN_PREFIX = "column:"
TEXT_PREFIX = "text:"
# The kinds of participant that an unknown name can be created as.
CREATE_CHOICES = [
    (CREATE + kind, label)
    for kind, label in Participant.Kind.choices
    if kind != Participant.Kind.GROUP
]
ROLE_CHOICES = [
    (columns.NAMES, _("names")),
    (columns.GROUP, _("groups")),
    (columns.PERSON, _("people")),
    (columns.OFFICE, _("offices")),
    (columns.NUMBER, _("numbers or times")),
    (columns.OTHER, _("not read")),
]
TEXT_CHOICES = [(READ, _("Read it as names")), (SKIP, _("It names no speaker"))]
MAX_COLUMN_DIGITS = 3


def list_answers(data, can_create):
    """The ListAnswers in the data of a form; new participants only if the user may create them."""
    allowed = dict(CREATE_CHOICES) if can_create else {}
    choices = _with_prefix(data, CHOICE_PREFIX) | _with_prefix(data, TYPED_PREFIX)
    return ListAnswers(
        names={
            key: choice
            for key, choice in choices.items()
            if not choice.startswith(CREATE) or choice in allowed
        },
        texts={
            key: answer
            for key, answer in _with_prefix(data, TEXT_PREFIX).items()
            if answer in (READ, SKIP)
        },
        roles={
            int(number): role
            for number, role in _with_prefix(data, COLUMN_PREFIX).items()
            if number.isdecimal() and len(number) <= MAX_COLUMN_DIGITS and role in columns.ROLES
        },
    )


def remembered_keys(data):
    """The keys of the names whose spelling the user wants to be remembered."""
    return set(_with_prefix(data, REMEMBER_PREFIX))


def _with_prefix(data, prefix):
    """{the name of a field without the prefix: value} of the fields that were filled in."""
    return {
        name.removeprefix(prefix): value.strip()
        for name, value in data.items()
        if name.startswith(prefix) and value.strip()
    }
