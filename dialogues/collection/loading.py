"""Load the collection's files into the database.

Every record has a natural key. New records are added and changed ones updated. A record that a
person has changed or removed on the site stays unchanged, and is reported.
"""

import csv
from dataclasses import dataclass, field
from types import MappingProxyType

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Model

from dialogues import publishing
from dialogues.collection import files
from dialogues.collection.permalinks import load_links, load_versions
from dialogues.collection.rows import (
    Resolver,
    UnknownNameError,
    natural_key,
    row_of,
    values_of,
)
from dialogues.collection.tables import (
    DIALOGUE_SECTIONS,
    DIALOGUES,
    FIGURES,
    LISTS,
    NOTES,
    OTHER_FIGURES_FILE,
    SOURCES,
    SOURCES_FILE,
    SPREADSHEETS,
    SPREADSHEETS_OF_SOURCES,
    SPREADSHEETS_OF_VOTES,
)
from dialogues.models import Statement, open_edition

REASON = "Loaded from the collection's files"


@dataclass
class Report:
    """What a load did: numbers of records, and a line for each record left unchanged."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: list[str] = field(default_factory=list)


def load(folder, corrections=MappingProxyType({})):
    """Load all files of a folder in one transaction. Raises ValidationError naming a bad row.

    `corrections`: {reference: why the statement was corrected}, for its new version.
    """
    with open_edition(REASON) as edition:
        loader = _Loader(edition, corrections)
        loader.load_spreadsheets(SPREADSHEETS, folder)
        contents = files.read_dialogues(folder / "dialogues")
        for name, content in contents.items():
            loader.load_rows(DIALOGUES, [content["dialogue"]], name)
        sources = files.read_yaml(folder / SOURCES_FILE)
        loader.load_rows(SOURCES, sources["sources"], SOURCES_FILE)
        loader.load_rows(NOTES, sources["notes"], SOURCES_FILE)
        loader.load_spreadsheets(SPREADSHEETS_OF_SOURCES, folder)
        for name, content in contents.items():
            for section, table in DIALOGUE_SECTIONS.items():
                loader.load_rows(table, _of_dialogue(content, section), name)
        for name, table in {OTHER_FIGURES_FILE: FIGURES, **LISTS}.items():
            loader.load_rows(table, files.read_yaml(folder / name), name)
        loader.load_spreadsheets(SPREADSHEETS_OF_VOTES, folder)
        loader.report.added += load_versions(folder) + load_links(folder)
        loader.publish_and_withdraw()
        # A withdrawn statement shows its first reason, not this load.
        load_links(folder, replaced_reason=REASON)
    return loader.report


def _of_dialogue(content, section):
    slug = content["dialogue"]["slug"]
    return [row | {"dialogue": slug} for row in content.get(section, [])]


class _Loader:
    def __init__(self, edition, corrections):
        self.edition = edition
        self.corrections = corrections
        self.report = Report()
        self.resolver = Resolver()
        self.by_status = {status: [] for status in Statement.Status.values}
        self._was_empty = {}

    def load_spreadsheets(self, tables, folder):
        for name, table in tables.items():
            self._load_spreadsheet(table, folder / name)

    def _load_spreadsheet(self, table, path):
        try:
            rows = files.read_csv(path)
        except (ValidationError, UnicodeDecodeError, csv.Error) as problem:
            raise ValidationError(f"{path.name}: {problem}") from problem
        self.load_rows(table, rows, path.name)

    def load_rows(self, table, rows, file):
        for row in rows:
            try:
                self._load_row(table, row)
            except (ValueError, ValidationError, IntegrityError) as problem:
                raise ValidationError(f"{file}: {row}: {problem}") from problem

    def _load_row(self, table, row):
        try:
            own, lists = values_of(table, row, self.resolver)
        except UnknownNameError as unknown:
            if not unknown.was_known:
                raise
            self._skip(table, row, f"{unknown}: it was removed or renamed on the site")
            return
        key = natural_key(table, own)
        if self._has_never_had_records(table.model):
            self._save(table.model(), own, lists)
            self.report.added += 1
            return
        record = table.model._base_manager.filter(**key).select_related(*table.relations).first()
        if record is None:
            self._add(table, row, key, own, lists)
        elif row_of(table, record) == row_of_file(table, row):
            self.report.unchanged += 1
        elif last_changed_by_a_person(record):
            self._skip(table, row, "changed on the site")
        else:
            self._save(record, own, lists)
            self._give_reason(record)
            self.report.changed += 1

    def _has_never_had_records(self, model):
        """Whether no record of the model existed before this load, so that none can be met."""
        if model not in self._was_empty:
            self._was_empty[model] = not model.history.exists()
        return self._was_empty[model]

    def _add(self, table, row, key, own, lists):
        if table.model.history.filter(**key).exists():
            self._skip(table, row, "removed or renamed on the site")
            return
        self._save(table.model(), own, lists)
        self.report.added += 1

    def _save(self, record, own, lists):
        status = own.pop("status") if isinstance(record, Statement) else None
        for column, value in own.items():
            setattr(record, column, value)
        # The resolver has just read the records that this one refers to.
        resolved = [name for name, value in own.items() if isinstance(value, Model)]
        record.clean_fields(exclude=["key", *resolved])
        record.clean()
        is_new = record.pk is None
        record.save()
        for column, others in lists.items():
            if is_new:
                getattr(record, column).add(*others)
            elif set(getattr(record, column).all()) != set(others):
                getattr(record, column).set(others)
        if status and status != record.status:
            self.by_status[status].append(record)

    def _give_reason(self, record):
        """Say why a statement was corrected, in its new version."""
        if isinstance(record, Statement) and record.reference in self.corrections:
            self.edition.reasons[record.pk] = self.corrections[record.reference]

    def publish_and_withdraw(self):
        """Publish and withdraw statements to reach the status in the files, as a curator would."""
        published, withdrawn = Statement.Status.PUBLISHED, Statement.Status.WITHDRAWN
        to_withdraw = self.by_status[withdrawn]
        # Only what was published can be withdrawn.
        drafts = [statement for statement in to_withdraw if not statement.published_at]
        to_publish = self.by_status[published] + drafts
        refusals = publishing.publish(to_publish, REASON, is_restored=True)
        refusals += publishing.withdraw(to_withdraw, REASON)
        if refusals:
            raise ValidationError(
                [f"{refusal.statement}: {refusal.reason}" for refusal in refusals]
            )

    def _skip(self, table, row, why):
        name = " ".join(str(row[column]) for column in table.key if row.get(column))
        self.report.skipped.append(
            f"{table.model._meta.verbose_name} {name}: {why}, left unchanged"
        )


def row_of_file(table, row):
    """A row as an export writes it: without default values."""
    return {
        column: row[column] for column in table.columns if row.get(column) not in ("", None, [])
    }


def last_changed_by_a_person(record):
    """Whether the latest history row of a record is not from this loader."""
    latest = type(record).history.filter(id=record.pk).latest()
    return latest.history_change_reason != REASON
