"""The statements of a list as works to cite, read in blocks."""

from itertools import chain, islice

from django.utils import timezone

from dialogues.citations.work import statement_work
from dialogues.exports.statement_rows import EditionChanged
from dialogues.models import Edition, Statement, Version
from dialogues.serializers import statement_record

BLOCK = 250


def list_works(blocks, base, edition):
    """The Work of each published statement with the database keys in `blocks`, in their order.

    Raises EditionChanged at the end if the record is not that of the edition any more.
    """
    today = timezone.localdate()
    keys = chain.from_iterable(blocks)
    while pks := list(islice(keys, BLOCK)):
        found = Statement.objects.published().filter(pk__among=pks).with_record().in_bulk()
        versions = Version.objects.latest_by_statement(pks)
        for pk in pks:
            if pk in found:
                version = versions.get(pk)
                record = version.public_record if version else statement_record(found[pk])
                yield statement_work(record, version or Version(number=1), base, today)
    if Edition.objects.current_stamp() != edition:
        raise EditionChanged(edition)
