"""manage.py read_document: prints what would be proposed from a document, as JSON."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from dialogues.choices import DocumentClass
from dialogues.imports.as_json import as_json
from dialogues.imports.document import read_document
from dialogues.imports.files.child import read_in_child
from dialogues.imports.files.refusals import UnreadableDocumentError
from dialogues.imports.known import known_names
from dialogues.imports.pieces import pieces_of


class Command(BaseCommand):
    help = "Print what would be proposed from a document (PDF, DOCX, HTML, text). Saves nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--class", dest="document_class", choices=DocumentClass.values)

    def handle(self, *args, file, document_class, **options):
        try:
            blocks = read_in_child(file.read_bytes())
        except OSError as problem:
            raise CommandError(f"{file} cannot be opened: {problem.strerror}.") from problem
        except UnreadableDocumentError as refusal:
            raise CommandError(refusal.sentence) from refusal
        chosen_class = DocumentClass(document_class) if document_class else None
        document = read_document(pieces_of(blocks), known_names(), chosen_class)
        self.stdout.write(as_json(document))
