"""The label of each value of each filter key, in the order of a list of them."""

from functools import cached_property

from django.db.models import Choices
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language

from dialogues.choices import choice_labels
from dialogues.models import Dialogue, Participant, Participation, Person, SourceDocument, Statement
from dialogues.models.languages import UN_LANGUAGES
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.participants import participants_at
from dialogues.snapshot.themes import themes_at
from dialogues.statement_filters import FILTER_KEYS

# The current edition, and the last one while requests that began with it end.
_labels = EditionCache(max_items=2)


def labels_at(edition: str) -> dict[str, dict[str, str]]:
    """{filter key: {value: label}} of an edition in the active language, read once for each.

    Six queries, and the participants and themes of the edition.
    """
    return _labels.get_or_create(edition, get_language(), lambda: _read(edition))


def theme_parents_at(edition: str) -> dict[str, str | None]:
    """{slug: slug of the parent theme, or None} of an edition."""
    themes = themes_at(edition).by_pk
    return {
        theme.slug: themes[theme.parent_id].slug if theme.parent_id else None
        for theme in themes.values()
    }


def regional_groups_at(edition: str) -> set[str]:
    """The slugs of the five regional groups of an edition."""
    return {group.slug for group in participants_at(edition).regional_groups}


def _read(edition):
    reader = LabelReader(edition)
    return {name: reader.labels(key.values) for name, key in FILTER_KEYS.items()}


class LabelReader:
    """Reads {value: label}. Each method is a source of values that a filter key can name."""

    def __init__(self, edition: str) -> None:
        self._everyone = participants_at(edition)
        self._themes = themes_at(edition)

    def labels(self, source: str | type[Choices]) -> dict[str, str]:
        """{value: label} of a source: choices, or the name of one of the methods below."""
        if isinstance(source, str):
            return getattr(self, source)()
        return {value: capfirst(label) for value, label in choice_labels(source).items()}

    def years(self):
        return {str(dialogue.year): str(dialogue.year) for dialogue in self._dialogues}

    def days(self):
        """The days of dialogues and those on which somebody spoke, as people write them."""
        held = {dialogue.held_on for dialogue in self._dialogues if dialogue.held_on}
        spoken = Participation.objects.public().exclude(spoke_on=None)
        days = sorted(held.union(_distinct(spoken, "spoke_on")))
        return {day.isoformat(): date_format(day, "j F Y") for day in days}

    def offices(self):
        """The offices of speakers in published dialogues, as recorded."""
        offices = _distinct(Participation.objects.public(), "office")
        return {office: office for office in sorted(offices) if office}

    def sources(self):
        return dict(SourceDocument.objects.order_by("title").values_list("slug", "title"))

    def languages(self):
        """Those of the United Nations, then the other languages of statements by their tags."""
        # The few tags first: to look for them among published statements would read all of these.
        tags = _distinct(Statement.objects.exclude(language__in=UN_LANGUAGES), "language")
        published = Statement.objects.published()
        others = [tag for tag in tags if published.filter(language=tag).exists()]
        return {tag: str(name) for tag, name in UN_LANGUAGES.items()} | {
            tag: tag for tag in sorted(others)
        }

    def dialogues(self):
        return {
            dialogue.slug: f"{dialogue.held_on or dialogue.year}, {dialogue.title}"
            for dialogue in self._dialogues
        }

    def groups(self):
        """Groups and participants with members, regional groups first."""
        regional, memberships = self._everyone.regional_groups, self._everyone.memberships
        groups = [group for group in self._participants if memberships.is_group(group)]
        others = [group for group in groups if group not in regional]
        return _names([*regional, *others])

    def themes(self):
        return {theme.slug: theme.label for theme in self._themes.by_pk.values()}

    def states(self):
        return _names(
            participant
            for participant in self._participants
            if participant.kind in Participant.STATE_KINDS
        )

    def participants(self):
        return _names(self._participants)

    def speakers(self):
        return self.participants() | dict(Person.objects.public().values_list("slug", "name"))

    @property
    def _participants(self):
        return self._everyone.by_pk.values()

    @cached_property
    def _dialogues(self):
        return list(Dialogue.objects.published().newest_first())


def _distinct(records, column):
    """The values of a column, each once."""
    return records.order_by().values_list(column, flat=True).distinct()


def _names(participants):
    return {participant.slug: participant.name for participant in participants}
