"""What a list shows of a statement, and its HTML."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

from django.template.loader import get_template
from django.utils.safestring import mark_safe

from dialogues.search.highlight import snippet

# A list is a third smaller without them.
BLANKS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Link:
    """A label and its address, "" for a text that leads nowhere."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that a list shows of a statement, as plain values; "" if there is nothing to show."""

    reference: str
    url: str
    speaker: str
    is_named: bool
    among_others: bool
    on_behalf_of: str
    represented: str
    office: str
    is_inscribed: bool
    dialogue: Link
    day: str
    day_and_month: str
    year: int
    quotations: tuple[str, ...]
    language: str
    translation: str
    summary: str
    # The small print.
    groups: tuple[Link, ...]
    facts: tuple[Link, ...]
    provenance: str
    source: tuple[Link, ...]
    context: str
    # {base: HTML without highlights}, filled when the card is first shown on its own.
    html: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def sentence(self):
        """Equal for statements that a source attributes to several speakers in one sentence."""
        if not self.is_named or self.is_inscribed:
            return self.reference
        text = (self.quotations, self.translation, self.summary)
        return self.dialogue, self.day, *text, self.facts, self.provenance, self.source


class PlacedCard(NamedTuple):
    """A card and its place in its sentence: the first has the day, the last the text."""

    card: Card
    is_first: bool
    is_last: bool


def grouped(cards):
    """A PlacedCard for each card, those of one sentence after each other."""
    groups = {}
    for card in cards:
        groups.setdefault(card.sentence, []).append(card)
    return [
        PlacedCard(card, card is group[0], card is group[-1])
        for group in groups.values()
        for card in group
    ]


def html_of(placed, base, terms):
    """The HTML of a PlacedCard, with these terms highlighted; long texts are cut."""
    card = placed.card
    if terms or not (placed.is_first and placed.is_last):
        return _render(placed, base, terms)
    if base not in card.html:
        card.html[base] = _render(placed, base, terms)
    return card.html[base]


def _render(placed, base, terms):
    card = placed.card
    context = {
        "card": card,
        "is_first": placed.is_first,
        "is_last": placed.is_last,
        "classes": (" same" * (not placed.is_first)) + (" shared" * (not placed.is_last)),
        "quotations": [snippet(each, terms, card.language) for each in card.quotations],
        "translation": snippet(card.translation, terms),
        "summary": snippet(card.summary, terms),
        "context": f"{card.context}&{urlencode({'rft_id': base + card.url})}",
    }
    html = get_template("dialogues/includes/_statement.html").render(context)
    return mark_safe(BLANKS.sub("\n", html))  # noqa: S308 the template escaped it
