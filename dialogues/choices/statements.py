"""Choices of statements, stored or computed."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from dialogues.choices.participants import ParticipantKind
from dialogues.choices.participations import Capacity


class Provenance(TextChoices):
    """How the words of a statement came down to us."""

    VERBATIM = "verbatim-record", _("Verbatim record")
    DELIVERED = "delivered-text", _("Text as delivered")
    TRANSCRIPT = "webcast-transcript", _("Transcript of the webcast")
    UNOFFICIAL = "unofficial-transcript", _("Unofficial transcript")
    QUOTED = "quoted-in-summary", _("Quoted in a summary")
    PARAPHRASED = "paraphrased-in-summary", _("Paraphrased in a summary")
    UN_PRESS = "paraphrased-in-un-press", _("Paraphrased in a UN press release")
    OWN_PRESS = "paraphrased-by-mission", _("Paraphrased by the speaker’s own government")
    PRESS = "paraphrased-in-press", _("Paraphrased in the press")
    REFLECTED = "reflected-not-delivered", _("Reflected in a report though not delivered")


class Stance(TextChoices):
    """The stance of one sentence on its theme."""

    SUPPORTS = "supports", _("Supports")
    OPPOSES = "opposes", _("Opposes")
    QUESTIONS = "questions", _("Questions")
    MIXED = "mixed", _("Mixed")
    NEUTRAL = "neutral", _("Neutral")
    NOT_STATED = "not-stated", _("Not stated")


class Act(TextChoices):
    STATES = "states", _("states")
    ASKS = "asks", _("asks")
    URGES = "urges", _("urges")
    REPORTS = "reports", _("reports its own practice")
    ANNOUNCES = "announces", _("announces")
    WARNS = "warns", _("warns")
    WELCOMES = "welcomes", _("welcomes")


class HasQuotation(TextChoices):
    """Whether a statement has words of its speaker. It is computed, not stored."""

    YES = "yes", _("With a quotation or the full text")
    NO = "no", _("Only a summary")

    @classmethod
    def of_text(cls, text):
        return cls.YES if text else cls.NO


class TextLength(TextChoices):
    """How long the quotation or full text of a statement is. It is computed, not stored."""

    SHORT = "short", _("Up to 300 characters")
    MEDIUM = "medium", _("301 to 2,000 characters")
    LONG = "long", _("More than 2,000 characters")

    @classmethod
    def of_text(cls, text):
        """The length of a text; None if it is empty."""
        if not text:
            return None
        return next((length for length, end in LENGTHS if len(text) <= end), cls.LONG)


# (length, the most characters that it has).
LENGTHS = ((TextLength.SHORT, 300), (TextLength.MEDIUM, 2_000))


class StatementStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in-review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Voice(TextChoices):
    """Whether a speaker speaks for itself. It is computed, not stored."""

    OWN = "own", _("In the speaker's own name")
    JOINT = "joint", _("Joint, on behalf of others")
    UNNAMED = "unnamed", _("Unattributed")

    @classmethod
    def of_capacity(cls, capacity):
        """The voice of a statement: `capacity` is None where the source names no speaker."""
        if capacity is None:
            return cls.UNNAMED
        return cls.JOINT if capacity == Capacity.ON_BEHALF else cls.OWN


class SpeakerKind(TextChoices):
    """What a speaker is. It is computed: a participant's kind, a person or unnamed."""

    STATE = ParticipantKind.STATE.value, ParticipantKind.STATE.label
    OBSERVER = ParticipantKind.OBSERVER.value, ParticipantKind.OBSERVER.label
    GROUP = ParticipantKind.GROUP.value, ParticipantKind.GROUP.label
    REGIONAL = ParticipantKind.REGIONAL.value, ParticipantKind.REGIONAL.label
    UN_ENTITY = ParticipantKind.UN_ENTITY.value, ParticipantKind.UN_ENTITY.label
    CIVIL_SOCIETY = ParticipantKind.CIVIL_SOCIETY.value, ParticipantKind.CIVIL_SOCIETY.label
    OTHER_BODY = ParticipantKind.OTHER_BODY.value, ParticipantKind.OTHER_BODY.label
    PERSON = "person", _("Official or panellist")
    UNNAMED = "unnamed", _("Nobody named")

    @classmethod
    def of_speaker(cls, participation, participant):
        """The kind of a statement's speaker; either may be None. `participation` may be a key."""
        if participation is None:
            return cls.UNNAMED
        return cls(participant.kind) if participant else cls.PERSON
