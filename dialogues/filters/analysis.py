"""The keys of the addresses of the pages that compute something: coverage, series, comparison."""

from functools import cached_property
from itertools import groupby
from operator import attrgetter

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dialogues.analysis.comparison import MAX_PARTIES
from dialogues.analysis.figures import CheckResult
from dialogues.analysis.series import Voice
from dialogues.choices import Clock
from dialogues.filter_keys import DIALOGUES, GROUPS, STATES_AND_GROUPS, THEMES
from dialogues.filters.base import (
    ClockFilter,
    LenientFilterSet,
    OptionFilter,
    ValuesFilter,
)
from dialogues.models import (
    Dialogue,
    Participant,
    ReportedFigure,
    Theme,
)
from dialogues.snapshot.labels import labels_at
from dialogues.snapshot.name_index import name_index_at


class AnalysisFilter(LenientFilterSet):
    """What a page asks, of the dialogues that were held. `edition` is that of the labels."""

    clock = ClockFilter(Clock.PRINTED, Clock.DATE, Clock.TODAY)

    class Meta:
        model = Dialogue
        fields = []

    def __init__(self, data, edition):
        super().__init__(data, queryset=Dialogue.objects.published().held())
        self.edition = edition

    def value_labels(self):
        labels, groups = labels_at(self.edition), groups_with_members(self.edition)
        return {
            "year": labels["year"],
            "theme": labels["theme"],
            "group": groups,
            "side": labels["state"] | groups,
        }

    @cached_property
    def group_now(self):
        """The group that is chosen, or None."""
        return Participant.objects.filter(slug=self.applied_value("group")).first()


def groups_with_members(edition):
    """{slug: name} of whoever has a member recorded: regional groups first."""
    vocabulary = name_index_at(edition)
    return {
        slug: name
        for slug, name in labels_at(edition)["group"].items()
        if vocabulary.memberships.members_ever(int(vocabulary.group_keys[slug]))
    }


def dialogues():
    """(slug, forum and day) of each dialogue, the newest first."""
    return [(one.slug, one.short_title) for one in _published().newest_first()]


def series():
    """(name, forum and years) of each series."""
    named = _published().exclude(series="").order_by("series", "year")
    by_name = groupby(named, attrgetter("series"))
    return [(name, _series_label(list(held))) for name, held in by_name]


def _series_label(dialogues):
    first, last = dialogues[0], dialogues[-1]
    return f"{first.get_forum_display()}, {first.year}–{last.year} ({len(dialogues)})"


def initiatives():
    """(slug, label) of each theme that is an initiative, or of which sources count supporters."""
    counted = ReportedFigure.objects.public().of_supporters()
    supported = Q(initiators__isnull=False) | Q(figures__in=counted)
    return Theme.objects.filter(supported).in_order().distinct().values_list("slug", "label")


def _published():
    return Dialogue.objects.published().held()


class CoverageFilter(AnalysisFilter):
    """What the coverage ledger asks."""

    year = ValuesFilter(label=_("Year"))
    dialogue = ValuesFilter(
        label=_("Dialogue"), labels=dialogues, field_name="slug", records=DIALOGUES
    )
    group = OptionFilter(label=_("Group"), max_values=1, records=GROUPS)


class SeriesFilter(AnalysisFilter):
    """What the page of a series asks."""

    series = OptionFilter(label=_("Series"), labels=series, max_values=1)
    voice = OptionFilter(label=_("Way of taking part"), labels=dict(Voice.choices), max_values=1)
    group = OptionFilter(label=_("Group"), max_values=1, records=GROUPS)

    @property
    def series_now(self):
        """The series that is chosen; if none is, the first by name; "" where there is none."""
        return self.applied_value("series") or next(iter(self.form.fields["series"].labels), "")

    @property
    def voice_now(self):
        return Voice(self.applied_value("voice") or Voice.OWN)


class ComparisonFilter(AnalysisFilter):
    """What a comparison asks."""

    side = OptionFilter(
        label=_("State or group"), max_values=MAX_PARTIES, records=STATES_AND_GROUPS
    )


class CommitmentFilter(AnalysisFilter):
    """What the page on commitment and speech asks."""

    group = OptionFilter(label=_("Members of"), max_values=1, records=GROUPS)
    initiative = OptionFilter(
        label=_("Supporters of"), labels=initiatives, max_values=1, records=THEMES
    )
    theme = OptionFilter(label=_("What is said on"), max_values=1, records=THEMES)

    @cached_property
    def initiative_now(self):
        return Theme.objects.filter(slug=self.applied_value("initiative")).first()

    @cached_property
    def theme_now(self):
        return Theme.objects.filter(slug=self.applied_value("theme")).first()


class GroupsFilter(AnalysisFilter):
    """What the page of all groups asks."""

    clock = ClockFilter(*Clock)
    default_clock = Clock.EITHER


class PagesFilter(LenientFilterSet):
    """What is asked of a page that takes nothing but the number of its part."""

    class Meta:
        model = Dialogue
        fields = []

    def __init__(self, data, edition):
        super().__init__(data, queryset=Dialogue.objects.none())


class FigureFilter(LenientFilterSet):
    """What the claims ledger asks."""

    verdict = OptionFilter(
        label=_("Verdict"), labels=dict(CheckResult.choices), max_values=len(CheckResult)
    )

    class Meta:
        model = ReportedFigure
        fields = []

    def __init__(self, data, edition):
        super().__init__(data, queryset=ReportedFigure.objects.public())
