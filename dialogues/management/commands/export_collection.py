"""Export the collection's files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from dialogues.collection.exporting import export
from dialogues.collection.permalinks import export_permanent
from dialogues.collection.tables import FILES


class Command(BaseCommand):
    help = "Write the collection as files that load_collection reads."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, nargs="?", default=FILES, help="where to write")
        parser.add_argument(
            "--permanent",
            action="store_true",
            help="also export what permanent links need: versions, redirections, frozen results",
        )

    def handle(self, *, folder, permanent, **options):
        try:
            count = export(folder) + (export_permanent(folder) if permanent else 0)
        except OSError as problem:
            raise CommandError(f"Cannot write to {str(folder)!r}: {problem}.") from problem
        self.stdout.write(f"{count} records written to {folder}")
