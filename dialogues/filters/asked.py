"""The keys of the addresses of the pages that compute something: coverage, series, comparison."""

from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from dialogues.analytics.claims import Verdict
from dialogues.analytics.comparing import MOST
from dialogues.analytics.series import Voice
from dialogues.clocks import Clock
from dialogues.filters.listed import ForgivingFilterSet, ListedFilter
from dialogues.models import Dialogue, Participant, ReportedFigure, Theme

CLOCK = _("Clock for groups and names")


def years():
    return [(str(one), str(one)) for one in _published().values_list("year", flat=True).distinct()]


def dialogues():
    return [(one.slug, one.short_title) for one in _published()]


def series():
    """Each series, called by its forum and years."""
    named = _published().exclude(series="").order_by("series", "year")
    return [(name, _series_label(list(held))) for name, held in groupby(named, _series_of)]


def _series_of(dialogue):
    return dialogue.series


def _series_label(dialogues):
    first, last = dialogues[0], dialogues[-1]
    return f"{first.get_forum_display()}, {first.year}–{last.year} ({len(dialogues)})"


def groups():
    """Whoever has members: regional groups first."""
    return Participant.objects.with_members().regional_first().values_list("slug", "name")


def sides():
    """States and observers, then whoever has members."""
    states = Participant.objects.filter(kind__in=Participant.STATE_KINDS)
    return [*states.values_list("slug", "name"), *groups()]


def themes():
    return Theme.objects.in_order().values_list("slug", "label")


def _published():
    return Dialogue.objects.published().held().newest_first()


class AskedFilter(ForgivingFilterSet):
    """What a page asks. What is chosen of a kind with one value is `one(key)`."""

    clock = ListedFilter(label=CLOCK, labels=dict(Clock.choices), method="as_it_is", most=1)

    class Meta:
        model = Dialogue
        fields = []

    def __init__(self, data):
        super().__init__(data, queryset=Dialogue.objects.published().held())

    def one(self, key):
        """The value chosen under a key; empty text where none is."""
        return next(iter(self.chosen(key)), "")

    @property
    def clock_now(self):
        """The Clock that is asked for; without a word of it, as it was at the date."""
        return Clock(self.one("clock") or Clock.DATE)

    @cached_property
    def group_now(self):
        """The group that is chosen, or None."""
        return Participant.objects.filter(slug=self.one("group")).first()

    @property
    def series_now(self):
        """The series that is chosen; if none is, the first by name; "" where there is none."""
        return self.one("series") or next(iter(self.form.fields["series"].labels), "")

    def theme_of(self, key):
        """The theme that is chosen under a key, or None."""
        return Theme.objects.filter(slug=self.one(key)).first()

    def as_it_is(self, dialogues, name, value):
        return dialogues


class CoverageFilter(AskedFilter):
    """What the coverage ledger asks."""

    year = ListedFilter(label=_("Year"), labels=years)
    forum = ListedFilter(label=_("Forum"), labels=dict(Dialogue.Forum.choices))
    series = ListedFilter(label=_("Series"), labels=series)
    dialogue = ListedFilter(label=_("Dialogue"), labels=dialogues, field_name="slug")
    group = ListedFilter(label=_("Group"), labels=groups, method="as_it_is", most=1)


class SeriesFilter(AskedFilter):
    """What the page of a series asks."""

    series = ListedFilter(label=_("Series"), labels=series, method="as_it_is", most=1)
    voice = ListedFilter(
        label=_("Counts as taking part"), labels=dict(Voice.choices), method="as_it_is", most=1
    )
    group = ListedFilter(label=_("Group"), labels=groups, method="as_it_is", most=1)


class ComparisonFilter(AskedFilter):
    """What a comparison asks."""

    side = ListedFilter(label=_("State or group"), labels=sides, method="as_it_is", most=MOST)


class ClaimFilter(ForgivingFilterSet):
    """What the claims ledger asks."""

    verdict = ListedFilter(label=_("Verdict"), labels=dict(Verdict.choices))

    class Meta:
        model = ReportedFigure
        fields = []


class CommitmentFilter(AskedFilter):
    """What the page on commitment and speech asks."""

    group = ListedFilter(label=_("Members of"), labels=groups, method="as_it_is", most=1)
    initiative = ListedFilter(label=_("Supporters of"), labels=themes, method="as_it_is", most=1)
    theme = ListedFilter(label=_("What is said on"), labels=themes, method="as_it_is", most=1)
    series = ListedFilter(label=_("Series"), labels=series)
