"""A statement as it is shown in a list, written once per edition and kept."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import get_language

from dialogues.kept import Kept
from dialogues.models import Statement
from dialogues.search.excerpts import Marks, excerpt

_kept = Kept(most=3_000)


@dataclass(frozen=True, slots=True)
class Card:
    """The HTML of a statement in a list: what is before its words, the words, what is after."""

    head: str
    words: str
    foot: str
    statement: Statement

    def marked(self, marks):
        """The same with the words marked that were looked for."""
        return Card(self.head, _words(self.statement, marks), self.foot, self.statement)


def cards_of(pks, edition, marks=None):
    """A Card for each of the published statements with these keys, in their order.

    Three queries for those that are not kept, at any number. With `marks`, words are marked.
    """
    language = get_language()
    kept = _kept.known(edition, [(pk, language) for pk in pks])
    missing = [pk for pk in pks if (pk, language) not in kept]
    for statement in _load(missing):
        card = kept[statement.pk, language] = _card(statement)
        _kept.put(edition, (statement.pk, language), card)
    cards = [card for pk in pks if (card := kept.get((pk, language)))]
    return [card.marked(marks) for card in cards] if marks else cards


def _load(pks):
    return Statement.objects.published().filter(pk__in=pks).with_listing() if pks else []


def _card(statement):
    context = {"statement": statement}
    return Card(
        render_to_string("dialogues/includes/_statement_head.html", context),
        _words(statement, Marks()),
        render_to_string("dialogues/includes/_statement_foot.html", context),
        statement,
    )


def _words(statement, marks):
    """The words and the summary, long ones cut, with marks."""
    shown = {
        "language": statement.language,
        "quotations": [excerpt(one, marks) for one in statement.quotations],
        "translation": excerpt(statement.translation, marks),
        "summary": excerpt(statement.summary, marks),
    }
    return render_to_string("dialogues/includes/_words.html", {"statement": shown})
