"""Why a row of a spreadsheet cannot be saved, in words."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _


def messages_of(problem):
    return problem.messages if isinstance(problem, ValidationError) else [str(problem)]


def reason_of(problem):
    """Why a row is refused: a sentence for each column."""
    if not hasattr(problem, "error_dict"):
        return " ".join(problem.messages)
    return " ".join(
        " ".join(messages) if name == "__all__" else f"{name}: {' '.join(messages)}"
        for name, messages in problem.message_dict.items()
    )


def constraint_message(problem, model):
    """The message of the constraint that a row breaks."""
    for constraint in model._meta.constraints:
        if constraint.name in str(problem) and isinstance(constraint, models.CheckConstraint):
            return str(constraint.violation_error_message)
    return _("This is recorded already, or contradicts another record.")
