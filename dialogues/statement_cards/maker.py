"""Makes the card of a statement of its row."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dialogues.choices import choice_labels
from dialogues.citations.work import event_of, genre_of, title_of
from dialogues.models import Dialogue, Participation, Statement
from dialogues.models.locators import link_to_passage, locator_of
from dialogues.models.statements import quotations_of
from dialogues.serializers import dialogue_record
from dialogues.statement_cards.card import Card, Link


class CardMaker:
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
        day = row.participation__spoke_on or dialogue.held_on
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
            dialogue=self._link(dialogue, self.labels["forum"][dialogue.forum]),
            day=day.isoformat() if day else "",
            day_and_month=date_format(day, "j F") if day else "",
            year=dialogue.year,
            quotations=tuple(quotations_of(row.text)),
            language=row.language,
            translation=row.translation,
            summary=row.summary,
            groups=self._groups(row, dialogue),
            facts=(*self._facts(row), *self._themes(related.themes[row.pk])),
            provenance=self.labels["provenance"][row.provenance],
            source=self._source(row),
            context=self._context(row, dialogue),
        )

    def _groups(self, row, dialogue):
        """The regional groups on the day, and the group as printed if it is another."""
        participant, printed = row.participation__participant, row.participation__printed_group
        groups = self.registry.memberships.regional_on(participant, dialogue.held_on)
        links = [Link("", group.name) for group in groups]
        if printed and printed not in [group.pk for group in groups]:
            label = _("printed under “%s”") % row.participation__group_as_printed
            links.append(Link("", label))
        return tuple(links)

    def _facts(self, row):
        """Stance, act, the source's word, and whether others are meant too."""
        texts = [self.labels["stance"][row.stance], self.labels["act"][row.act]]
        if row.source_word:
            texts.append(f"“{row.source_word}”")
        if row.among_others:
            texts.append(_("with others"))
        return [Link("", str(text)) for text in texts if text]

    def _source(self, row):
        """The source, and the place in it where it can be read."""
        source = self.registry.sources[row.source_id]
        place = locator_of(row.section, row.paragraph)
        address = link_to_passage(source.url, row.page, row.begins_with, row.ends_with)
        links = [self._link(source, source.publisher_in_brackets or source.title)]
        if place or address:
            links.append(Link(address, str(place or _("the passage"))))
        return tuple(links)

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
