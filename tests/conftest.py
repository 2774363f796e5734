"""What several tests need: people who can sign in, and the starter collection."""

import gc
import os
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection, transaction
from django.test import TransactionTestCase

from dialogues.collection.loading import load
from dialogues.collection.tables import FILES
from tests.analysis.worked import make_collection
from tests.browser.records import make_records
from tests.collection.short_files import write_short_files
from tests.databases import Databases
from tests.records import make_template

# The backend of django-axes only refuses; Django's own backend knows the users.
SIGNED_IN_BY = "django.contrib.auth.backends.ModelBackend"

# Slow hashes protect real passwords; tests have none.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Look for a static file when one is requested. WhiteNoise would list all of them for each client.
settings.WHITENOISE_AUTOREFRESH = True

# Searching all objects for circles of references at every turn takes a twentieth of a run.
gc.set_threshold(100_000, 20, 100)


def load_short_files():
    with TemporaryDirectory() as folder:
        write_short_files(Path(folder) / "files")
        load(Path(folder) / "files")


# {name: (base, what fills it)}, see tests/databases.py.
TEMPLATES = {
    "migrated": (None, lambda: call_command("migrate", verbosity=0)),
    "starter": ("migrated", lambda: load(FILES)),
    "short": ("migrated", load_short_files),
    "worked": ("migrated", lambda: make_template(make_collection)),
    "site": ("starter", lambda: make_template(make_records)),
}


# Which tests run by where they run: next to a browser's event loop Django refuses connections.
WHERE = {
    "all": lambda item: True,
    "only": lambda item: is_in_browser(item),
    "no": lambda item: not is_in_browser(item),
}


def pytest_addoption(parser):
    parser.addoption("--in-browser", choices=WHERE, default="all")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Run long tests first, browser tests last; leave out what --in-browser excludes.

    On PostgreSQL, leave out the tests that cannot differ there.
    """
    items.sort(key=lambda item: (is_in_browser(item), not item.get_closest_marker("long")))
    is_selected = WHERE[config.getoption("--in-browser")]
    on_postgresql = connection.vendor == "postgresql"
    selected = [
        item
        for item in items
        if is_selected(item) and (depends_on_database(item) or not on_postgresql)
    ]
    left_out = set(items) - set(selected)
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = selected


def is_in_browser(item):
    return "browser" in item.path.parts


# Fixtures of tests that have the same result on any database.
ALIKE = {"starter_collection", "django_assert_num_queries", "django_assert_max_num_queries"}
# The desk's own queries are those of its lists, searches and locks, whose tests are marked `both`;
# what its forms save is saved by models, publishing and spreadsheets, which are tested on both.
DESK = {"admin", "admin_site", "mail"}


def depends_on_database(item):
    """Whether a test may have another result on another database.

    What the starter collection says has not: loading, filters and search are tested on both with
    other records. Nor have a number of queries and what a browser shows of the same answers.
    """
    if item.get_closest_marker("once") or is_in_browser(item):
        return False
    if DESK & set(item.path.parts) and not item.get_closest_marker("both"):
        return False
    if ALIKE & set(item.fixturenames):
        return False
    return bool(item.get_closest_marker("django_db") or "django_db_setup" in item.fixturenames)


@pytest.fixture(autouse=True, scope="session")
def search_folder(tmp_path_factory):
    """Each process that runs tests has a search index of its own."""
    settings.SEARCH_DIR = str(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="session")
def databases(tmp_path_factory, worker_id):
    folder = tmp_path_factory.getbasetemp()
    of_this_run = folder if worker_id == "master" else folder.parent
    shared = Path(os.environ.get("TEST_DATABASES", of_this_run)) / connection.vendor
    shared.mkdir(exist_ok=True)
    return Databases(shared, worker_id, TEMPLATES)


@pytest.fixture(scope="session")
def django_db_setup(databases, django_test_environment, django_db_blocker):
    """The database of all tests that do not ask for another: migrated, without records."""

    def renew(_test):
        databases.renew()

    # To copy a template takes less time than to flush every table and create all roles again.
    TransactionTestCase._fixture_teardown = renew
    with django_db_blocker.unblock(), databases.use("migrated"):
        yield


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
def starter_collection(databases, django_db_setup, django_db_blocker):
    """A database with the starter collection for all tests of a module; the report of its load."""
    with django_db_blocker.unblock(), databases.use("starter") as report:
        yield report


@pytest.fixture(scope="module")
def worked_out(databases, django_db_setup, django_db_blocker):
    """A database with the collection worked out on paper for all tests of a module."""
    with django_db_blocker.unblock(), databases.use("worked") as records:
        yield records


@pytest.fixture(scope="module")
def module_transaction(django_db_setup, django_db_blocker):
    """A transaction around all tests of a module, for records that they share."""
    with _rolled_back(django_db_blocker):
        yield


@pytest.fixture(scope="class")
def class_transaction(django_db_setup, django_db_blocker):
    """A transaction around all tests of a class, for records that they share."""
    with _rolled_back(django_db_blocker):
        yield


@contextmanager
def _rolled_back(django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def made(worked_out, db):
    """The records worked out on paper. A test may change its own copy."""
    return deepcopy(worked_out)


def make_user(name, role):
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user
