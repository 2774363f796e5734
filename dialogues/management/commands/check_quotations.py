"""Check the quotations against the texts of their sources."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from dialogues.collection.quotations import check_quotations


class Command(BaseCommand):
    help = "Check that each quotation is in the text of its source, where that text is available."

    def add_arguments(self, parser):
        parser.add_argument(
            "texts", type=Path, nargs="?", help="a folder with a <source>.txt for each source"
        )

    def handle(self, *, texts, **options):
        if texts and not texts.is_dir():
            raise CommandError(f"There is no folder {str(texts)!r}.")
        results = list(check_quotations(texts))
        matches = sum(1 for result in results if result.is_found)
        unknown = sum(1 for result in results if result.is_found is None)
        missing = [result for result in results if result.is_found is False]
        self.stdout.write(f"{matches} found, {len(missing)} not found, {unknown} without a text")
        for result in missing:
            slug = result.statement.source.slug
            self.stderr.write(f"{result.statement} not in {slug}: {result.quotation}")
        if missing:
            raise CommandError("Some quotations are not in their source.")
