"""The data for programs: 1,000 rows as JSON, and a release."""

import resource
import subprocess
import sys
import time
from tempfile import TemporaryDirectory

import msgspec

from dialogues.exports.records.statements import encoded_rows
from dialogues.models import Edition, Statement
from tests.bench.budgets import release_too_slow, rows_too_slow

ROWS = 1_000
BASE = "https://r2p.example"


def rows_as_json():
    """Print how long the rows take at first and then; yield the budgets missed."""
    edition = Edition.objects.current_stamp()
    pks = list(Statement.objects.published().values_list("pk", flat=True)[:ROWS])
    first, content = _timed(lambda: msgspec.json.encode(encoded_rows(pks, BASE, edition)))
    then, _ = _timed(lambda: msgspec.json.encode(encoded_rows(pks, BASE, edition)))
    rows = msgspec.json.decode(content)
    alone, _ = _timed(lambda: msgspec.json.encode(rows))
    print(
        f"{len(rows)} rows as JSON: {first:.0f} ms at first, then {then:.1f}, "
        f"{then / alone:.1f} times msgspec alone ({alone:.1f} ms)."
    )
    yield from rows_too_slow(then / alone)


def release(statements):
    """Print how long a release takes, and the memory of the process; yield the budgets missed."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "manage.py", "make_release"]
        began = time.perf_counter()
        subprocess.run(
            [*command, "--folder", folder, "--address", BASE],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        seconds = time.perf_counter() - began
    # The largest of the processes that this one started and that ended.
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"Release: {seconds:.1f} s, at most {megabytes:.0f} MB.")
    yield from release_too_slow(statements, seconds, megabytes)


def _timed(act):
    """(milliseconds, the result)."""
    began = time.perf_counter()
    result = act()
    return (time.perf_counter() - began) * 1000, result
