"""Where the index lies, at which edition it stands, and who may write it.

    SEARCH_DIR/<version>/current    a link to the folder in use
    SEARCH_DIR/<version>/<token>/   an index: tantivy's files, and `stamp`
    SEARCH_DIR/<version>/lock       held by the one process that writes

The stamp is written after the index, and read before it: an index may hold more than its stamp
says for a moment, never less.
"""

import os
import secrets
import shutil
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.core.files import locks

from dialogues.index.schema import VERSION

# Seconds for which the index of other code is left for those who may still run it.
OLD_VERSION_SECONDS = 7 * 24 * 60 * 60


def version_folder():
    return Path(settings.SEARCH_DIR) / VERSION


def current_folder():
    """The folder in use; it may be missing."""
    return version_folder() / "current"


def resolved_folder():
    """The folder that is in use now, under its own name."""
    return current_folder().resolve()


def read_stamp():
    """The stamp of the edition that the index stands at; None where there is no index."""
    try:
        return (current_folder() / "stamp").read_text()
    except OSError:
        return None


def write_stamp(folder, stamp):
    """Say that the index in a folder stands at an edition."""
    new = folder / "stamp.new"
    new.write_text(stamp)
    new.replace(folder / "stamp")


def remove_stamp():
    """Say that the index in use is not to be trusted, so that it is made anew."""
    with suppress(OSError):
        (current_folder() / "stamp").unlink()


@contextmanager
def write_lock(*, wait=False):
    """Hold the right to write. Yields False where another process has it; `wait` waits for it."""
    version_folder().mkdir(parents=True, exist_ok=True)
    with open(version_folder() / "lock", "wb") as file:
        yield locks.lock(file, locks.LOCK_EX | (0 if wait else locks.LOCK_NB))


@contextmanager
def new_folder():
    """A folder for a new index: put in place of the current one at the end, removed on an error."""
    folder = version_folder() / secrets.token_hex(4)
    folder.mkdir(parents=True)
    try:
        yield folder
        _swap_in(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _swap_in(folder):
    """Point `current` to the folder in one step, and remove what it and others left behind."""
    link = version_folder() / "current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    if current_folder().is_dir() and not current_folder().is_symlink():
        shutil.rmtree(current_folder())
    os.replace(link, current_folder())
    for other in version_folder().iterdir():
        if other.is_dir() and not other.is_symlink() and other.name != folder.name:
            shutil.rmtree(other, ignore_errors=True)
    for version in version_folder().parent.iterdir():
        if (
            version != version_folder()
            and version.stat().st_mtime < time.time() - OLD_VERSION_SECONDS
        ):
            shutil.rmtree(version, ignore_errors=True)
