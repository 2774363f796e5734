"""Commitment and speech: who belonged to a group or supports an initiative, and what they said.

Members and supporters are those a source names. Who is not named is not known to be one; that is
no statement that it is none.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, DateField, F, Min, TextChoices, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from dialogues.analytics.coverage import Ledger, Mark, counted_in, ledger_of, speeches_of
from dialogues.belonging import Memberships
from dialogues.clocks import Clock
from dialogues.models import Participant, ReportedFigure, Statement, Theme

SPEAKER = "participation__participant"
SUPPORTS = Statement.Stance.SUPPORTS


class Word(TextChoices):
    """What one who is committed did in a dialogue; the first that holds."""

    MENTIONED = "mentioned", _("has a statement on the theme")
    SPOKE = "spoke", _("took the floor")
    THROUGH = "through", _("only through a group")
    SILENT = "silent", _("in no list of that dialogue")
    UNKNOWN = "unknown", _("not known: no full list of speakers")
    OTHER = "other", _("inscribed, aligned or dissociated")
    OUTSIDE = "outside", _("not known to be one at the date")


SAID_BY_MARK = {
    Mark.OWN: Word.SPOKE,
    Mark.BOTH: Word.SPOKE,
    Mark.NAMED: Word.THROUGH,
    Mark.MEMBER: Word.THROUGH,
    Mark.NOTHING: Word.SILENT,
    Mark.UNKNOWN: Word.UNKNOWN,
    Mark.OUTSIDE: Word.OUTSIDE,
    Mark.NOT_MEMBER: Word.OUTSIDE,
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
        if mark != Mark.OUTSIDE and self.mentioned[dialogue.pk, state.pk]:
            return Word.MENTIONED
        return SAID_BY_MARK.get(mark, Word.OTHER)

    def row(self, state):
        return [self.word(dialogue, state) for dialogue in self.ledger.dialogues]

    def totals(self, dialogue):
        """How many of those committed at the date have each Word."""
        words = Counter(self.word(dialogue, state) for state in self.states)
        del words[Word.OUTSIDE]
        return words


def members(dialogues, group, theme=None, clock=Clock.DATE):
    """The Commitment of the members of a group in a list of dialogues. Four queries."""
    memberships, speeches = Memberships(), speeches_of(dialogues)
    counted = counted_in(group, clock, dialogues, memberships, speeches)
    ledger = ledger_of(dialogues, speeches, memberships, counted=counted)
    mentioned = _mentions(dialogues, _within(theme)) if theme else Counter()
    return Commitment(ledger, mentioned, memberships.is_whole(group.pk))


def supporters(dialogues, theme):
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
    ledger = ledger_of(dialogues, speeches_of(dialogues), Memberships(), counted=counted)
    return Commitment(ledger, _mentions(dialogues, themes), False)


def _within(theme):
    """The keys of a theme and of those below it. One query."""
    return list(Theme.objects.within([theme.slug]).values_list("pk", flat=True))


def _mentions(dialogues, themes):
    """{(dialogue, state): how many statements on the themes}. One query."""
    said = Statement.objects.published().filter(dialogue__among=[one.pk for one in dialogues])
    tagged = Statement.themes.through.objects.filter(theme__in=themes).values("statement")
    said = said.filter(pk__in=tagged).exclude(participation=None).order_by()
    counted = said.values_list("dialogue", SPEAKER).annotate(n=Count("pk"))
    return Counter({(dialogue, state): number for dialogue, state, number in counted})


def _since(theme, themes):
    """{participant: since when it is known to support a theme}. One query.

    By whom it was begun is known to support it from the first day.
    """
    first_day = Cast(Value("0001-01-01"), DateField())
    initiators = Participant.objects.filter(initiatives=theme).order_by().annotate(day=first_day)
    named = ReportedFigure.objects.public().filter(theme=theme, named__isnull=False).order_by()
    named = named.annotate(day=Coalesce("counted_on", F("dialogue__held_on")))
    supporting = _supporting(themes).annotate(day=Min("dialogue__held_on"))
    found = initiators.values_list("pk", "day").union(
        named.values_list("named", "day"), supporting.values_list(SPEAKER, "day")
    )
    since = {}
    for participant, day in found:
        if day:
            since[participant] = min(day, since.get(participant, day))
    return since


def _supporting(themes):
    """Statements, by speaker, that support these themes in the speaker's own voice."""
    own = Statement.objects.published().filter(stance=SUPPORTS).exclude(participation=None)
    own = own.exclude(participation__capacity="on-behalf")
    tagged = Statement.themes.through.objects.filter(theme__in=themes).values("statement")
    return own.filter(pk__in=tagged).order_by().values(SPEAKER)
