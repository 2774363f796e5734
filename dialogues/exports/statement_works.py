"""The statements of a list as works to cite."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from django.utils import timezone

from dialogues.citations.work import Work, statement_work
from dialogues.exports.statement_rows import EditionChanged
from dialogues.models import Edition, Statement, Version
from dialogues.serializers import statement_record

BLOCK_SIZE = 250  # statements read at a time, with all that their records name


def list_works(blocks: Iterable[Iterable[int]], base: str, edition: str) -> Iterator[Work]:
    """The Work of each published statement with the database keys in `blocks`, in their order.

    Raises EditionChanged at the end if a new edition came meanwhile.
    """
    today = timezone.localdate()
    keys = chain.from_iterable(blocks)
    while pks := list(islice(keys, BLOCK_SIZE)):
        published = Statement.objects.published().filter(pk__among=pks)
        statements = published.with_record().in_bulk()
        versions = Version.objects.latest_by_statement(pks)
        for pk in pks:
            if pk in statements:
                version = versions.get(pk)
                record = version.public_record if version else statement_record(statements[pk])
                yield statement_work(record, version or Version(number=1), base, today)
    if Edition.objects.current_stamp() != edition:
        raise EditionChanged(edition)
