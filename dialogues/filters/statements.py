"""The filters of the statements page, its exports and its programs."""

from functools import cached_property

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.choices import Clock
from dialogues.filters.base import (
    ClockFilter,
    LenientFilterSet,
    OptionFilter,
    ValuesFilter,
)
from dialogues.models import Edition, Statement
from dialogues.search.database_query import build_q
from dialogues.search.query_names import resolve_names
from dialogues.search.search import NEWEST, RELEVANCE, SearchRequest
from dialogues.snapshot.labels import labels_at
from dialogues.snapshot.name_index import name_index_at

SORTS = {
    RELEVANCE: (_("Best match first"), "newest_first"),
    NEWEST: (_("Newest first"), "newest_first"),
    "oldest": (_("Oldest first"), "oldest_first"),
    "speaker": (_("By speaker"), "by_speaker"),
}


class WordsField(forms.CharField):
    """What a reader typed, whatever it is: a long question is cut when it is read."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.validators = []

    def to_python(self, value):
        return super().to_python(value).replace("\0", " ")


class WordsFilter(filters.CharFilter):
    field_class = WordsField


class StatementFilter(LenientFilterSet):
    """Each field here is one key in the address of a list of statements."""

    year = ValuesFilter(label=_("Year"), field_name="dialogue__year")
    group = ValuesFilter(label=_("Regional group"), method="in_groups")
    theme = ValuesFilter(label=_("Theme"), means="within_themes")
    state = ValuesFilter(label=_("State"), means="by_participants")
    represented = ValuesFilter(label=_("Spoken for by another"), means="representing")
    situation = ValuesFilter(label=_("Situation spoken about"), means="about_situations")
    speaker = ValuesFilter(label=_("Speaker"), means="by_speakers")
    kind = ValuesFilter(label=_("Kind of speaker"), means="by_kinds")
    voice = ValuesFilter(label=_("Voice"), means="in_voices")
    forum = ValuesFilter(label=_("Forum"), field_name="dialogue__forum")
    dialogue = ValuesFilter(label=_("Dialogue"), field_name="dialogue__slug")
    stance = ValuesFilter(label=_("Stance on the theme"))
    provenance = ValuesFilter(label=_("Provenance"))
    clock = ClockFilter(*Clock)
    q = WordsFilter(label=_("Words"), method="with_words")
    widen = OptionFilter(label=_("Other names"), labels={"off": _("not looked for")})
    sort = ValuesFilter(
        label=_("Order"),
        labels={key: label for key, (label, _method) in SORTS.items()},
        method="in_order",
    )

    default_clock = Clock.EITHER

    class Meta:
        model = Statement
        fields = []

    def __init__(self, data, edition=None):
        super().__init__(data, queryset=Statement.objects)
        self.edition = Edition.objects.current_stamp() if edition is None else edition

    def filter_queryset(self, queryset, leaving_out=None):
        return super().filter_queryset(queryset.published().newest_first(), leaving_out)

    def get_form_class(self):
        form_class = super().get_form_class()
        for key, labels in labels_at(self.edition).items():
            form_class.base_fields[key].labels = labels
        return form_class

    @cached_property
    def meaning(self):
        """What the words mean that were typed."""
        vocabulary = name_index_at(self.edition)
        return resolve_names(
            self.applied_values("q") or "", vocabulary, widen=not self.applied_values("widen")
        )

    @cached_property
    def question(self):
        """What the address asks, as the index is asked it."""
        listed = labels_at(self.edition)
        chosen = {key: values for key in listed if (values := self.applied_values(key))}
        return SearchRequest(chosen, self.meaning, self.sort_now, self.clock_now)

    @property
    def sort_now(self):
        """The order of the list: as chosen; else by relevance for words, else newest first."""
        can_match = self.meaning.parsed.has_words
        chosen = (self.applied_values("sort") or [RELEVANCE if can_match else NEWEST])[0]
        return NEWEST if chosen == RELEVANCE and not can_match else chosen

    def with_words(self, statements, name, value):
        return statements.filter(build_q(self.meaning.parsed))

    def in_groups(self, statements, name, value):
        return statements.in_groups(value, self.clock_now) if value else statements

    def in_order(self, statements, name, value):
        return getattr(statements, SORTS[self.sort_now][1])()
