"""Where the index is on disk, which edition it has, and which process may write it.

    SEARCH_DIR/<version>/current    a link to the folder in use
    SEARCH_DIR/<version>/<token>/   an index: tantivy's files, and `stamp`
    SEARCH_DIR/<version>/lock       held by the one process that writes

The stamp names the edition. It is written after the index and read before it, so an index may
have more than its stamp says for a moment, never less.
"""

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.core.files import locks

from dialogues.index.schema import VERSION

# The index of another release stays this long, for servers that still run that release.
OLD_VERSION_SECONDS = 7 * 24 * 60 * 60


def version_folder() -> Path:
    return Path(settings.SEARCH_DIR) / VERSION


def current_folder() -> Path:
    """The link to the folder in use; it may be missing."""
    return version_folder() / "current"


def resolved_folder() -> Path:
    """The folder in use, by its own name."""
    return current_folder().resolve()


def read_stamp() -> str | None:
    """The stamp of the edition that the index has; None if there is no index."""
    try:
        return (current_folder() / "stamp").read_text()
    except OSError:
        return None


def write_stamp(folder: Path, stamp: str) -> None:
    """Record which edition the index in a folder has."""
    new = folder / "stamp.new"
    new.write_text(stamp)
    new.replace(folder / "stamp")


def remove_stamp() -> None:
    """Mark the index in use as unreliable, so that it is rebuilt."""
    with suppress(OSError):
        (current_folder() / "stamp").unlink()


@contextmanager
def write_lock(*, wait: bool = False) -> Iterator[bool]:
    """Take the lock for writing. Yields False if another process has it, unless `wait`."""
    version_folder().mkdir(parents=True, exist_ok=True)
    with open(version_folder() / "lock", "wb") as file:
        yield locks.lock(file, locks.LOCK_EX | (0 if wait else locks.LOCK_NB))


@contextmanager
def new_folder() -> Iterator[Path]:
    """A folder for a new index. It replaces the current one at the end; an error removes it."""
    folder = version_folder() / secrets.token_hex(4)
    folder.mkdir(parents=True)
    try:
        yield folder
        _swap_in(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _swap_in(folder):
    """Point `current` to the folder in one step, and remove old folders and versions."""
    link = version_folder() / "current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    if current_folder().is_dir() and not current_folder().is_symlink():
        shutil.rmtree(current_folder())
    os.replace(link, current_folder())
    for other in version_folder().iterdir():
        if other.is_dir() and not other.is_symlink() and other.name != folder.name:
            shutil.rmtree(other, ignore_errors=True)
    oldest = time.time() - OLD_VERSION_SECONDS
    for version in version_folder().parent.iterdir():
        if version != version_folder() and version.stat().st_mtime < oldest:
            shutil.rmtree(version, ignore_errors=True)
