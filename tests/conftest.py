"""What several tests need: people who can sign in, and the starter collection."""

from copy import deepcopy

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import QuerySet

from dialogues.collection.loading import load
from dialogues.collection.tables import FILES
from tests.analysis.worked import make_collection

# Axes only refuses; Django's own backend is the one that knows people.
SIGNED_IN_BY = "django.contrib.auth.backends.ModelBackend"


# A password that takes long to guess takes long to set.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The browser comes last: beside its event loop Django would open its connections anew."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.fixture(autouse=True, scope="session")
def search_folder(tmp_path_factory):
    """Each process that runs tests has an index of its own."""
    settings.SEARCH_DIR = str(tmp_path_factory.mktemp("search"))


@pytest.fixture
def curator(db):
    return make_user("A. Curator", "Curators")


@pytest.fixture
def editor(db):
    return make_user("An Editor", "Editors")


@pytest.fixture
def contributor(db):
    return make_user("A. Contributor", "Contributors")


@pytest.fixture
def curator_client(client, curator):
    """A browser in which the curator has signed in."""
    client.force_login(curator, SIGNED_IN_BY)
    return client


@pytest.fixture
def editor_client(client, editor):
    """A browser in which the editor has signed in."""
    client.force_login(editor, SIGNED_IN_BY)
    return client


@pytest.fixture
def contributor_client(client, contributor):
    """A browser in which the contributor has signed in."""
    client.force_login(contributor, SIGNED_IN_BY)
    return client


@pytest.fixture(scope="module")
def starter_collection(django_db_setup, django_db_blocker):
    """The starter collection, there for a module and taken out again; what loading it told."""
    with django_db_blocker.unblock(), transaction.atomic():
        if not _loaded:
            _loaded.update(report=load(FILES), rows=list(_all_rows()))
        else:
            _write_again(_loaded["rows"])
        loaded = _loaded["report"]
        # Nothing gathers statistics inside a transaction, and a query planned without them may
        # take minutes on PostgreSQL.
        connection.cursor().execute("ANALYZE")
        yield loaded
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def worked_out(django_db_setup, django_db_blocker):
    """The collection worked out on paper, there for a module and taken out again."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_collection()
        transaction.set_rollback(True)


@pytest.fixture
def made(worked_out, db):
    """The collection worked out on paper; what a test does to it is its own."""
    return deepcopy(worked_out)


# The rows of the loaded collection: to write them again takes a tenth of the time of loading it.
_loaded = {}


def _all_rows():
    """(model, the rows of its table) of each table of the collection that has any."""
    models = apps.get_app_config("dialogues").get_models(include_auto_created=True)
    for model in models:
        if not model._meta.proxy and (rows := list(QuerySet(model).order_by("pk"))):
            yield model, rows


def _write_again(tables):
    with connection.cursor() as cursor:
        for model, rows in tables:
            QuerySet(model).bulk_create(rows)
        for reset in connection.ops.sequence_reset_sql(no_style(), [one for one, _rows in tables]):
            cursor.execute(reset)


def make_user(name, role):
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user
