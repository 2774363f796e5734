"""manage.py import_document: stores a document and what is proposed from it, for review."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from dialogues.choices import DocumentClass, ImportStep
from dialogues.imports.as_json import as_json
from dialogues.imports.document import read_document
from dialogues.imports.known import known_names
from dialogues.imports.review import storing
from dialogues.imports.review.set_up import NoDialogueError, set_up
from dialogues.models import Dialogue, SourceDocument


class Command(BaseCommand):
    help = (
        "Store a document (PDF, DOCX, HTML, text) and what is proposed from it, for review at the "
        "desk. Prints the proposals as JSON. The same file proposes nothing new."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dialogue", metavar="SLUG", help="Else found by forum and day.")
        parser.add_argument(
            "--source", metavar="SLUG", help="Of an earlier version of the same document."
        )
        parser.add_argument("--class", dest="document_class", choices=DocumentClass.values)
        parser.add_argument("--dry-run", action="store_true", help="Print only.")

    def handle(self, *args, file, dialogue, source, document_class, dry_run, **options):
        dialogue = _by_slug(Dialogue, dialogue)
        source = _by_slug(SourceDocument, source)
        try:
            data = file.read_bytes()
        except OSError as problem:
            raise CommandError(f"{file} cannot be opened: {problem.strerror}.") from problem
        with transaction.atomic():
            document_import = _read(file.name, data)
            if document_class:
                document_import.document_class = document_class
            self.stdout.write(_proposals(document_import))
            if dry_run:
                transaction.set_rollback(True)
                return
            if document_import.step == ImportStep.READ:
                self._store(document_import, dialogue, source)
        self._report(document_import)

    def _store(self, document_import, dialogue, source):
        try:
            set_up(document_import, dialogue, source)
            storing.store(document_import)
        except (NoDialogueError, storing.TooLongError) as problem:
            raise CommandError(str(problem)) from problem
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem

    def _report(self, document_import):
        open_count = document_import.proposals.open().count()
        self.stderr.write(
            f"Import {document_import.pk}: source {document_import.source.slug}, "
            f"{open_count} proposals are open."
        )


def _by_slug(model, slug):
    record = model.objects.filter(slug=slug).first() if slug else None
    if slug and record is None:
        raise CommandError(f"No {model._meta.verbose_name} has the address “{slug}”.")
    return record


def _read(name, data):
    document_import = storing.bring_in(name, data)
    if document_import.step == ImportStep.WAITING:
        storing.read(document_import)
    if document_import.step == ImportStep.REFUSED:
        raise CommandError(document_import.problem)
    return document_import


def _proposals(document_import):
    pieces = storing.pieces_in(document_import)
    document_class = DocumentClass(document_import.document_class)
    return as_json(read_document(pieces, known_names(), document_class))
