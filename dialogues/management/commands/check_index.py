"""Compare the search index with the database."""

from django.core.management.base import BaseCommand, CommandError

from dialogues.index.consistency import first_difference
from dialogues.models import Statement


class Command(BaseCommand):
    help = "Compare the search index with the database and show the first difference."

    def handle(self, **options):
        try:
            difference = first_difference()
        except (OSError, ValueError) as error:
            message = f"The search index cannot be read: {error}. Run rebuild_index."
            raise CommandError(message) from error
        if difference:
            raise CommandError(f"{difference} Run rebuild_index.")
        count = Statement.objects.published().count()
        self.stdout.write(f"The search index matches the database: {count} statements.")
