"""The tables of the collection's files: their records, keys and columns."""

from dataclasses import dataclass
from pathlib import Path

from django.db import models

from dialogues.models import (
    Ballot,
    Dialogue,
    EditorsNote,
    Engagement,
    FurtherDay,
    Membership,
    Name,
    Participant,
    Participation,
    Person,
    ReportedFigure,
    SourceDocument,
    SourceParagraph,
    Statement,
    Theme,
    ThemeAlias,
    Vote,
    Webcast,
)

FILES = Path(__file__).parent / "files"

LOCATOR = ("source", "section", "paragraph", "line", "page", "begins_with", "ends_with")


@dataclass(frozen=True)
class Table:
    """How the records of one model are written: what identifies them, their columns and order."""

    model: type[models.Model]
    key: tuple[str, ...]
    columns: tuple[str, ...]
    order: tuple[str, ...]

    def field(self, column):
        return self.model._meta.get_field(column)

    @property
    def relations(self):
        """The columns that name one other record."""
        fields = map(self.field, self.columns)
        return [field.name for field in fields if field.many_to_one or field.one_to_one]


PARTICIPANTS = Table(
    Participant,
    ("slug",),
    ("kind slug name short_name iso2 iso3 m49 member_since group_kind note source_note").split(),
    ("kind", "slug"),
)
NAMES = Table(
    Name,
    ("participant", "name"),
    ("participant name kind language since until note").split(),
    ("participant__slug", "key"),
)
MEMBERSHIPS = Table(
    Membership,
    ("group", "member", "since", "role"),
    ("group member role since until dates_in_words is_minimum note source_note source").split(),
    ("group__slug", "member__slug", "since", "role"),
)
THEMES = Table(
    Theme,
    ("slug",),
    ("slug label parent position scope_note initiators").split(),
    ("position",),
)
THEME_ALIASES = Table(
    ThemeAlias, ("theme", "alias"), ("theme alias language").split(), ("theme__position", "key")
)
PEOPLE = Table(Person, ("slug",), ("slug name also_known_as note").split(), ("slug",))
DIALOGUES = Table(
    Dialogue,
    ("slug",),
    (
        "slug title forum format year held_on session series ordinals_as_printed place "
        "report_title report_symbols speaker_list speaker_list_note summary situations "
        "editor_note status"
    ).split(),
    ("slug",),
)
SOURCES = Table(
    SourceDocument,
    ("slug",),
    (
        "slug title kind publisher publisher_note dialogues organizations symbols url "
        "archived_url published_on published_in date_note date_as_printed retrieved_on checked_on "
        "read_extent is_text_public language checksum rights about"
    ).split(),
    ("slug",),
)
FURTHER_DAYS = Table(FurtherDay, ("dialogue", "date"), ("dialogue date").split(), ("date",))
WEBCASTS = Table(Webcast, ("dialogue", "label"), ("dialogue label url note").split(), ("label",))
PARTICIPATIONS = Table(
    Participation,
    ("dialogue", "key"),
    (
        "dialogue",
        "key",
        "participant",
        "person",
        "office",
        "capacity",
        "status",
        "on_behalf_of",
        "on_behalf_of_as_printed",
        "represented_by",
        "name_as_printed",
        "group_as_printed",
        "printed_group",
        "spoke_on",
        "position",
        *LOCATOR,
        "editor_note",
    ),
    ("position", "key"),
)
STATEMENTS = Table(
    Statement,
    ("reference",),
    (
        "dialogue",
        "reference",
        "participation",
        "attribution",
        "position",
        "text",
        "language",
        "translation",
        "summary",
        "words_checked",
        "provenance",
        "themes",
        "stance",
        "act",
        "source_word",
        "among_others",
        "situations",
        *LOCATOR,
        "editor_note",
        "status",
    ),
    ("position", "reference"),
)
FIGURES = Table(
    ReportedFigure,
    ("key",),
    (
        "dialogue",
        "key",
        "measure",
        "theme",
        "group",
        "counted_on",
        "value",
        "qualifier",
        "unit",
        "as_printed",
        "named",
        "names_are_all",
        "position",
        *LOCATOR,
        "editor_note",
    ),
    ("position", "key"),
)
NOTES = Table(EditorsNote, ("code",), ("code source dialogue kind text").split(), ("code",))

LEDGER = Table(
    SourceParagraph,
    ("source", "position"),
    ("source position section paragraph progress note").split(),
    ("source__slug", "position"),
)
ENGAGEMENTS = Table(
    Engagement,
    ("key",),
    (
        "key",
        *"title kind date_as_printed begins_on ends_on precision place country".split(),
        *"organizations people summary position".split(),
        *LOCATOR,
        "editor_note",
    ),
    ("source__slug", "position", "key"),
)
VOTES = Table(
    Vote,
    ("slug",),
    (
        *"slug title body held_on precision agenda_item symbols dialogue is_without_vote".split(),
        *"in_favour against abstaining".split(),
        *LOCATOR,
        "editor_note",
    ),
    ("held_on", "slug"),
)
BALLOTS = Table(
    Ballot,
    ("vote", "participant"),
    "vote participant cast name_as_printed".split(),
    ("vote__slug", "participant__slug"),
)

# Files with one kind of record, in the order in which they can be loaded: first those that name
# no source, then, when dialogues and sources are loaded, those that do.
SPREADSHEETS = {
    "participants.csv": PARTICIPANTS,
    "names.csv": NAMES,
    "themes.csv": THEMES,
    "theme-aliases.csv": THEME_ALIASES,
    "people.csv": PEOPLE,
}
SOURCES_FILE = "sources.yaml"
SPREADSHEETS_OF_SOURCES = {"memberships.csv": MEMBERSHIPS, "ledger.csv": LEDGER}
# The sections in the file of one dialogue, below the dialogue itself.
DIALOGUE_SECTIONS = {
    "further_days": FURTHER_DAYS,
    "webcasts": WEBCASTS,
    "participations": PARTICIPATIONS,
    "statements": STATEMENTS,
    "figures": FIGURES,
}
# Loaded last: figures that belong to no dialogue, and what may name a dialogue or a source.
OTHER_FIGURES_FILE = "figures.yaml"
LISTS = {"engagements.yaml": ENGAGEMENTS, "votes.yaml": VOTES}
SPREADSHEETS_OF_VOTES = {"ballots.csv": BALLOTS}
ALL_SPREADSHEETS = SPREADSHEETS | SPREADSHEETS_OF_SOURCES | SPREADSHEETS_OF_VOTES
