"""Reads documents that are too large for a request, one after the other."""

import logging

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.choices import ImportStep
from dialogues.imports.review import storing
from dialogues.imports.review.decisions import problem_of
from dialogues.models import DocumentImport

logger = logging.getLogger(__name__)

STEPS = (ImportStep.WAITING, ImportStep.STORING)
# In percent, while each step is worked on. A step that was broken off is begun again.
PROGRESS = {ImportStep.WAITING: 10, ImportStep.STORING: 60}


def work_once() -> DocumentImport | None:
    """Do the next step of the import that has waited longest; None if nothing waits.

    An import that fails is refused, so that the others do not wait for it.
    """
    waiting = DocumentImport.objects.filter(step__in=STEPS).order_by("pk")
    document_import = waiting.defer("content", "pieces").first()
    if document_import is None:
        return None
    waiting.filter(pk=document_import.pk).update(progress=PROGRESS[document_import.step])
    document_import = DocumentImport.objects.get(pk=document_import.pk)
    try:
        if document_import.step == ImportStep.WAITING:
            storing.read(document_import)
        else:
            storing.store(document_import, document_import.by)
    except storing.TooLongError as problem:
        _refuse(document_import, str(problem))
    except ValidationError as problem:
        _refuse(document_import, problem_of(problem))
    except Exception:
        logger.exception("Import %s failed.", document_import.pk)
        _refuse(document_import, _("Reading it failed; the operator finds the reason in the log."))
    return document_import


def _refuse(document_import, problem):
    columns = {"step": ImportStep.REFUSED, "problem": problem}
    DocumentImport.objects.filter(pk=document_import.pk).update(**columns)
    document_import.refresh_from_db(fields=list(columns))
