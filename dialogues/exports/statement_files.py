"""The files of a statement list: how each is read, written and labelled."""

from collections.abc import Callable
from dataclasses import dataclass

from dialogues.citations.files import FILES
from dialogues.exports.formats import FORMATS
from dialogues.exports.statement_rows import table_rows
from dialogues.exports.statement_works import list_works


@dataclass(frozen=True)
class StatementFile:
    """A format: `read(blocks, base, edition)` gives rows, `write(rows, about)` gives bytes."""

    read: Callable
    write: Callable
    content_type: str

    @property
    def media_type(self) -> str:
        """The content type without its parameters."""
        return self.content_type.partition(";")[0]


# By extension.
STATEMENT_FILES = {
    **{extension: StatementFile(table_rows, *how) for extension, how in FORMATS.items()},
    **{extension: StatementFile(list_works, *how) for extension, how in FILES.items()},
}
