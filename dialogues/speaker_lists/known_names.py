"""What the parser asks about a string that a list prints."""

from collections.abc import Callable
from typing import NamedTuple


class KnownNames(NamedTuple):
    """Whether a string is a known name; a heading above or next to names (a regional group,
    "Observer Missions"); the name of a group that others speak for."""

    is_name: Callable[[str], bool]
    is_heading: Callable[[str], bool] = lambda text: False
    is_group: Callable[[str], bool] = lambda text: False

    def is_speaker(self, text: str) -> bool:
        """Whether it is a known name, and no heading: a regional group never speaks."""
        return self.is_name(text) and not self.is_heading(text)
