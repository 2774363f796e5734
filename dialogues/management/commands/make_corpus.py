"""Fill an empty database with a made-up collection, to measure the site with."""

from time import monotonic

from django.core.management.base import BaseCommand, CommandError

from dialogues.corpus import NotEmptyError, make_corpus


class Command(BaseCommand):
    help = "Write a made-up collection of N statements into an empty database."

    def add_arguments(self, parser):
        parser.add_argument("size", type=int, help="how many statements")

    def handle(self, *, size, **options):
        if size < 1:
            raise CommandError(f"How many statements? At least 1, not {size}.")
        began = monotonic()
        try:
            make_corpus(size, self.report)
        except NotEmptyError as error:
            raise CommandError(
                "This database has records already. Name an empty one, by VAR_DIR or DATABASE_URL."
            ) from error
        self.stdout.write(f"\n{size} statements in {monotonic() - began:.1f} seconds.")

    def report(self, done):
        self.stdout.write(f"\r{done} statements", ending="")
        self.stdout.flush()
