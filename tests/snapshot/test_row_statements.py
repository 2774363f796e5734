"""Rows of statements that read like statements."""

import pytest

from dialogues.models import Edition, Statement
from dialogues.serializers import statement_record
from dialogues.snapshot.registry import registry_at
from dialogues.snapshot.row_statements import row_statements

pytestmark = pytest.mark.django_db


def test_a_row_has_the_record_of_its_statement(starter_collection):
    statements = Statement.objects.published().with_record().in_bulk()
    registry = registry_at(Edition.objects.current_stamp())

    rows = {row.pk: statement_record(row) for row in row_statements(statements, registry)}

    assert rows == {pk: statement_record(statement) for pk, statement in statements.items()}
