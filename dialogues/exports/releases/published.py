"""The releases that were made, as they are on disk."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml
from django.conf import settings

from dialogues.exports.releases.about import ReleaseFile
from dialogues.exports.releases.build import SUMS, files_of

CITATION = "CITATION.cff"


class Release(NamedTuple):
    """A release: its edition, the day of the edition, who made it, and its files."""

    edition: int
    day: date
    title: str
    creators: list[str]
    folder: Path

    @property
    def files(self) -> list[ReleaseFile]:
        """Those that are on disk: a file may have been lost."""
        return files_of(self.folder)

    def path_of(self, name: str) -> Path | None:
        """The path of one of its files; None for any other name."""
        is_file = name == SUMS or name in {file.name for file in self.files}
        return self.folder / name if is_file else None


def releases() -> list[Release]:
    """All releases, the latest first."""
    folder = settings.RELEASES_DIR
    editions = [int(path.name) for path in folder.glob("[0-9]*") if path.name.isdecimal()]
    existing = (release_of(edition) for edition in sorted(editions, reverse=True))
    return [release for release in existing if release]


def release_of(edition: int) -> Release | None:
    """The release of an edition, or None."""
    folder = settings.RELEASES_DIR / str(edition)
    if not ((folder / SUMS).is_file() and (folder / CITATION).is_file()):
        return None
    about = yaml.safe_load((folder / CITATION).read_text(encoding="utf-8"))
    creators = [author["name"] for author in about["authors"]]
    day = date.fromisoformat(about["date-released"])
    return Release(edition, day, about["title"], creators, folder)
