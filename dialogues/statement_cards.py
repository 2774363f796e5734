"""A statement as it is shown in a list: written once per edition, and kept."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.template.loader import get_template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dialogues.choices import Clock, choice_labels
from dialogues.citations.work import event_of, genre_of, title_of
from dialogues.models import Dialogue, Participation, Statement
from dialogues.models.sources import locator_of
from dialogues.models.statements import quotations_of
from dialogues.search.highlight import HighlightTerms, snippet
from dialogues.serializers import dialogue_record
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.registry import registry_at
from dialogues.snapshot.statement_rows import rows_of

# The cards of 120 pages of a list.
_card_cache = EditionCache(max_items=3_000)
_html_cache = EditionCache(max_items=3_000)
# One for each clock of the current edition and the last one.
_maker_cache = EditionCache(max_items=8)


NO_MARKS = HighlightTerms()


@dataclass(frozen=True, slots=True)
class Link:
    """The address of a record, and what it is called."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that a list says of a statement, in plain values; empty where there is nothing to say."""

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
    context: str

    def html(self, marks, base):
        """The statement in a list, with marked words; a long text is cut.

        `base` is the address of the site, for programs that read the list.
        """
        words = {
            "quotations": [snippet(one, marks) for one in self.quotations],
            "translation": snippet(self.translation, marks),
            "summary": snippet(self.summary, marks),
            "context": f"{self.context}&{urlencode({'rft_id': base + self.url})}",
        }
        template = get_template("dialogues/includes/_statement.html")
        return template.render({"card": replace(self, **words)})


def cards_of(pks, edition, base, marks=NO_MARKS, clock=Clock.EITHER):
    """The HTML of each of the published statements with these keys, in their order.

    Four queries for those that are not kept, at any number. With `marks`, words are marked. `base`
    is the address of the site. Names are today's, unless the clock is that of the date or print.
    """
    told = get_language(), clock
    questions = {pk: (pk, *told, base, marks) for pk in pks}
    kept = _html_cache.get_many(edition, questions.values())
    missing = [pk for pk, question in questions.items() if question not in kept]
    for pk, card in _cards(missing, edition, told):
        kept[questions[pk]] = html = card.html(marks, base)
        _html_cache.set(edition, questions[pk], html)
    return [kept[question] for question in questions.values() if question in kept]


def _cards(pks, edition, told):
    """(key, Card) of each published statement; what is kept of them serves any marks.

    `told` is the language and the clock.
    """
    kept = _card_cache.get_many(edition, [(pk, told) for pk in pks])
    missing = [pk for pk in pks if (pk, told) not in kept]
    for pk, card in _made(missing, edition, told):
        kept[pk, told] = card
        _card_cache.set(edition, (pk, told), card)
    return [(pk, card) for (pk, _told), card in kept.items()]


def _made(pks, edition, told):
    """(key, Card) of each published statement."""
    if not pks:
        return []
    _language, clock = told
    maker = _maker_cache.get_or_create(edition, told, lambda: _Maker(registry_at(edition), clock))
    return [(row.pk, maker.card(row, lists)) for row, lists in rows_of(pks)]


class _Maker:
    """Makes cards of rows, with the records that rows name."""

    def __init__(self, around, clock):
        self.around = around
        self.clock = clock
        self.names = around.former_names
        self.links = {}
        self.events = {}
        # A stance that is not stated and the act of stating say nothing to readers of a list.
        self.labels = {
            "forum": choice_labels(Dialogue.Forum),
            "stance": choice_labels(Statement.Stance) | {Statement.Stance.NOT_STATED: ""},
            "act": choice_labels(Statement.Act) | {Statement.Act.STATES: ""},
            "provenance": choice_labels(Statement.Provenance),
        }

    def card(self, row, lists):
        dialogue, source = (
            self.around.dialogues[row.dialogue_id],
            self.around.sources[row.source_id],
        )
        day = dialogue.held_on
        labels = self.labels
        groups = self.around.memberships.regional_on(row.participation__participant, day)
        return Card(
            reference=row.reference,
            url=reverse("statement-detail", args=[row.reference]),
            speaker=self._speaker(row),
            is_named=bool(row.participation_id),
            among_others=row.among_others,
            on_behalf_of=self._on_behalf_of(row),
            represented=", ".join(self._names(lists.represents[row.participation_id])),
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
            themes=self._themes(lists.themes[row.pk]),
            provenance=labels["provenance"][row.provenance],
            source=self._link(source, source.publisher or source.title),
            locator=locator_of(row.section, row.paragraph),
            context=self._context(row, dialogue),
        )

    def _context(self, row, dialogue):
        """What reference managers read of a list (COinS): each statement but its address.

        The comma after the speaker keeps a name of several words whole in Zotero.
        """
        is_named, day = bool(row.participation_id), dialogue.held_on
        genre = genre_of(is_named, row.participation__status)
        author = row.participation__name_as_printed or self._speaker(row)
        said = {
            "ctx_ver": "Z39.88-2004",
            "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
            "rft.type": "presentation" if is_named else "document",
            "rft.title": title_of(genre, self._event(dialogue)),
            "rft.date": day.isoformat() if day else dialogue.year,
        }
        if is_named:
            said["rft.creator"] = f"{author},"
        if group := self._on_behalf_of(row):
            said["rft.description"] = _("Speaking on behalf of %s") % group
        return urlencode(said)

    def _event(self, dialogue):
        if dialogue.pk not in self.events:
            self.events[dialogue.pk] = event_of(dialogue_record(dialogue))
        return self.events[dialogue.pk]

    def _speaker(self, row):
        """Who said it, by the clock; an unnamed speaker by the office, nobody as printed."""
        if participant := self._participant(row):
            return self._name(participant, row, row.participation__name_as_printed)
        person = self._person(row)
        return person.name if person else row.participation__office or row.attribution

    def _on_behalf_of(self, row):
        group = self.around.participants.get(row.participation__on_behalf_of)
        printed = row.participation__on_behalf_of_as_printed or ""
        return self._name(group, row, printed) if group else printed

    def _name(self, participant, row, printed):
        """What a participant is called by the clock."""
        day = self.around.dialogues[row.dialogue_id].held_on
        return self.names.by(self.clock, participant, day, printed)

    def _office(self, row):
        """The person who spoke for a participant, or the office in which a person spoke."""
        if not (person := self._person(row)):
            return ""
        return f"({person.name})" if self._participant(row) else row.participation__office

    def _printed_group(self, row, groups):
        """The group as printed, where it is another than those of the day."""
        printed = row.participation__printed_group
        is_another = printed and printed not in [group.pk for group in groups]
        return row.participation__group_as_printed if is_another else ""

    def _participant(self, row):
        return self.around.participants.get(row.participation__participant)

    def _person(self, row):
        return self.around.people.get(row.participation__person)

    def _names(self, pks):
        return [self.around.participants[pk].name for pk in pks]

    def _themes(self, pks):
        return [self._link(one, one.label) for one in self.around.themes_in_order(pks)]

    def _link(self, record, label):
        """A link to a record; most records are linked from many statements."""
        key = type(record), record.pk, label
        if key not in self.links:
            self.links[key] = Link(record.get_absolute_url(), str(label))
        return self.links[key]
