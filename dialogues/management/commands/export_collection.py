"""Write the collection's files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from dialogues.collection.exporting import export
from dialogues.collection.tables import FILES


class Command(BaseCommand):
    help = "Write the collection as files that load_collection reads."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, nargs="?", default=FILES, help="where to write")

    def handle(self, *, folder, **options):
        try:
            count = export(folder)
        except OSError as problem:
            raise CommandError(f"Cannot write to {str(folder)!r}: {problem}") from problem
        self.stdout.write(f"{count} records written to {folder}")
