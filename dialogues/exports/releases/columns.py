"""The tables of a release, made from the record classes: no column is declared twice.

A reference to another record becomes two columns, its slug and its name. A list of texts becomes
one cell, a list of anything else a table of its own, with the key of the record in front.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct, inspect

SEPARATOR = "; "  # of the texts in a cell
NAME = "Its name in this edition: {}"
# The types of columns, by that of a field.
TYPES = {
    inspect.StrType: "string",
    inspect.IntType: "integer",
    inspect.FloatType: "number",
    inspect.BoolType: "boolean",
    inspect.DateType: "date",
    inspect.DateTimeType: "datetime",
}


class Column(NamedTuple):
    """A column: `path` leads to its value in a record; `type` is a value of TYPES."""

    name: str
    type: str
    description: str
    path: tuple[str, ...]
    values: tuple[str, ...] = ()
    # Whether a cell may be empty for want of a value. Empty texts are values.
    is_nullable: bool = False
    is_list: bool = False

    def cell(self, record: Mapping[str, Any]) -> Any:
        """The value of a record, as JSON has it; None if a part of the path is missing."""
        return self.reader()(record)

    def reader(self) -> Callable[[Mapping[str, Any]], Any]:
        """A function that does the same, faster for many records."""
        read = _reader(self.path)
        return (lambda record: SEPARATOR.join(read(record) or ())) if self.is_list else read


class Part(NamedTuple):
    """A list in a record: the name of its table after that of the record's, and its columns."""

    name: str
    description: str
    path: tuple[str, ...]
    columns: tuple[Column, ...]

    def items(self, record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        return _reader(self.path)(record) or []


class _Field(NamedTuple):
    """A field of a record without what surrounds its type."""

    name: str
    type: Any
    description: str
    values: tuple[str, ...]
    is_nullable: bool


def _reader(path):
    """A function that follows a path in a record."""
    first, *rest = path
    if not rest:
        return lambda record: record.get(first)
    follow = _reader(rest)
    return lambda record: follow(within) if (within := record.get(first)) is not None else None


def columns_of(record: type[Struct], leave_out: frozenset = frozenset()) -> list[Column]:
    """The columns of a record's own table."""
    return [item for item in _walk(record, leave_out) if isinstance(item, Column)]


def parts_of(record: type[Struct], leave_out: frozenset = frozenset()) -> list[Part]:
    """The lists of a record that have a table each, but lists of the classes `leave_out`."""
    return [item for item in _walk(record, leave_out) if isinstance(item, Part)]


def _walk(record, leave_out, path=(), prefix="", is_nullable=False) -> Iterator[Column | Part]:
    fields: tuple[inspect.Field, ...] = inspect.type_info(record).fields  # type: ignore[attr-defined]
    for field in map(_unwrapped, fields):
        at, name = (*path, field.name), prefix + field.name
        if isinstance(field.type, inspect.ListType):
            yield from _list(field, at, name, leave_out)
        elif not isinstance(field.type, inspect.StructType):
            yield _column(field, at, name, is_nullable)
        elif _has_slug(field.type):
            yield from _reference(field, at, name, is_nullable)
        else:
            yield from _walk(field.type.cls, leave_out, at, f"{name}_", field.is_nullable)


def _column(field, path, name, is_nullable=False, **more):
    return Column(
        name,
        TYPES[type(field.type)],
        field.description,
        path,
        field.values,
        is_nullable or field.is_nullable,
        **more,
    )


def _reference(field, path, name, is_nullable):
    is_nullable = is_nullable or field.is_nullable
    what = field.description
    yield Column(name, "string", what, (*path, "slug"), is_nullable=is_nullable)
    text = NAME.format(what[:1].lower() + what[1:])
    yield Column(f"{name}_name", "string", text, (*path, "name"), is_nullable=is_nullable)


def _list(field, path, name, leave_out):
    item = field.type.item_type
    if not isinstance(item, inspect.StructType):
        inner = field._replace(type=inspect.StrType())
        yield _column(inner, path, name, is_list=True)
    elif item.cls not in leave_out:
        yield Part(name, field.description, path, tuple(columns_of(item.cls)))


def _unwrapped(field):
    kind, about = field.type, {}
    if isinstance(kind, inspect.Metadata):
        kind, about = kind.type, kind.extra_json_schema or {}
    is_nullable = not field.required
    if isinstance(kind, inspect.UnionType):
        is_nullable = True
        kind = next(each for each in kind.types if not isinstance(each, inspect.NoneType))
    values = tuple(about.get("enum", ()))
    return _Field(field.name, kind, about.get("description", ""), values, is_nullable)


def _has_slug(struct):
    return any(field.name == "slug" for field in struct.fields)
