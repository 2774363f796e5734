"""Read and write the collection's YAML and CSV files. Knows text, not records."""

import csv
from datetime import date
from pathlib import Path

import yaml
from django.core.exceptions import FieldDoesNotExist, ValidationError

from dialogues.collection.tables import ALL_SPREADSHEETS, DIALOGUE_SECTIONS

# Written in C, ten times as fast, where PyYAML was built with it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

LINE_WIDTH = 100
YES = "yes"
# Next to the collection's files, not one of them: the versions of the statements keep the reasons.
CORRECTIONS = Path(__file__).parent / "corrections.csv"


class _Dumper(yaml.SafeDumper):
    """Writes multi-line text as a block, and indents lists."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


def _text(dumper, value):
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def read_yaml(path):
    """The content of a file. Raises ValidationError that names the file and the line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 both are safe
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise ValidationError(f"{path.name}: {problem}") from problem


def read_dialogues(folder):
    """{file name: content} of each dialogue. Raises ValidationError for an unknown section."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise ValidationError(f"there is no dialogue in {folder.name}/")
    contents = {path.name: read_yaml(path) for path in paths}
    for name, content in contents.items():
        if unknown := set(content) - {"dialogue", *DIALOGUE_SECTIONS}:
            raise ValidationError(f"{name}: there is no section called {sorted(unknown)[0]!r}")
    return contents


def write_yaml(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=LINE_WIDTH)
    path.write_text(text, encoding="utf-8")


def read_csv(path):
    """The rows of a CSV file, with lists split and without empty cells."""
    table = ALL_SPREADSHEETS[path.name]
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if list(rows.fieldnames or []) != list(table.columns):
            raise ValidationError(f"the columns must be {', '.join(table.columns)}")
        return [_read_row(table, row) for row in rows]


def read_corrections():
    """{reference: why a statement of the starter collection was corrected since its release}."""
    with CORRECTIONS.open(encoding="utf-8", newline="") as file:
        return {row["reference"]: row["reason"] for row in csv.DictReader(file)}


def _read_row(table, cells):
    """The cells as values of their columns. Raises ValidationError that names the row."""
    filled = {column: cell for column, cell in cells.items() if cell}
    try:
        return {name: _from_cell(table.field(name), cell) for name, cell in filled.items()}
    except (ValidationError, FieldDoesNotExist) as problem:
        raise ValidationError(f"{cells}: {problem}") from problem


def _from_cell(field, cell):
    if field.many_to_many:
        return cell.split()
    if field.get_internal_type() == "BooleanField":
        return cell == YES
    return cell if field.is_relation else field.to_python(cell)


def write_csv(path, rows):
    table = ALL_SPREADSHEETS[path.name]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _to_cell(value) for name, value in row.items()} for row in rows)


def _to_cell(value):
    if isinstance(value, list):
        return " ".join(value)
    if value is True:
        return YES
    return value.isoformat() if isinstance(value, date) else value
