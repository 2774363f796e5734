"""Commitment and speech: who belonged to a group or supports an initiative, and what they said.

Members and supporters are those a source names. Who is not named is not known to be one; that is
no statement that it is none.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, DateField, F, Q, TextChoices, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from dialogues.analytics.coverage import Ledger, Mark, counted_in, ledger_of, speeches_of
from dialogues.belonging import Memberships
from dialogues.clocks import Clock
from dialogues.models import Participant, ReportedFigure, Statement
from dialogues.querysets.themes import THEME_AND_ABOVE

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
    """The Commitment of the members of a group. Four queries."""
    dialogues, memberships = list(dialogues), Memberships()
    speeches = speeches_of(dialogues)
    counted = counted_in(group, clock, dialogues, memberships, speeches)
    ledger = ledger_of(dialogues, speeches, memberships, counted=counted)
    said = _said_on(theme) if theme else []
    return Commitment(ledger, _mentions(said), memberships.is_whole(group.pk))


def supporters(dialogues, theme):
    """The Commitment of those who support an initiative, as far as they are named. Five queries.

    That is whoever's initiative it is, whom a source names among its supporters, and who has a
    statement of its own that supports it; each from the day of that on.
    """
    dialogues, memberships, said = list(dialogues), Memberships(), _said_on(theme)
    since = _since(said, theme)
    counted = {
        one.pk: {state for state, day in since.items() if one.held_on and day <= one.held_on}
        for one in dialogues
    }
    ledger = ledger_of(dialogues, speeches_of(dialogues), memberships, counted=counted)
    return Commitment(ledger, _mentions(said), False)


def _said_on(theme):
    """(dialogue, day, state, stance, capacity, how many) of the statements on a theme and on those
    below it. One query."""
    on_it = reduce(or_, (Q(**{column: theme.pk}) for column in THEME_AND_ABOVE))
    said = Statement.objects.published().filter(on_it).exclude(participation=None).order_by()
    columns = ("dialogue__held_on", "participation__participant", "stance")
    return list(
        said.values_list("dialogue", *columns, "participation__capacity").annotate(
            n=Count("pk", distinct=True)
        )
    )


def _mentions(said):
    """{(dialogue, state): how many statements on the theme}."""
    found = Counter()
    for dialogue, _day, state, _stance, _capacity, number in said:
        found[dialogue, state] += number
    return found


def _since(said, theme):
    """{state: since when it is known to support the theme}. One query, once `said` is read."""
    since = defaultdict(lambda: date.max)
    for _dialogue, day, state, stance, capacity, _number in said:
        if stance == SUPPORTS and capacity != "on-behalf" and day:
            since[state] = min(since[state], day)
    for state, day in _named_for(theme):
        since[state] = min(since[state], day or date.max)
    return dict(since)


def _named_for(theme):
    """(participant, day) of those whose initiative a theme is, and whom sources name for it."""
    initiators = Participant.objects.filter(initiatives=theme).order_by()
    initiators = initiators.annotate(day=Cast(Value("0001-01-01"), DateField()))
    named = ReportedFigure.objects.public().filter(theme=theme, named__isnull=False).order_by()
    named = named.annotate(day=Coalesce("counted_on", F("dialogue__held_on")))
    return initiators.values_list("pk", "day").union(named.values_list("named", "day"))
