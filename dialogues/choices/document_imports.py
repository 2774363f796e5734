"""Choices of imported documents and of what is proposed from them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentClass(TextChoices):
    """What kind of document it is: what is proposed from it depends on that."""

    SUMMARY = "summary", _("Summary of a meeting")
    NUMBERED_REPORT = "numbered-report", _("Report with numbered paragraphs")
    PRESS_RELEASE = "press-release", _("Press release or meetings coverage")
    VERBATIM = "verbatim-record", _("Verbatim record")
    STATEMENT = "statement", _("Statement as delivered")
    SPEAKERS_LIST = "speakers-list", _("List of speakers or programme")
    BACKGROUND = "background", _("Background page")
    UNKNOWN = "unknown", _("Unknown")


class ImportStep(TextChoices):
    """How far the import of a document is."""

    WAITING = "waiting", _("waits to be read")
    READ = "read", _("read: source and dialogue to be confirmed")
    STORING = "storing", _("waits for its proposals")
    STORED = "stored", _("ready for review")
    REFUSED = "refused", _("cannot be read")


class ProposalKind(TextChoices):
    DIALOGUE = "dialogue", _("Dialogue")
    OFFICIAL = "official", _("Official")
    PARTICIPATION = "participation", _("Participation")
    STATEMENT = "statement", _("Statement")
    UNNAMED = "unnamed-position", _("Unnamed position")
    FIGURE = "figure", _("Figure")
    VOTE = "vote", _("Vote")
    ENGAGEMENT = "engagement", _("Engagement")


class Certainty(TextChoices):
    """How much a person has to look at: not a probability."""

    SURE = "sure", _("sure")
    CHECK = "check", _("check")
    CANNOT_TELL = "cannot-tell", _("cannot tell")


class ProposalState(TextChoices):
    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")
    RECORDED = "recorded", _("recorded before")
    REPLACED = "replaced", _("split or merged")
    OBSOLETE = "obsolete", _("no longer in the document")
