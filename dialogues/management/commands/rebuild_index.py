"""Rebuild the search index."""

from time import monotonic

from django.core.management.base import BaseCommand

from dialogues.index.writer import rebuild


class Command(BaseCommand):
    help = "Build a new search index and swap it in when it is complete."

    def handle(self, **options):
        start = monotonic()
        rebuild(self.report)
        self.stdout.write(f"\nRebuilt the search index in {monotonic() - start:.1f} seconds.")

    def report(self, done, total):
        self.stdout.write(f"\r{done} of {total} statements", ending="")
        self.stdout.flush()
