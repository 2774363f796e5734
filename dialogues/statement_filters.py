"""The filter keys of the statement list, each declared once.

To add a key: declare it here, write its StatementQuerySet method if no column has its values, its
labels in dialogues/snapshot/labels.py if they are no Choices, and add its index field to
dialogues/index/documents.py. The sidebar, counts, labels, redirects,
exports and the index schema read this table.
"""

from dataclasses import dataclass

from django.db.models import Choices
from django.utils.translation import gettext_lazy as _

from dialogues.choices import (
    Capacity,
    Clock,
    Forum,
    HasQuotation,
    Provenance,
    SourceKind,
    SpeakerKind,
    Stance,
    TextLength,
    Voice,
)


@dataclass(frozen=True)
class LinkedRecords:
    """The records whose slugs are a key's values.

    `paths` are the first parts of their addresses, for slugs that were changed. `model` names
    the model whose manager finds them by other names; empty if they have none.
    """

    paths: tuple[str, ...]
    model: str = ""


DIALOGUES = LinkedRecords(("dialogues",))
THEMES = LinkedRecords(("themes",), "Theme")
GROUPS = LinkedRecords(("groups", "organizations"), "Participant")
STATES = LinkedRecords(("states",), "Participant")
STATES_AND_GROUPS = LinkedRecords(("states", "groups", "organizations"), "Participant")
SOURCES = LinkedRecords(("sources",))
SPEAKERS = LinkedRecords(("states", "groups", "organizations", "people"), "Participant")


@dataclass(frozen=True)
class FilterKey:
    """One key of the list's address: what its values mean, and how the sidebar shows them."""

    name: str
    label: str
    # Its values and their labels: choices, or the name of a method of snapshot.labels.LabelReader.
    values: str | type[Choices]
    # The column that holds the values, and the StatementQuerySet method that adds it, if any.
    column: str = ""
    annotation: str = ""
    # The StatementQuerySet method that takes the values, if comparing the column is not enough.
    method: str = ""
    # The StatementQuerySet method that returns the same as a Q, for a key that has no column.
    condition: str = ""
    # Whether a reader can type it in the search box, as in year:2017.
    is_typed: bool = False
    # Where names and former slugs of its values are looked up.
    records: LinkedRecords | None = None
    # Whether the sidebar shows it, with a count for each value.
    is_counted: bool = True
    is_open_at_first: bool = False
    # Sorted by count: many values in an order that readers do not know.
    has_most_first: bool = False
    # The counted keys whose counts those of this one add up to; see dialogues.search.counts.
    adds_up: tuple[str, ...] = ()
    # Regional groups are shown even if no statement has them.
    is_always_shown: bool = False
    is_tree: bool = False
    # Whether its value needs the label in the list's title: "Estonia" may be speaker or subject.
    has_label_in_title: bool = False
    # The index fields of a key that depends on the clock; other keys have the field `name`.
    fields_by_clock: tuple[tuple[Clock, str], ...] = ()

    @property
    def depends_on_clock(self):
        return bool(self.fields_by_clock)


# In the order of the sidebar and of the applied filters.
_KEYS = (
    FilterKey(
        "year",
        _("Year"),
        values="years",
        column="dialogue__year",
        is_typed=True,
        is_open_at_first=True,
        adds_up=("dialogue",),
    ),
    # The days from..to are days of this key.
    FilterKey(
        "day",
        _("Day"),
        values="days",
        column="day",
        annotation="with_day",
        method="on_days",
        is_counted=False,
    ),
    FilterKey(
        "group",
        _("Regional group"),
        values="groups",
        method="in_groups",
        condition="in_groups_condition",
        is_typed=True,
        records=GROUPS,
        is_open_at_first=True,
        is_always_shown=True,
        # For today the index is asked for the group's members.
        fields_by_clock=(
            (Clock.EITHER, "group"),
            (Clock.PRINTED, "group_printed"),
            (Clock.DATE, "group_date"),
            (Clock.TODAY, "participant"),
        ),
    ),
    FilterKey(
        "theme",
        _("Theme"),
        values="themes",
        method="within_themes",
        condition="within_themes_condition",
        is_typed=True,
        records=THEMES,
        is_open_at_first=True,
        is_tree=True,
    ),
    FilterKey(
        "state",
        _("State"),
        values="states",
        column="participation__participant__slug",
        is_typed=True,
        records=STATES,
        has_most_first=True,
    ),
    FilterKey(
        "represented",
        _("Spoken for by another"),
        values="participants",
        column="participation__represents__participant__slug",
        method="representing",
        records=STATES,
        has_most_first=True,
        has_label_in_title=True,
    ),
    FilterKey(
        "situation",
        _("Situation spoken about"),
        values="participants",
        method="about_situations",
        records=STATES,
        is_counted=False,
        has_label_in_title=True,
    ),
    FilterKey(
        "speaker",
        _("Speaker"),
        values="speakers",
        method="by_speakers",
        records=SPEAKERS,
        is_counted=False,
        has_label_in_title=True,
    ),
    FilterKey(
        "kind",
        _("Kind of speaker"),
        values=SpeakerKind,
        column="speaker_kind",
        annotation="with_speaker_kind",
        method="by_kinds",
    ),
    FilterKey(
        "voice",
        _("Voice"),
        values=Voice,
        column="voice",
        annotation="with_voice",
        method="in_voices",
        adds_up=("kind", "capacity"),
    ),
    FilterKey("capacity", _("Capacity"), values=Capacity, column="participation__capacity"),
    FilterKey(
        "office",
        _("Office"),
        values="offices",
        column="participation__office",
        has_most_first=True,
    ),
    FilterKey("forum", _("Forum"), values=Forum, column="dialogue__forum", adds_up=("dialogue",)),
    FilterKey(
        "dialogue",
        _("Dialogue"),
        values="dialogues",
        column="dialogue__slug",
        records=DIALOGUES,
    ),
    FilterKey("stance", _("Stance on the theme"), values=Stance, column="stance", is_typed=True),
    FilterKey("provenance", _("Provenance"), values=Provenance, column="provenance"),
    FilterKey(
        "source",
        _("Source"),
        values="sources",
        column="source__slug",
        records=SOURCES,
        has_most_first=True,
        has_label_in_title=True,
    ),
    FilterKey(
        "source_kind",
        _("Kind of source"),
        values=SourceKind,
        column="source__kind",
        adds_up=("source",),
    ),
    FilterKey("language", _("Language"), values="languages", column="language"),
    FilterKey(
        "quotation",
        _("Quotation"),
        values=HasQuotation,
        column="quotation",
        annotation="with_quotation",
        method="with_quotations",
        adds_up=("kind", "length"),
    ),
    FilterKey(
        "length",
        _("Length of the words"),
        values=TextLength,
        column="length",
        annotation="with_length",
        method="of_length",
    ),
)
FILTER_KEYS = {key.name: key for key in _KEYS}
COUNTED_KEYS = {name: key for name, key in FILTER_KEYS.items() if key.is_counted}


@dataclass(frozen=True)
class DayKey:
    """A key of the list's address whose value is the first or the last day of the statements.

    `lookup` compares their days with it: gte or lte.
    """

    name: str
    label: str
    lookup: str


DAY_KEYS = {
    key.name: key for key in (DayKey("from", _("From"), "gte"), DayKey("to", _("To"), "lte"))
}
