"""Statements in a list: the HTML of each, cached per edition."""

from django.utils.translation import get_language

from dialogues.choices import Clock
from dialogues.search.highlight import HighlightTerms
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.registry import registry_at
from dialogues.snapshot.statement_rows import rows_of
from dialogues.statement_cards.card import grouped, html_of
from dialogues.statement_cards.maker import CardMaker

# The cards of 200 pages of a list.
_cards = EditionCache(max_items=3_000)

NO_TERMS = HighlightTerms()


def cards_of(pks, edition, base, terms=NO_TERMS, clock=Clock.EITHER):
    """The HTML of the published statements with these keys, in their order; long texts are cut.

    What a source says of several states in one sentence is together, with the sentence once. Four
    queries at most, at any number. `base` is the address of the site, for programs that read the
    list. Names are today's, unless the clock is that of the day or the source.
    """
    keys = {pk: (pk, get_language(), clock) for pk in pks}
    cards = _cards.get_many(edition, keys.values())
    if missing := [pk for pk, key in keys.items() if key not in cards]:
        maker = CardMaker(registry_at(edition), clock)
        for row, related in rows_of(missing):
            cards[keys[row.pk]] = card = maker.card(row, related)
            _cards.set(edition, keys[row.pk], card)
    in_order = [cards[key] for key in keys.values() if key in cards]
    return [html_of(placed, base, terms) for placed in grouped(in_order)]
