"""Write the current edition whole, as files that are kept for good at /data/<edition>/."""

import gc
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from dialogues.exports.releases.build import (
    NothingPublishedError,
    ReleaseDiffersError,
    build_release,
)
from dialogues.exports.statement_rows import EditionChanged


class Command(BaseCommand):
    help = "Writes a release of the current edition: CSV, JSON Lines, SQLite and descriptions."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=settings.RELEASES_DIR)
        parser.add_argument(
            "--address", default=settings.SITE_ADDRESS, help="of the site, such as https://…"
        )

        parser.add_argument(
            "--check",
            action="store_true",
            help="build a release that exists again, and compare",
        )

    def handle(self, *args, folder, address, check, **options):
        if not address:
            raise CommandError("Set SITE_ADDRESS or give --address: records have full addresses.")
        # Millions of small values without cycles: looking for cycles takes a sixth of the time.
        gc.disable()
        try:
            target = build_release(folder, address.rstrip("/"), check)
        except NothingPublishedError:
            raise CommandError("Nothing has been published yet.") from None
        except EditionChanged:
            raise CommandError("A new edition came meanwhile. Run the command again.") from None
        except ReleaseDiffersError as release:
            raise CommandError(
                f"{release} exists and differs from this build. It is kept: a release never "
                "changes. Publish something to make a new edition, or write to another --folder."
            ) from None
        except OSError as problem:
            raise CommandError(f"Cannot write to {str(folder)!r}: {problem}.") from problem
        self.stdout.write(str(target))
