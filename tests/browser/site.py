"""The site as it runs on a server."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from django.conf import settings

PASSWORD = "only for tests"
PATIENCE = 60  # seconds


@contextlib.contextmanager
def running_site(folder, database_url):
    """The address of a site of its own on this database, with its index and log in this folder."""
    environment = os.environ | {"VAR_DIR": str(folder), "CACHE_URL": "locmemcache://"}
    environment |= {"ALLOWED_HOSTS": "127.0.0.1", "HTTPS": "off", "DATABASE_URL": database_url}
    os.symlink(settings.STATIC_ROOT, folder / "static")
    with _server(environment, folder / "log") as address:
        yield address


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
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_for(address, log):
    for _attempt in range(PATIENCE * 10):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address)
            return
        time.sleep(0.1)
    raise AssertionError(f"The site does not answer: {Path(log).read_text()}")
