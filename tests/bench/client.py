"""Asking a server on this machine, and measuring how long it takes."""

import os
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles

BIN = Path(sys.executable).parent


def free_port():
    with closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


@contextmanager
def gunicorn(application, **environment):
    """The production server with one worker: (port, process id of the worker)."""
    command = [BIN / "gunicorn", application, "--threads", "4", "--no-control-socket"]
    with served([*command, "--log-level", "warning", "--bind"], environment) as (port, pid):
        yield port, int(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])


@contextmanager
def served(command, environment):
    """A server that takes its address as the last argument: (port, its process id)."""
    port = free_port()
    process = subprocess.Popen(
        [*command, f"127.0.0.1:{port}"], env=os.environ | environment, stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def _wait_for(port):
    for _ in range(600):
        with closing(socket.socket()) as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.1)
    sys.exit(f"No server answered on port {port}.")


class Browser:
    """One connection that is kept open."""

    def __init__(self, port):
        self.connection = HTTPConnection("127.0.0.1", port, timeout=600)

    def get(self, address):
        """(milliseconds, length of the body). Stops the program at an answer that is not 200."""
        began = time.perf_counter()
        self.connection.request("GET", address, headers={"Accept": "*/*"})
        response = self.connection.getresponse()
        body = response.read()
        if response.status != 200:
            sys.exit(f"{response.status} for {address}\n{body[:500]}")
        return (time.perf_counter() - began) * 1000, len(body)

    def per_second(self, address, seconds=3):
        """How many answers one connection gets in a second."""
        self.get(address)
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            self.get(address)
            count += 1
        return count / (time.perf_counter() - began)


def visit(port, addresses, rounds):
    """Ask for all addresses so many times: first visits and later ones in ms, and bytes."""
    browser = Browser(port)
    first = [browser.get(address) for address in addresses]
    later = [browser.get(address)[0] for _ in range(rounds - 1) for address in addresses]
    return [duration for duration, _size in first], later, median(size for _one, size in first)


def p95(times):
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def memory(pid):
    """Megabytes of a process: (all it has in memory, without files that others share)."""
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in status)
    return tuple(int(fields[key].split()[0]) / 1024 for key in ("VmRSS", "RssAnon"))
