"""Public functions of the packages that mypy checks say what they return."""

import ast
import tomllib
from pathlib import Path

from django.conf import settings


def without_return_type(path):
    """The public functions of a module without a return type."""
    for node in ast.parse(path.read_text()).body:
        is_function = isinstance(node, ast.FunctionDef)
        if is_function and not node.name.startswith("_") and node.returns is None:
            yield f"{path.name}: {node.name}"


def test_public_functions_say_what_they_return():
    top = Path(settings.BASE_DIR)
    packages = tomllib.loads((top / "pyproject.toml").read_text())["tool"]["mypy"]["packages"]
    folders = [top.joinpath(*package.split(".")) for package in packages]

    missing = [
        name
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
        for name in without_return_type(path)
    ]

    assert all(folder.is_dir() for folder in folders)
    assert missing == []
