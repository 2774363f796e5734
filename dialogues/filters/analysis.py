"""The query keys of the analysis pages: coverage, attendance, comparison, commitment, figures."""

from functools import cached_property
from itertools import groupby
from operator import attrgetter

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dialogues.analysis.comparison import MAX_PARTIES
from dialogues.analysis.figures import CheckResult
from dialogues.analysis.series import AttendanceVoice
from dialogues.choices import Clock
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
from dialogues.statement_filters import DIALOGUES, GROUPS, STATES_AND_GROUPS, THEMES


class AnalysisFilter(LenientFilterSet):
    """The dialogues that were held, and the keys of an analysis. Labels are those of an edition."""

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
        """The selected group, or None."""
        return Participant.objects.filter(slug=self.applied_value("group")).first()


def groups_with_members(edition):
    """{slug: name} of the participants with a recorded member, regional groups first."""
    name_index = name_index_at(edition)
    return {
        slug: name
        for slug, name in labels_at(edition)["group"].items()
        if name_index.memberships.members_ever(int(name_index.group_keys[slug]))
    }


def dialogues():
    """(slug, short title) of each dialogue, newest first."""
    return [(dialogue.slug, dialogue.short_title) for dialogue in _published().newest_first()]


def series():
    """(name, forum and years) of each series."""
    in_series = _published().exclude(series="").order_by("series", "year")
    by_name = groupby(in_series, attrgetter("series"))
    return [(name, _series_label(list(dialogues))) for name, dialogues in by_name]


def _series_label(dialogues):
    first, last = dialogues[0], dialogues[-1]
    return f"{first.get_forum_display()}, {first.year}–{last.year} ({len(dialogues)})"


def initiatives():
    """(slug, label) of each theme with initiators, or whose supporters a source counts."""
    figures = ReportedFigure.objects.public().of_supporters()
    is_initiative = Q(initiators__isnull=False) | Q(figures__in=figures)
    return Theme.objects.filter(is_initiative).in_order().distinct().values_list("slug", "label")


def _published():
    return Dialogue.objects.published().held()


class CoverageFilter(AnalysisFilter):
    """The keys of the coverage ledger."""

    year = ValuesFilter(label=_("Year"))
    dialogue = ValuesFilter(
        label=_("Dialogue"), labels=dialogues, field_name="slug", records=DIALOGUES
    )
    group = OptionFilter(label=_("Group"), max_values=1, records=GROUPS)


class MapFilter(AnalysisFilter):
    """The keys of the map."""

    dialogue = OptionFilter(label=_("Dialogue"), labels=dialogues, max_values=1, records=DIALOGUES)

    @cached_property
    def dialogue_now(self):
        """The selected dialogue, or None."""
        return self.queryset.filter(slug=self.applied_value("dialogue")).first()


class SeriesFilter(AnalysisFilter):
    """The keys of the attendance page."""

    series = OptionFilter(label=_("Series"), labels=series, max_values=1)
    voice = OptionFilter(
        label=_("Way of taking part"), labels=dict(AttendanceVoice.choices), max_values=1
    )
    group = OptionFilter(label=_("Group"), max_values=1, records=GROUPS)

    @property
    def series_now(self):
        """The name of the selected series; by default the first by name, or "" if there is none."""
        return self.applied_value("series") or next(iter(self.form.fields["series"].labels), "")

    @property
    def voice_now(self):
        return AttendanceVoice(self.applied_value("voice") or AttendanceVoice.OWN)


class ComparisonFilter(AnalysisFilter):
    """The keys of a comparison."""

    KEY_ALIASES = dict.fromkeys(("state", "group", "country", "a", "b", "c", "d"), "side")

    side = OptionFilter(
        label=_("State or group"), max_values=MAX_PARTIES, records=STATES_AND_GROUPS
    )


class CommitmentFilter(AnalysisFilter):
    """The keys of the page on members and supporters."""

    group = OptionFilter(label=_("Members of"), max_values=1, records=GROUPS)
    initiative = OptionFilter(
        label=_("Supporters of"), labels=initiatives, max_values=1, records=THEMES
    )
    theme = OptionFilter(label=_("Statements on"), max_values=1, records=THEMES)

    @cached_property
    def initiative_now(self):
        return Theme.objects.filter(slug=self.applied_value("initiative")).first()

    @cached_property
    def theme_now(self):
        return Theme.objects.filter(slug=self.applied_value("theme")).first()


class GroupsFilter(AnalysisFilter):
    """The keys of the page of all groups."""

    clock = ClockFilter(*Clock)
    default_clock = Clock.EITHER


class PagesFilter(LenientFilterSet):
    """The keys of a page with no filter but the page number."""

    class Meta:
        model = Dialogue
        fields = []

    def __init__(self, data, edition):
        super().__init__(data, queryset=Dialogue.objects.none())


class FigureFilter(LenientFilterSet):
    """The keys of the page of reported figures."""

    verdict = OptionFilter(
        label=_("Result"), labels=dict(CheckResult.choices), max_values=len(CheckResult)
    )

    class Meta:
        model = ReportedFigure
        fields = []

    def __init__(self, data, edition):
        super().__init__(data, queryset=ReportedFigure.objects.public())
