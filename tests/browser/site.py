"""The site as it runs on a server, with the starter collection and some records that go too far."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psycopg
from django.conf import settings

PASSWORD = "only for tests"
PATIENCE = 60  # seconds


@contextlib.contextmanager
def running_site(folder, name):
    """The address of a site of its own, which ends with it. `name` tells its database apart."""
    environment = os.environ | {"VAR_DIR": str(folder), "CACHE_URL": "locmemcache://"}
    environment |= {"ALLOWED_HOSTS": "127.0.0.1", "HTTPS": "off"}
    if address := os.environ.get("DATABASE_URL"):
        environment["DATABASE_URL"] = _new_database(address, name)
    os.symlink(settings.STATIC_ROOT, folder / "static")
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.records"],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    with _server(environment, folder / "log") as address:
        yield address


def _new_database(address, name):
    """The address of an empty database on the same PostgreSQL."""
    with psycopg.connect(_as_psycopg(address), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return address.rsplit("/", 1)[0] + f"/{name}"


def _as_psycopg(address):
    """The address in tests/postgres.py is Django's: a folder with a socket, then the database."""
    folder, _slash, database = address.removeprefix("postgres:///").rpartition("/")
    return f"host=/{folder.lstrip('/')} dbname={database}"


@contextlib.contextmanager
def _server(environment, log):
    port = _free_port()
    bind = ["--bind", f"127.0.0.1:{port}", "--threads", "4", "--no-control-socket"]
    with log.open("w") as file:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "r2p_site.wsgi", *bind],
            env=environment,
            cwd=settings.BASE_DIR,
            stdout=file,
            stderr=file,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, log)
            yield address
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait_for(address, log):
    for _second in range(PATIENCE):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address)
            return
        time.sleep(1)
    raise AssertionError(f"The site does not answer: {Path(log).read_text()}")
