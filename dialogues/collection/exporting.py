"""Export the database to the collection's files; loading and exporting gives the same bytes."""

from dialogues.collection import files
from dialogues.collection.rows import row_of
from dialogues.collection.tables import (
    ALL_SPREADSHEETS,
    DIALOGUE_SECTIONS,
    DIALOGUES,
    FIGURES,
    LISTS,
    NOTES,
    OTHER_FIGURES_FILE,
    SOURCES,
    SOURCES_FILE,
)


def export(folder):
    """Write every file of the collection into a folder; returns the number of records."""
    count = 0
    for name, table in ALL_SPREADSHEETS.items():
        rows = _rows(table)
        files.write_csv(folder / name, rows)
        count += len(rows)
    sources = {"sources": _rows(SOURCES), "notes": _rows(NOTES)}
    files.write_yaml(folder / SOURCES_FILE, sources)
    lists = {OTHER_FIGURES_FILE: _rows(FIGURES, dialogue=None)}
    lists |= {name: _rows(table) for name, table in LISTS.items()}
    for name, rows in lists.items():
        files.write_yaml(folder / name, rows)
    count += sum(len(rows) for rows in [*lists.values(), *sources.values()])
    dialogues = _rows(DIALOGUES)
    _remove_other_files(folder / "dialogues", {f"{row['slug']}.yaml" for row in dialogues})
    return count + sum(_export_dialogue(folder, row) for row in dialogues)


def _remove_other_files(folder, names):
    """Remove the files of dialogues that no longer exist, or loading would add them again."""
    for path in folder.glob("*.yaml"):
        if path.name not in names:
            path.unlink()


def _export_dialogue(folder, row):
    content = {"dialogue": row}
    for section, table in DIALOGUE_SECTIONS.items():
        if rows := _rows(table, dialogue__slug=row["slug"]):
            content[section] = [_without_dialogue(row) for row in rows]
    files.write_yaml(folder / "dialogues" / f"{row['slug']}.yaml", content)
    return 1 + sum(len(content.get(section, [])) for section in DIALOGUE_SECTIONS)


def _rows(table, **filters):
    """The rows of a table, in the order of its file."""
    related = [name for name in table.columns if table.field(name).many_to_one]
    lists = [name for name in table.columns if table.field(name).many_to_many]
    records = table.model._base_manager.filter(**filters).order_by(*table.order)
    records = records.select_related(*related).prefetch_related(*lists)
    return [row_of(table, record) for record in records]


def _without_dialogue(row):
    return {column: value for column, value in row.items() if column != "dialogue"}
