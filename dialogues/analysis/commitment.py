"""Commitment and speech: who belonged to a group or supports an initiative, and what they said.

Members and supporters are those a source names. Who is not named is not known to be one; that is
no statement that it is none.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, DateField, F, IntegerField, Min, TextChoices, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from dialogues.analysis.coverage import (
    CoverageStatus,
    Ledger,
    build_ledger,
    members_by_dialogue,
)
from dialogues.analysis.participation_rows import participation_rows
from dialogues.choices import Clock
from dialogues.models import (
    Participant,
    Participation,
    ReportedFigure,
    Statement,
    Theme,
)
from dialogues.snapshot.memberships import MembershipIndex

SPEAKER, DAY = "participation__participant", "dialogue__held_on"
ON_BEHALF = Participation.Capacity.ON_BEHALF
SUPPORTS = Statement.Stance.SUPPORTS


class CommitmentStatus(TextChoices):
    """What one who is committed did in a dialogue; the first that holds."""

    MENTIONED = "mentioned", _("has a statement on the theme")
    SPOKE = "spoke", _("took the floor")
    THROUGH = "through", _("a group it belongs to spoke or was spoken for")
    OTHER = "other", _("inscribed, aligned, or not associated")
    SILENT = "silent", _("in no list of that dialogue")
    UNKNOWN = "unknown", _("not known: no full list of speakers")
    OUTSIDE = "outside", _("not known to be one at the date")


# Of those committed at the date, in the order that they are always told in.
TOLD = tuple(one for one in CommitmentStatus if one != CommitmentStatus.OUTSIDE)
SAID_BY_MARK = {
    CoverageStatus.OWN: CommitmentStatus.SPOKE,
    CoverageStatus.BOTH: CommitmentStatus.SPOKE,
    CoverageStatus.NAMED: CommitmentStatus.THROUGH,
    CoverageStatus.MEMBER: CommitmentStatus.THROUGH,
    CoverageStatus.NOTHING: CommitmentStatus.SILENT,
    CoverageStatus.UNKNOWN: CommitmentStatus.UNKNOWN,
    CoverageStatus.OUTSIDE: CommitmentStatus.OUTSIDE,
    CoverageStatus.NOT_MEMBER: CommitmentStatus.OUTSIDE,
}


@dataclass(frozen=True)
class Commitment:
    """Those who are committed, in each dialogue. `mentioned` counts statements on the theme by
    (dialogue, state); `is_whole` says whether all who are committed are known."""

    ledger: Ledger
    mentioned: Counter
    is_whole: bool

    @property
    def states(self):
        return self.ledger.states

    def word(self, dialogue, state):
        """The Word for a state in a dialogue."""
        mark = self.ledger.mark(dialogue, state)
        if mark != CoverageStatus.OUTSIDE and self.mentioned[dialogue.pk, state.pk]:
            return CommitmentStatus.MENTIONED
        return SAID_BY_MARK.get(mark, CommitmentStatus.OTHER)

    def totals(self, dialogue):
        """How many of those committed at the date have each Word."""
        words = Counter(self.word(dialogue, state) for state in self.states)
        del words[CommitmentStatus.OUTSIDE]
        return words


def commitment_of_members(dialogues, group, theme=None, clock=Clock.DATE):
    """The Commitment of the members of a group in a list of dialogues. Two queries, or four."""
    memberships, speeches = MembershipIndex(), participation_rows(dialogues)
    counted = members_by_dialogue(group, clock, dialogues, memberships, speeches)
    ledger = build_ledger(dialogues, speeches, memberships, counted=counted)
    mentioned = _mentions(dialogues, _within(theme)) if theme else Counter()
    is_whole = memberships.is_whole(group.pk, *(clock.day(one.held_on) for one in dialogues))
    return Commitment(ledger, mentioned, is_whole)


def commitment_of_supporters(dialogues, theme):
    """The Commitment of those who support an initiative in a list of dialogues. Five queries.

    That is whoever's initiative it is, whom a source names among its supporters, and who has a
    statement of its own that supports it; each from the day of that on.
    """
    themes = _within(theme)
    since = _since(theme, themes)
    counted = {
        one.pk: {state for state, day in since.items() if one.held_on and day <= one.held_on}
        for one in dialogues
    }
    ledger = build_ledger(
        dialogues, participation_rows(dialogues), MembershipIndex(), counted=counted
    )
    return Commitment(ledger, _mentions(dialogues, themes), False)


def _within(theme):
    """The keys of a theme and of those below it. One query."""
    return list(Theme.objects.within([theme.slug]).values_list("pk", flat=True))


def _mentions(dialogues, themes):
    """{(dialogue, state): how many statements on the themes}. One query."""
    said = _on(themes).attributed().filter(dialogue__among=[one.pk for one in dialogues])
    counted = said.values_list("dialogue", SPEAKER).annotate(n=Count("pk"))
    return Counter({(dialogue, state): number for dialogue, state, number in counted})


def _since(theme, themes):
    """{participant: since when it is known to support a theme}. One query.

    Support of a part of it is none of the whole. Whoever's initiative it is supports it since the
    theme is first heard of here.
    """
    nobody = Cast(Value(None), IntegerField())
    begun = Participant.objects.filter(initiatives=theme).order_by()
    begun = begun.annotate(day=Cast(Value(None), DateField()))
    counted = ReportedFigure.objects.public().filter(theme=theme).order_by()
    counted = counted.annotate(day=Coalesce("counted_on", F("dialogue__held_on")), nobody=nobody)
    supporting = _on([theme.pk]).attributed().exclude(participation__capacity=ON_BEHALF)
    supporting = supporting.filter(stance=SUPPORTS).values(SPEAKER).annotate(day=Min(DAY))
    heard = _on(themes).values(nobody=nobody).annotate(day=Min(DAY))
    rows = begun.values_list("pk", "day").union(
        counted.of_supporters().values_list("named", "day"),
        counted.values_list("nobody", "day"),
        supporting.values_list(SPEAKER, "day"),
        heard.values_list("nobody", "day"),
    )
    return _earliest(list(rows))


def _earliest(rows):
    """{participant: day}, the first of each; without one, the first day of all."""
    first = min((day for _who, day in rows if day), default=None)
    since = {}
    for who, day in rows:
        if who and (day or first):
            since[who] = min(day or first, since.get(who, date.max))
    return since


def _on(themes):
    """Published statements on these themes, in no order."""
    tagged = Statement.themes.through.objects.filter(theme__in=themes).values("statement")
    return Statement.objects.published().filter(pk__in=tagged).order_by()
