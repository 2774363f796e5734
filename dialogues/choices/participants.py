"""Choices of participants, their names and memberships."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ParticipantKind(TextChoices):
    STATE = "state", _("State")
    OBSERVER = "observer", _("Observer")
    GROUP = "group", _("Group")
    REGIONAL = "regional-organization", _("Regional organization")
    UN_ENTITY = "un-entity", _("UN entity")
    CIVIL_SOCIETY = "civil-society", _("Civil society")
    OTHER_BODY = "other-body", _("National committee or other body")


STATE_KINDS = (ParticipantKind.STATE, ParticipantKind.OBSERVER)


ORGANIZATION_KINDS = (
    ParticipantKind.REGIONAL,
    ParticipantKind.UN_ENTITY,
    ParticipantKind.CIVIL_SOCIETY,
    ParticipantKind.OTHER_BODY,
)


class GroupKind(TextChoices):
    REGIONAL = "regional", _("UN regional group")
    SUBREGIONAL = "sub-regional", _("Sub-regional group")
    CROSS_REGIONAL = "cross-regional", _("Cross-regional group")
    NETWORK = "network", _("Network")
    INITIATIVE = "initiative", _("Supporters of an initiative")


class MembershipRole(TextChoices):
    MEMBER = "member", _("member")
    OBSERVER = "observer", _("observer, counted with the group")
    TAKES_PART = "takes-part", _("takes part, counted elsewhere")
    CO_CHAIR = "co-chair", _("co-chair")
    FOUNDER = "founder", _("founder")
    FACILITATOR = "facilitator", _("facilitator")
    SUPPORTER = "supporter", _("supporter")


class NameKind(TextChoices):
    COMMON = "common", _("in common use")
    FORMER = "former", _("former name")
    ABBREVIATION = "abbreviation", _("abbreviation")
    VARIANT = "variant", _("other wording or spelling")
    UN_TERM = "un-term", _("in United Nations terminology")
    MISPRINT = "misprint", _("misprint in a source")
