"""Writing the database back into the collection's files, byte for byte as they are loaded."""

from dialogues.collection import files
from dialogues.collection.rows import row_of
from dialogues.collection.tables import (
    DIALOGUE_SECTIONS,
    DIALOGUES,
    FIGURES,
    NOTES,
    OTHER_FIGURES_FILE,
    SOURCES,
    SOURCES_FILE,
    SPREADSHEETS,
)


def export(folder):
    """Write every file of the collection into a folder. Returns the number of records written."""
    count = 0
    for name, table in SPREADSHEETS.items():
        rows = _rows(table)
        files.write_csv(folder / name, rows)
        count += len(rows)
    sources = {"sources": _rows(SOURCES), "notes": _rows(NOTES)}
    files.write_yaml(folder / SOURCES_FILE, sources)
    others = _rows(FIGURES, dialogue=None)
    files.write_yaml(folder / OTHER_FIGURES_FILE, others)
    count += len(others) + sum(len(rows) for rows in sources.values())
    dialogues = _rows(DIALOGUES)
    _remove_others(folder / "dialogues", {f"{row['slug']}.yaml" for row in dialogues})
    return count + sum(_export_dialogue(folder, row) for row in dialogues)


def _remove_others(folder, names):
    """Remove the files of dialogues that are no more, or a load would bring them back."""
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


def _rows(table, **only):
    """The table's rows in the order of its file."""
    related = [c for c in table.columns if table.field(c).many_to_one]
    lists = [c for c in table.columns if table.field(c).many_to_many]
    records = table.model._base_manager.filter(**only).order_by(*table.order)
    records = records.select_related(*related).prefetch_related(*lists)
    return [row_of(table, record) for record in records]


def _without_dialogue(row):
    return {column: value for column, value in row.items() if column != "dialogue"}
