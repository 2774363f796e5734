"""The filters of the lists of records for programs, by kind."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from dialogues.choices import ChangeKind, FigureMeasure, Forum, SourceKind
from dialogues.filters.base import LenientFilterSet, ValuesFilter
from dialogues.filters.changed_since import ChangedSinceFilter
from dialogues.filters.engagements import EngagementFilter
from dialogues.filters.states import StateFilter
from dialogues.filters.votes import VoteFilter
from dialogues.models import Dialogue, Participant
from dialogues.querysets.editions import CORRECTIONS

MAX_REFERENCE = 40  # characters; see ReferenceConverter
# Kinds whose records have pages: an address that ended is of one of them.
WITH_PAGES = (
    "statements dialogues states groups organizations people themes sources votes"
).split()


def dialogues():
    return Dialogue.objects.published().values_list("slug", "title")


def years():
    published = Dialogue.objects.published().order_by("year").distinct()
    return [(str(year), str(year)) for year in published.values_list("year", flat=True)]


def participants():
    return Participant.objects.values_list("slug", "name")


def _by_dialogue(field="dialogue__slug"):
    return ValuesFilter(label=_("Dialogue"), labels=dialogues, field_name=field)


def _by_participant(label, field):
    return ValuesFilter(label=label, labels=participants, field_name=field)


class PagedRecords(LenientFilterSet):
    """A list that is read in pages. It has the keys limit and page, and those of its kind."""

    OTHER_KEYS = frozenset({"limit", "page"})


class ChangedRecords(PagedRecords):
    """Records whose changes have a time."""

    changed_since = ChangedSinceFilter()


class EditionRecords(PagedRecords):
    """Records with the number of an edition."""

    changed_since = ChangedSinceFilter(is_by_edition=True)


class DialogueRecords(ChangedRecords):
    year = ValuesFilter(label=_("Year"), labels=years)
    forum = ValuesFilter(label=_("Forum"), labels=dict(Forum.choices))


class StateRecords(ChangedRecords, StateFilter):
    pass


class SourceRecords(ChangedRecords):
    kind = ValuesFilter(label=_("Kind"), labels=dict(SourceKind.choices))
    dialogue = _by_dialogue("dialogues__slug")

    def filter_queryset(self, queryset):
        """Each source once, also if it is about several of the dialogues."""
        return super().filter_queryset(queryset).distinct()


class MembershipRecords(PagedRecords):
    group = _by_participant(_("Group"), "group__slug")
    member = _by_participant(_("Member"), "member__slug")


class ParticipationRecords(PagedRecords):
    dialogue = _by_dialogue()
    participant = _by_participant(_("Participant"), "participant__slug")


class FigureRecords(PagedRecords):
    dialogue = _by_dialogue()
    measure = ValuesFilter(label=_("What is counted"), labels=dict(FigureMeasure.choices))


class VoteRecords(ChangedRecords, VoteFilter):
    pass


class EngagementRecords(PagedRecords, EngagementFilter):
    pass


class VersionRecords(ChangedRecords):
    statement = filters.CharFilter(
        label=_("Reference of the statement"),
        field_name="statement__reference",
        max_length=MAX_REFERENCE,
    )


class CorrectionRecords(EditionRecords):
    kind = ValuesFilter(
        label=_("What happened"),
        labels={kind.value: kind.label for kind in map(ChangeKind, CORRECTIONS)},
    )
    statement = filters.CharFilter(
        label=_("Reference of the statement"),
        field_name="statement__reference",
        max_length=MAX_REFERENCE,
    )


class RedirectionRecords(ChangedRecords):
    kind = ValuesFilter(
        label=_("Kind of record"),
        labels={kind: kind for kind in WITH_PAGES},
        max_values=1,
        method="of_kind",
    )

    def of_kind(self, redirections, name, kinds):
        return redirections.of_kind(kinds[0])
