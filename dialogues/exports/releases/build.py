"""Build a release: the current edition whole, as files. Two builds of an edition are byte-equal."""

import json
import shutil
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from tempfile import mkdtemp

from dialogues.exports.releases.about import AboutRelease, ReleaseFile
from dialogues.exports.releases.catalogues import croissant, datacite, dcat
from dialogues.exports.releases.codebook import codebook_csv
from dialogues.exports.releases.documents import citation_file, licence, readme
from dialogues.exports.releases.parquet import is_available, write_parquet
from dialogues.exports.releases.table_metadata import csv_metadata, datapackage
from dialogues.exports.releases.tables import records_of, tables
from dialogues.exports.releases.writers import SQLITE_FILE, Writers
from dialogues.exports.statement_rows import EditionChanged
from dialogues.models import Edition

SUMS = "SHA256SUMS"
MEDIA_TYPES = {
    ".csv": "text/csv",
    ".jsonl": "application/jsonl",
    ".sqlite": "application/vnd.sqlite3",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".cff": "application/yaml",
    ".txt": "text/plain",
    "": "text/plain",
}


class NothingPublishedError(Exception):
    """There is no edition yet."""


class ReleaseDiffersError(Exception):
    """The release of this edition exists with other bytes: another version of the site made it."""


def build_release(folder: Path, base: str, check: bool = False) -> Path:
    """Write the release of the current edition into `folder`/<number>/, and return that path.

    `base` is the address of the site. A release that exists is never changed. With `check` it is
    built again, and must be equal, else ReleaseDiffersError. Raises EditionChanged if something
    is published meanwhile.
    """
    edition = Edition.objects.first()
    if edition is None:
        raise NothingPublishedError
    target = folder / str(edition.number)
    if target.exists() and not check:
        return target
    folder.mkdir(parents=True, exist_ok=True)
    draft = Path(mkdtemp(prefix=".release-", dir=folder))
    try:
        _write(draft, AboutRelease.of_edition(edition, base))
        return _move_into_place(draft, target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def files_of(folder: Path) -> list[ReleaseFile]:
    """The files of a release that exist, in the order of their names, without SHA256SUMS."""
    sums = dict(reversed(line.split("  ", 1)) for line in _lines(folder / SUMS))
    existing = ((folder / name, sha256) for name, sha256 in sorted(sums.items()))
    return [_file(path, sha256) for path, sha256 in existing if path.is_file()]


def _write(folder, about):
    """Write all files of a release."""
    counts = _write_records(folder, about)
    if is_available():
        write_parquet(folder, SQLITE_FILE)
    data = list(_described(folder))
    _write_text(folder / "README.md", readme(about, counts))
    _write_text(folder / "LICENSE.txt", licence(about))
    _write_text(folder / "CITATION.cff", citation_file(about))
    _write_text(folder / "codebook.csv", codebook_csv())
    _write_json(folder / "csv-metadata.json", csv_metadata(about))
    _write_json(folder / "datapackage.json", datapackage(about, data))
    _write_json(folder / "dcat.jsonld", dcat(about, data))
    _write_json(folder / "croissant.json", croissant(about, data))
    _write_json(folder / "datacite.json", datacite(about, data))
    sums = [f"{file.sha256}  {file.name}\n" for file in _described(folder)]
    _write_text(folder / SUMS, "".join(sums))


def _write_records(folder, about):
    """Write the records of one edition; returns {table: its number of rows}."""
    stamp = Edition.objects.current_stamp()
    writers = Writers(folder, tables())
    for kind in dict.fromkeys(table.kind for table in tables().values()):
        for record in records_of(kind, about.base, stamp):
            writers.write(kind, record)
    writers.close()
    if Edition.objects.current_stamp() != stamp or not stamp.startswith(f"{about.edition} "):
        raise EditionChanged(stamp)
    return writers.counts


def _move_into_place(draft, target):
    """Move a build to its folder; a build of the same edition must be equal."""
    draft.chmod(0o755)
    try:
        draft.rename(target)
    except OSError:
        if not target.exists():
            raise
        # It was there, or another process has just moved its own.
        _compare(draft, target)
    return target


def _compare(draft, target):
    if _lines(draft / SUMS) != _lines(target / SUMS):
        raise ReleaseDiffersError(target)


def _described(folder) -> Iterator[ReleaseFile]:
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            yield _file(path, file_digest(file, "sha256").hexdigest())


def _file(path, sha256):
    table = path.stem if path.suffix == ".csv" and path.stem in tables() else ""
    return ReleaseFile(path.name, path.stat().st_size, sha256, MEDIA_TYPES[path.suffix], table)


def _lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def _write_text(path, text):
    path.write_text(text, encoding="utf-8", newline="")


def _write_json(path, content):
    _write_text(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
