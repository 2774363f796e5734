"""Reads documents that are too large for a request, one after the other."""

from dialogues.choices import ImportStep
from dialogues.imports.review import storing
from dialogues.models import DocumentImport

STEPS = (ImportStep.WAITING, ImportStep.STORING)
# In percent, while each step is worked on. A step that was broken off is begun again.
PROGRESS = {ImportStep.WAITING: 10, ImportStep.STORING: 60}


def work_once() -> DocumentImport | None:
    """Do the next step of the import that has waited longest; None if nothing waits."""
    waiting = (
        DocumentImport.objects.filter(step__in=STEPS).order_by("pk").defer("content", "pieces")
    )
    document_import = waiting.defer("content", "pieces").first()
    if document_import is None:
        return None
    waiting.filter(pk=document_import.pk).update(progress=PROGRESS[document_import.step])
    document_import = DocumentImport.objects.get(pk=document_import.pk)
    if document_import.step == ImportStep.WAITING:
        storing.read(document_import)
    else:
        _store(document_import)
    return document_import


def _store(document_import):
    try:
        storing.store(document_import, document_import.by)
    except storing.TooLongError as problem:
        document_import.step, document_import.problem = ImportStep.REFUSED, str(problem)
        document_import.save()
