"""Load the collection's files."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from dialogues.collection.files import read_corrections
from dialogues.collection.loading import load
from dialogues.collection.tables import FILES


class Command(BaseCommand):
    help = "Load the collection's files. Records that a person changed on the site stay unchanged."

    def add_arguments(self, parser):
        parser.add_argument(
            "folder", type=Path, nargs="?", default=FILES, help="where the files are"
        )

    def handle(self, *, folder, **options):
        if not folder.is_dir():
            raise CommandError(f"There is no folder {str(folder)!r}.")
        try:
            report = load(folder, read_corrections() if folder == FILES else {})
        except (ValidationError, OSError, KeyError, TypeError) as problem:
            raise CommandError(f"Nothing was loaded. {problem}") from problem
        self.stdout.write(
            f"{report.added} added, {report.changed} changed, {report.unchanged} unchanged"
        )
        for line in report.skipped:
            self.stderr.write(line)
