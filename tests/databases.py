"""Databases of the tests: each a copy of a template, which is built once in a run.

To migrate takes seconds and to load the starter collection takes more; to copy a database that has
them takes milliseconds. All processes of a run share the templates (`make test` names the folder in
TEST_DATABASES), and each has its own copies.
"""

import fcntl
import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile

import psycopg
from django.db import connection


class Databases:
    """Builds templates, copies them, and connects Django's default connection to a copy."""

    def __init__(self, folder, worker, templates):
        """`folder`: shared by the processes of a run. `worker`: the name of this one.

        `templates`: {name: (base, fill)}; `fill()` adds records to a copy of the template `base`.
        """
        self.worker = worker
        self.templates = templates
        self.folder = folder
        self.engine = Sqlite(folder) if connection.vendor == "sqlite" else Postgresql()
        self.copies = {}
        self.template_in_use = None

    @contextmanager
    def use(self, template):
        """Connect to a copy of the template; yields what its `fill()` returned."""
        result = self.build(template)
        if template not in self.copies:
            self.copies[template] = self.create(template, template)
        before, self.template_in_use = self.template_in_use, template
        previous = _connect(self.copies[template])
        try:
            yield result
        finally:
            _connect(previous)
            self.template_in_use = before

    def renew(self):
        """Replace the copy in use, which a test has changed for good."""
        connection.close()
        self.create(self.template_in_use, self.template_in_use)

    def create(self, label, template):
        """Create a copy of a template; replaces this worker's earlier copy of the same label."""
        self.build(template)
        name = self.engine.name(f"{self.worker}_{label}")
        _in_thread(lambda: self.engine.create(name, self.engine.name(template)))
        return name

    def url(self, name):
        """The DATABASE_URL that leads another process to a database."""
        return self.engine.url(name)

    def build(self, template):
        """Build a template unless another worker has; returns what its `fill()` returned."""
        base, fill = self.templates[template]
        result = self.folder / f"{template}.pickle"
        with _lock(self.folder / f"{template}.lock"):
            if not result.exists():
                if base:
                    self.build(base)
                result.write_bytes(pickle.dumps(self._fill(template, base, fill)))
        return pickle.loads(result.read_bytes())

    def _fill(self, template, base, fill):
        """Create the database of a template and fill it, in a thread with its own connection."""
        name = self.engine.name(template)

        def create_and_fill():
            self.engine.create(name, base and self.engine.name(base))
            try:
                result = fill()
                # A query planned without statistics may take minutes on PostgreSQL.
                connection.cursor().execute("ANALYZE")
                return result
            finally:
                connection.close()

        previous, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], name
        try:
            return _in_thread(create_and_fill)
        finally:
            connection.settings_dict["NAME"] = previous


class Sqlite:
    """Databases are files in a folder."""

    def __init__(self, folder):
        self.folder = folder

    def name(self, label):
        return str(self.folder / f"{label}.sqlite3")

    def create(self, name, template):
        for suffix in ("", "-wal", "-shm"):
            Path(name + suffix).unlink(missing_ok=True)
        if template:
            copyfile(template, name)

    def url(self, name):
        return f"sqlite:///{name}"


class Postgresql:
    """Databases are in the cluster of tests/postgres.py, and end with it."""

    def name(self, label):
        return f"test_{label}"

    def create(self, name, template):
        host = connection.settings_dict["HOST"]
        with psycopg.connect(host=host, dbname="postgres", autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            server.execute(f"CREATE DATABASE {name} TEMPLATE {template or 'template1'}")

    def url(self, name):
        return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"


def _connect(name):
    """Connect to another database; returns the name of the previous one."""
    connection.close()
    previous, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], name
    return previous


@contextmanager
def _lock(path):
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _in_thread(function):
    """Call in a thread without an event loop, next to which Django refuses to use a database."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(function).result()
