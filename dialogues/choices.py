"""The stored values of all fields with choices, and their labels."""

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Forum(TextChoices):
    UNGA = "unga", _("General Assembly")
    HRC = "hrc", _("Human Rights Council")
    ARRIA = "sc-arria", _("Security Council, Arria-formula")


class DialogueFormat(TextChoices):
    INFORMAL = "informal-interactive-dialogue", _("Informal interactive dialogue")
    CLUSTERED = "clustered-interactive-dialogue", _("Clustered interactive dialogue")
    DEBATE = "plenary-debate", _("Plenary debate")
    INTERSESSIONAL = "intersessional-panel", _("Intersessional panel discussion")
    THEMATIC = "thematic-panel", _("Thematic panel discussion")
    ARRIA = "arria-meeting", _("Arria-formula meeting")
    NOT_HELD = "not-held", _("Not held")


class SpeakerListState(TextChoices):
    """How complete the recorded list of speakers is."""

    COMPLETE = "complete", _("As the source prints it, complete")
    INCOMPLETE = "incomplete", _("Incomplete in the source")
    NOT_ENTERED = "not-entered", _("Not recorded here")


class DialogueStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")


class ParticipantKind(TextChoices):
    STATE = "state", _("State")
    OBSERVER = "observer", _("Observer")
    GROUP = "group", _("Group")
    REGIONAL = "regional-organization", _("Regional organization")
    UN_ENTITY = "un-entity", _("UN entity")
    CIVIL_SOCIETY = "civil-society", _("Civil society")


STATE_KINDS = (ParticipantKind.STATE, ParticipantKind.OBSERVER)
ORGANIZATION_KINDS = (
    ParticipantKind.REGIONAL,
    ParticipantKind.UN_ENTITY,
    ParticipantKind.CIVIL_SOCIETY,
)


class GroupKind(TextChoices):
    REGIONAL = "regional", _("UN regional group")
    SUBREGIONAL = "sub-regional", _("Sub-regional group")
    CROSS_REGIONAL = "cross-regional", _("Cross-regional group")
    NETWORK = "network", _("Network")


class MembershipRole(TextChoices):
    MEMBER = "member", _("member")
    OBSERVER = "observer", _("observer, counted with the group")
    TAKES_PART = "takes-part", _("takes part, counted elsewhere")


class NameKind(TextChoices):
    COMMON = "common", _("in common use")
    FORMER = "former", _("former name")
    ABBREVIATION = "abbreviation", _("abbreviation")
    VARIANT = "variant", _("other wording or spelling")
    MISPRINT = "misprint", _("misprint in a source")


class Capacity(TextChoices):
    NATIONAL = "national", _("in its national capacity")
    ON_BEHALF = "on-behalf", _("on behalf of others")
    OWN_NAME = "own-name", _("in its own name")
    CHAIR = "chair", _("chair")
    OPENING = "opening", _("opening speaker")
    PANEL = "panel", _("panellist")
    MODERATOR = "moderator", _("moderator")
    MANDATE_HOLDER = "mandate-holder", _("mandate holder in dialogue")
    CLOSING = "closing", _("closing speaker")

    @classmethod
    def default_for_kind(cls, kind):
        """In what capacity a participant of a kind speaks for itself."""
        return cls.NATIONAL if kind in STATE_KINDS else cls.OWN_NAME


# Delegations and guests speak in these. In any other, a speaker has a role of its own.
FLOOR_CAPACITIES = (Capacity.NATIONAL, Capacity.ON_BEHALF, Capacity.OWN_NAME)


class ParticipationStatus(TextChoices):
    SPOKE = "spoke", _("took the floor")
    INSCRIBED = "inscribed", _("inscribed, could not deliver")
    REPRESENTED = "represented", _("represented by another")
    ALIGNED = "aligned", _("aligned itself with a statement")
    DISSOCIATED = "dissociated", _("asked not to be associated with a joint statement")


class SourceKind(TextChoices):
    NGO_SUMMARY = "ngo-summary", _("Summary by a civil society organization")
    PRESIDENT_SUMMARY = "president-summary", _("President's summary")
    UN_REPORT = "un-report", _("United Nations report")
    PRESS_RELEASE = "press-release", _("Press release or meetings coverage")
    DELIVERED_TEXT = "delivered-text", _("Text of a statement as delivered")
    WEB_PAGE = "web-page", _("Web page")
    PROGRAMME = "programme", _("Programme")
    BACKGROUND = "background", _("Background page")


class Provenance(TextChoices):
    """How the words of a statement came down to us."""

    VERBATIM = "verbatim-record", _("Verbatim record")
    DELIVERED = "delivered-text", _("Text as delivered")
    TRANSCRIPT = "webcast-transcript", _("Transcript of the webcast")
    QUOTED = "quoted-in-summary", _("Quoted in a summary")
    PARAPHRASED = "paraphrased-in-summary", _("Paraphrased in a summary")
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
    PERSON = "person", _("Official or panellist")
    UNNAMED = "unnamed", _("Nobody named")

    @classmethod
    def of_speaker(cls, participation, participant):
        """The kind of a statement's speaker; either may be None. `participation` may be a key."""
        if participation is None:
            return cls.UNNAMED
        return cls(participant.kind) if participant else cls.PERSON


class FigureQualifier(TextChoices):
    EXACT = "exact", _("exactly")
    AT_LEAST = "at-least", _("at least")
    OVER = "over", _("more than")
    ABOUT = "about", _("about")


class FigureMeasure(TextChoices):
    SPEAKERS = "states-speaking", _("States that spoke")
    COVERAGE = "states-covered", _("States represented in total")
    OBSERVERS = "observers-speaking", _("Observers that spoke")
    ORGANIZATIONS = "organizations-speaking", _("Regional organizations that spoke")
    CIVIL_SOCIETY = "civil-society-speaking", _("Civil society organizations that spoke")
    EVER = "states-ever", _("States that have ever spoken, since 2009")
    PARTICIPANTS = "people-present", _("People present")
    EVERY = "states-every", _("States that spoke in every dialogue of the series up to then")
    GROUP_SIZE = "group-size", _("Members of a group")
    MEMBERS = "members-speaking", _("Members of a group that spoke")
    POSITION = "position", _("States that took a position")
    VOTE = "vote", _("Votes")
    OTHER = "other", _("Something else")


class NoteKind(TextChoices):
    CONTRADICTION = "contradiction", _("The source contradicts itself")
    CONFLICT = "conflict", _("Sources disagree")
    ERROR = "error", _("Error in the source")
    LOST = "lost", _("Gap in the source")
    COUNT = "count", _("Numbers and lists")
    NAMES = "names", _("Names")
    READING = "reading", _("Reading note")


class ChangeKind(TextChoices):
    PUBLISHED = "published", _("published")
    CORRECTED = "corrected", _("corrected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    MERGED = "merged", _("merged with another statement")
    SPLIT = "split", _("split into several statements")
    RELATED = "related", _("related record changed")


class RedirectionReason(TextChoices):
    RENAMED = "renamed", _("renamed")
    MERGED = "merged", _("merged")
    SPLIT = "split", _("split")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REMOVED = "removed", _("removed")


class MergeKind(TextChoices):
    PARTICIPANTS = "participants", _("Participants merged")
    THEMES = "themes", _("Themes merged")
    STATEMENTS = "statements", _("Statements merged")
    SPLIT_STATEMENT = "split-statement", _("Statement split")
    SPLIT_PARTICIPANT = "split-participant", _("Participant split")
    SPLIT_THEME = "split-theme", _("Theme split")


class FindingCheck(TextChoices):
    COUNT = "count", _("Printed number differs from the records")
    NAME = "name", _("Name not recognized")
    ALSO_LISTED = "also-listed", _("Represented, but also listed itself")
    DATE = "date", _("Date outside the dialogue")
    QUOTATION = "quotation", _("Quotation not in the source")
    THEME = "theme", _("Statement without a theme")
    ALIKE = "alike", _("Nearly the same text")
    OVERLAP = "overlap", _("Overlapping memberships")
    GROUP_SIZE = "group-size", _("Number of members differs")


class FindingStatus(TextChoices):
    OPEN = "open", _("Open")
    IGNORED = "ignored", _("Ignored")
    RESOLVED = "resolved", _("Resolved")


class ReportStatus(TextChoices):
    NEW = "new", _("Not answered yet")
    ACCEPTED = "accepted", _("Corrected")
    DECLINED = "declined", _("Left unchanged")


class Clock(TextChoices):
    """The time for which names and group memberships are shown."""

    EITHER = "either", _("on the day or in the source")
    PRINTED = "printed", _("in the source")
    DATE = "date", _("on the day")
    TODAY = "today", _("today")

    @property
    def names(self):
        """The label of the names shown: with EITHER, which has no single name, today's."""
        return self.TODAY.label if self == self.EITHER else self.label

    @property
    def is_by_print(self):
        """Whether the groups printed in a source count."""
        return self in (Clock.PRINTED, Clock.EITHER)

    def day(self, held_on):
        """The day whose memberships count for a dialogue; None if only printed groups count."""
        if self == Clock.PRINTED:
            return None
        return timezone.localdate() if self == Clock.TODAY else held_on


def choice_labels(choices):
    """{value: label} in the active language; much faster to use than lazy labels."""
    return {value: str(label) for value, label in choices.choices}
