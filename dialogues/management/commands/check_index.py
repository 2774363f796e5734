"""Compare the search index with the database."""

from django.core.management.base import BaseCommand, CommandError

from dialogues.index.consistency import first_difference
from dialogues.models import Statement


class Command(BaseCommand):
    help = "Say whether the search index has exactly what the database has, or where not."

    def handle(self, **options):
        try:
            difference = first_difference()
        except (OSError, ValueError) as error:
            raise CommandError(f"There is no index that can be read: {error}") from error
        if difference:
            raise CommandError(f"{difference} rebuild_index makes it anew.")
        count = Statement.objects.published().count()
        self.stdout.write(f"The index is as the database: {count} statements.")
