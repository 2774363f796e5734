"""The OpenAPI description as a page for people reads it, and the example programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

EXAMPLES = Path(__file__).parent / "examples"
PLACEHOLDER = "https://r2p.example"
MAX_VALUES = 12  # shown of a parameter


class Parameter(NamedTuple):
    """A parameter: its first values, and how many more there are."""

    name: str
    description: str
    values: list[str]
    more: int
    default: Any
    is_list: bool


class Operation(NamedTuple):
    """What one address answers."""

    path: str
    summary: str
    parameters: list[Parameter]
    statuses: list[tuple[str, str]]


class Example(NamedTuple):
    """A program that reads the data."""

    language: str
    code: str


def operations(document: dict[str, Any]) -> Iterator[Operation]:
    """An Operation for each address of an OpenAPI document."""
    for path, methods in document["paths"].items():
        described = methods["get"]
        yield Operation(
            path,
            described["summary"],
            [_parameter(parameter) for parameter in described.get("parameters", [])],
            [(status, answer["description"]) for status, answer in described["responses"].items()],
        )


def examples(base: str) -> list[Example]:
    """The example programs, with the address of this site."""
    files = {"curl": "curl.sh", "Python": "harvest.py", "R": "harvest.R"}
    return [
        Example(language, (EXAMPLES / name).read_text(encoding="utf-8").replace(PLACEHOLDER, base))
        for language, name in files.items()
    ]


def _parameter(parameter):
    schema = parameter["schema"]
    is_list = schema.get("type") == "array"
    values = (schema["items"] if is_list else schema).get("enum", [])
    return Parameter(
        parameter["name"],
        parameter["description"],
        values[:MAX_VALUES],
        max(len(values) - MAX_VALUES, 0),
        schema.get("default"),
        is_list,
    )
