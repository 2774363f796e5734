"""Choices of votes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VotingBody(TextChoices):
    UNGA = "unga", _("General Assembly")
    HRC = "hrc", _("Human Rights Council")
    SECURITY_COUNCIL = "sc", _("Security Council")


class VoteCast(TextChoices):
    """How a state voted. Not voting is not abstaining."""

    YES = "yes", _("in favour")
    NO = "no", _("against")
    ABSTAIN = "abstain", _("abstaining")
    NOT_VOTING = "not-voting", _("did not vote")
