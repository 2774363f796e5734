"""Questions that readers ask, each answered from the record in a sentence."""

from typing import NamedTuple

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.analysis.attendance_records import could_not_speak, first_speakers, most_often
from dialogues.choices import Stance
from dialogues.filters.querystring import statements_at
from dialogues.filters.statement_list import StatementList
from dialogues.models import Statement, Theme
from dialogues.snapshot.labels import labels_at

MAX_NAMES = 4
MAX_OBJECTIONS = 3
VETO = "veto-restraint"


class Answer(NamedTuple):
    """A question, its answer as a sentence, and the address of what the answer is made from."""

    question: str
    sentence: str
    url: str


def answers(edition: str) -> list[Answer]:
    """The Answers that the record of an edition has, in the order to show."""
    known = (
        _objections(edition),
        _veto(edition),
        _most_often(),
        _first_speakers(),
        _unable_to_speak(),
    )
    return [answer for answer in known if answer]


def _list(edition, **keys):
    data = QueryDict(mutable=True)
    data.update(keys)
    return StatementList(data, edition)


def _objections(edition):
    """Who objects, and to what."""
    objections = _list(edition, stance=Stance.OPPOSES)
    if not objections.count:
        return None
    states = objections.results.numbers["state"]
    # Not the themes above: an objection to a sub-theme is none to the whole.
    published = Statement.objects.published().filter(stance=Stance.OPPOSES)
    themes = Theme.objects.most_used_in(published)[:MAX_OBJECTIONS]
    values = {
        "n": objections.count,
        "states": _with_numbers(states, labels_at(edition)["state"], 2),
        "themes": ", ".join(f"{theme} ({theme.statement_count})" for theme in themes),
    }
    sentence = ngettext(
        "%(n)s statement opposes its theme, %(themes)s; by %(states)s.",
        "%(n)s statements oppose their theme, most often %(themes)s; mostly by %(states)s.",
        objections.count,
    )
    url = statements_at(stance=Stance.OPPOSES)
    return Answer(_("Who objects, and to what?"), sentence % values, url)


def _with_numbers(numbers, labels, limit):
    """The values with most statements: Cuba (4), Egypt (3)."""
    most = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return ", ".join(f"{labels[value]} ({number})" for value, number in most if number)


def _veto(edition):
    """What is said about restraint in the use of the veto."""
    statements = _list(edition, theme=VETO)
    if VETO not in labels_at(edition)["theme"] or not statements.count:
        return None
    stances = statements.results.numbers["stance"]
    sentence = ngettext(
        "%(n)s statement is on it; %(supports)s supports it, %(opposes)s opposes it.",
        "Of %(n)s statements on it, %(supports)s support it, %(opposes)s oppose it; the others "
        "take no stance. They are attributed to %(states)s states, or to nobody by name.",
        statements.count,
    )
    values = {
        "n": statements.count,
        "supports": stances.get(Stance.SUPPORTS, 0),
        "opposes": stances.get(Stance.OPPOSES, 0),
        "states": sum(1 for number in statements.results.numbers["state"].values() if number),
    }
    return Answer(_("Should the veto be restrained?"), sentence % values, statements_at(theme=VETO))


def _most_often():
    """Who spoke most often."""
    attendances = most_often(3)
    if not attendances:
        return None
    names = ", ".join(f"{each.state} ({each.dialogues})" for each in attendances[:MAX_NAMES])
    sentence = _("Recorded in the most dialogues, of lists that are mostly not full: %s.") % names
    return Answer(_("Who spoke most often?"), sentence, reverse("series"))


def _first_speakers():
    """Who spoke for the first time."""
    first = first_speakers()
    if first is None:
        return None
    sentence = _("Latest, on %(day)s: %(states)s. Earlier lists are mostly not full.") % {
        "day": first.dialogue.when,
        "states": _names(first.states),
    }
    return Answer(_("Who spoke for the first time?"), sentence, first.dialogue.get_absolute_url())


def _unable_to_speak():
    """Who was on a list of speakers and did not get the floor."""
    states = could_not_speak()
    if not states:
        return None
    sentence = ngettext(
        "%(n)s state was on a list of speakers and did not get to speak: %(states)s.",
        "%(n)s states were on a list of speakers and did not get to speak: %(states)s.",
        len(states),
    ) % {
        "n": len(states),
        "states": _names(states),
    }
    return Answer(_("Who could not speak?"), sentence, reverse("coverage"))


def _names(states):
    """The names of states, the first few, with the number of the others."""
    names = ", ".join(map(str, states[:MAX_NAMES]))
    others = len(states) - MAX_NAMES
    return _("%(names)s and %(n)s more") % {"names": names, "n": others} if others > 0 else names
