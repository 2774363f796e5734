"""Make the search index anew."""

from time import monotonic

from django.core.management.base import BaseCommand

from dialogues.index.writer import rebuild


class Command(BaseCommand):
    help = "Make a new search index and put it in place of the old one when it is whole."

    def handle(self, **options):
        began = monotonic()
        rebuild(self.report)
        self.stdout.write(f"\nThe index is in place, after {monotonic() - began:.1f} seconds.")

    def report(self, done, total):
        self.stdout.write(f"\r{done} of {total} statements", ending="")
        self.stdout.flush()
