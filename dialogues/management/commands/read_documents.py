"""manage.py read_documents: reads the large documents that curators bring in."""

import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from dialogues.imports.review.worker import work_once

PAUSE = 2  # seconds


class Command(BaseCommand):
    help = "Read the documents that wait, and go on waiting. Set IMPORT_WORKER=on next to it."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Stop when nothing waits.")

    def handle(self, *args, once, **options):
        while True:
            document_import = work_once()
            if document_import:
                self.stdout.write(f"{document_import}: {document_import.get_step_display()}")
            elif once:
                return
            else:
                time.sleep(PAUSE)
                close_old_connections()
