"""Check the quotations against the texts they come from."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from dialogues.collection.quotations import check_quotations


class Command(BaseCommand):
    help = "Check that each quotation is found in its source's text, where that text is at hand."

    def add_arguments(self, parser):
        parser.add_argument(
            "texts", type=Path, nargs="?", help="a folder with a <source>.txt for each source"
        )

    def handle(self, *, texts, **options):
        if texts and not texts.is_dir():
            raise CommandError(f"No folder {str(texts)!r}")
        results = list(check_quotations(texts))
        found = sum(1 for one in results if one.is_found)
        unknown = sum(1 for one in results if one.is_found is None)
        missing = [one for one in results if one.is_found is False]
        self.stdout.write(f"{found} found, {len(missing)} not found, {unknown} without a text")
        for one in missing:
            self.stderr.write(
                f"{one.statement} not in {one.statement.source.slug}: {one.quotation}"
            )
        if missing:
            raise CommandError("Some quotations are not in their source.")
