"""The HTML of a statement in a list, cached per edition."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.template.loader import get_template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dialogues.choices import Clock, choice_labels
from dialogues.citations.work import event_of, genre_of, title_of
from dialogues.models import Dialogue, Participation, Statement
from dialogues.models.locators import link_to_passage, locator_of
from dialogues.models.statements import quotations_of
from dialogues.search.highlight import HighlightTerms, snippet
from dialogues.serializers import dialogue_record
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.registry import registry_at
from dialogues.snapshot.statement_rows import rows_of

# The cards of 120 pages of a list.
_cards = EditionCache(max_items=3_000)

NO_TERMS = HighlightTerms()


@dataclass(frozen=True, slots=True)
class Link:
    """The address and label of a record."""

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
    groups: str
    printed_group: str
    dialogue: Link
    day: str
    day_and_month: str
    year: int
    quotations: list[str]
    language: str
    translation: str
    summary: str
    stance: str
    act: str
    source_word: str
    themes: list[Link]
    provenance: str
    source: Link
    locator: str
    source_link: str
    context: str
    # {base: HTML without highlights}, filled when the card is first shown.
    _html: dict[str, str] = field(default_factory=dict)

    def html(self, base, terms=NO_TERMS):
        """The statement in a list, with these terms highlighted; long texts are cut.

        `base` is the address of the site, for programs that read the list.
        """
        if terms:
            return self._render(base, terms)
        if base not in self._html:
            self._html[base] = self._render(base, terms)
        return self._html[base]

    def _render(self, base, terms):
        texts = {
            "quotations": [snippet(each, terms, self.language) for each in self.quotations],
            "translation": snippet(self.translation, terms),
            "summary": snippet(self.summary, terms),
            "context": f"{self.context}&{urlencode({'rft_id': base + self.url})}",
        }
        template = get_template("dialogues/includes/_statement.html")
        return template.render({"card": replace(self, **texts)})


def cards_of(pks, edition, base, terms=NO_TERMS, clock=Clock.EITHER):
    """The HTML of each published statement with one of these keys, in their order.

    Four queries at most, at any number. `base` is the address of the site. Names are today's,
    unless the clock is that of the day or the source.
    """
    keys = {pk: (pk, get_language(), clock) for pk in pks}
    cards = _cards.get_many(edition, keys.values())
    if missing := [pk for pk, key in keys.items() if key not in cards]:
        maker = _CardMaker(registry_at(edition), clock)
        for row, related in rows_of(missing):
            cards[keys[row.pk]] = card = maker.card(row, related)
            _cards.set(edition, keys[row.pk], card)
    return [cards[key].html(base, terms) for key in keys.values() if key in cards]


class _CardMaker:
    """Makes cards of rows. Links and events are made once: a list repeats them."""

    def __init__(self, registry, clock):
        self.registry = registry
        self.clock = clock
        self.links = {}
        self.events = {}
        # "Not stated" and "states" tell the readers of a list nothing.
        self.labels = {
            "forum": choice_labels(Dialogue.Forum),
            "stance": choice_labels(Statement.Stance) | {Statement.Stance.NOT_STATED: ""},
            "act": choice_labels(Statement.Act) | {Statement.Act.STATES: ""},
            "provenance": choice_labels(Statement.Provenance),
        }

    def card(self, row, related):
        dialogue = self.registry.dialogues[row.dialogue_id]
        source = self.registry.sources[row.source_id]
        labels, day = self.labels, row.participation__spoke_on or dialogue.held_on
        groups = self.registry.memberships.regional_on(
            row.participation__participant, dialogue.held_on
        )
        return Card(
            reference=row.reference,
            url=reverse("statement-detail", args=[row.reference]),
            speaker=self._speaker(row),
            is_named=bool(row.participation_id),
            among_others=row.among_others,
            on_behalf_of=self._on_behalf_of(row),
            represented=", ".join(self._names(related.represents[row.participation_id])),
            office=self._office(row),
            is_inscribed=row.participation__status == Participation.Status.INSCRIBED,
            groups=", ".join(group.name for group in groups),
            printed_group=self._printed_group(row, groups),
            dialogue=self._link(dialogue, labels["forum"][dialogue.forum]),
            day=day.isoformat() if day else "",
            day_and_month=date_format(day, "j F") if day else "",
            year=dialogue.year,
            quotations=quotations_of(row.text),
            language=row.language,
            translation=row.translation,
            summary=row.summary,
            stance=labels["stance"][row.stance],
            act=labels["act"][row.act],
            source_word=row.source_word,
            themes=self._themes(related.themes[row.pk]),
            provenance=labels["provenance"][row.provenance],
            source=self._link(source, source.publisher_in_brackets or source.title),
            locator=locator_of(row.section, row.paragraph),
            source_link=link_to_passage(source.url, row.page, row.begins_with, row.ends_with),
            context=self._context(row, dialogue),
        )

    def _context(self, row, dialogue):
        """The COinS of the statement, for reference managers, without its address.

        The comma after the speaker makes Zotero keep a name of several words together.
        """
        is_named, day = bool(row.participation_id), dialogue.held_on
        genre = genre_of(is_named, row.participation__status)
        author = row.participation__name_as_printed or self._speaker(row)
        fields = {
            "ctx_ver": "Z39.88-2004",
            "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
            "rft.type": "presentation" if is_named else "document",
            "rft.title": title_of(genre, self._event(dialogue), row.attribution),
            "rft.date": day.isoformat() if day else dialogue.year,
        }
        if is_named:
            fields["rft.creator"] = f"{author},"
        if group := self._on_behalf_of(row):
            fields["rft.description"] = _("Speaking on behalf of %s") % group
        return urlencode(fields)

    def _event(self, dialogue):
        if dialogue.pk not in self.events:
            self.events[dialogue.pk] = event_of(dialogue_record(dialogue))
        return self.events[dialogue.pk]

    def _speaker(self, row):
        """The name by the clock; without a name the office, or who it is attributed to."""
        if participant := self._participant(row):
            return self._name(participant, row, row.participation__name_as_printed)
        person = self._person(row)
        return person.name if person else row.participation__office or row.attribution

    def _on_behalf_of(self, row):
        group = self.registry.participants.get(row.participation__on_behalf_of)
        printed = row.participation__on_behalf_of_as_printed or ""
        return self._name(group, row, printed) if group else printed

    def _name(self, participant, row, printed):
        """The name of a participant by the clock."""
        day = self.registry.dialogues[row.dialogue_id].held_on
        return self.registry.former_names.by(self.clock, participant, day, printed)

    def _office(self, row):
        """The person who spoke for a participant, or the office of a person."""
        if not (person := self._person(row)):
            return ""
        return f"({person.name})" if self._participant(row) else row.participation__office

    def _printed_group(self, row, groups):
        """The group as printed, if it is not one of the groups on the day."""
        printed = row.participation__printed_group
        is_another = printed and printed not in [group.pk for group in groups]
        return row.participation__group_as_printed if is_another else ""

    def _participant(self, row):
        return self.registry.participants.get(row.participation__participant)

    def _person(self, row):
        return self.registry.people.get(row.participation__person)

    def _names(self, pks):
        return [self.registry.participants[pk].name for pk in pks]

    def _themes(self, pks):
        return [self._link(theme, theme.label) for theme in self.registry.themes_in_order(pks)]

    def _link(self, record, label):
        """The Link to a record."""
        key = type(record), record.pk, label
        if key not in self.links:
            self.links[key] = Link(record.get_absolute_url(), str(label))
        return self.links[key]
