"""Measure the site on a made-up collection: make bench N=100000

Serves it with the production server, one worker, on this machine, and prints for each of twelve
requests the time until the whole answer has arrived. The page cache is off but where it says so.
"First" visits find nothing kept: their counts are counted, their statements read and written.
"Then" finds the counts and statements of this edition kept, as most visits to a site do.
"""

import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import django
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.budgets import too_much, too_slow
from tests.bench.client import (
    Browser,
    gunicorn,
    memory,
    p95,
    visit,
)
from tests.bench.datasette import datasette
from tests.bench.datasette import requests as datasette_requests
from tests.bench.fill import fill

ROUNDS = 5
PEER_ROUNDS = 1
NO_PAGES_KEPT = {"CACHE_URL": "dummycache://"}
LINE = "{:22} {:>9} {:>9} {:>9} {:>10} {:>8}"


def main(size):
    prepare(size)
    from tests.bench import data
    from tests.bench.requests import twelve

    requests = twelve()
    with gunicorn("r2p_site.wsgi", **NO_PAGES_KEPT) as (port, worker):
        ours, missed = lists_and_permalink(port, requests, size)
        rows_a_second = csv_of_one_year(port, worker, requests["CSV of one year"][0])
        megabytes, own = memory(worker)
        print(f"Memory of the worker: {megabytes:.0f} MB, {own:.0f} of them its own.")
    permalink = throughput(requests)
    missed += too_much(megabytes, rows_a_second, permalink)
    missed += [*data.rows_as_json(), *data.release(size)]
    print("\n".join(["", "Missed:", *missed] if missed else ["", "Every budget is kept."]))
    if "--no-peers" not in sys.argv:
        peers(requests, ours)


def prepare(size):
    """An empty database, filled, and its index."""
    django.setup()
    print(f"{size} statements on {connection.vendor}")
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    fill(size)
    call_command("rebuild_index")


def lists_and_permalink(port, requests, statements):
    """Print a line for each; the median of first visits by name, and the budgets missed."""
    print("\n" + LINE.format("ms", "first", "then", "p95", "bytes", "queries"))
    medians, missed = {}, []
    for name, addresses in requests.items():
        if name.startswith("CSV"):
            continue
        first, later, size = visit(port, addresses, ROUNDS)
        medians[name] = median(first)
        cells = (f"{median(first):.1f}", f"{median(later):.1f}", f"{p95(later):.1f}")
        print(LINE.format(name, *cells, round(size), queries(addresses[0])))
        if name != "permalink":
            missed += too_slow(name, statements, median(later), p95(later))
    return medians, missed


def queries(address):
    """How many queries a page takes when nothing of it is kept, and when its parts are."""
    client = Client(headers={"host": "localhost"})
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counts.append(len(captured))
    return "/".join(map(str, counts))


def csv_of_one_year(port, worker, address):
    """Print how long it takes to the last byte, and without the way there; rows a second."""
    before = memory(worker)[1]
    Browser(port).get(address)
    milliseconds, size = Browser(port).get(address)
    grown = memory(worker)[1] - before
    own, rows = own_time(address)
    print(
        f"\nCSV of one year: {rows} rows, {size / 1e6:.1f} MB in {milliseconds:.0f} ms, of which "
        f"the server's own {own:.0f}: {rows / own * 1000:.0f} rows a second; "
        f"the worker grew by {grown:.0f} MB."
    )
    return rows / own * 1000


def own_time(address):
    """(milliseconds to write a file in this process, its number of rows)."""
    client = Client(headers={"host": "localhost"})
    client.get(address)
    began = time.perf_counter()
    response = client.get(address)
    for _chunk in response.streaming_content:
        pass
    return (time.perf_counter() - began) * 1000, int(response["R2P-Count"])


def throughput(requests):
    """Print answers a second over one connection; a permalink's as a share of the empty view's."""
    with gunicorn("tests.bench.empty") as (port, _worker):
        empty = Browser(port).per_second("/")
    with gunicorn("r2p_site.wsgi") as (port, _worker):
        browser = Browser(port)
        permalink = browser.per_second(requests["permalink"][0])
        listed = browser.per_second(requests["year"][0])
    print(
        f"Answers a second, pages kept: permalink {permalink:.0f} ({permalink / empty:.2f} of an "
        f"empty view's {empty:.0f}), filtered list {listed:.0f} ({listed / empty:.2f})"
    )
    return permalink / empty


def peers(requests, ours):
    """The usual Django way, and Datasette, as how many times our first visits they take."""
    names = [name for name in ours if name != "permalink"]
    with ExitStack() as stack:
        port, _ = stack.enter_context(
            gunicorn("r2p_site.wsgi", SEARCH_INDEX="off", **NO_PAGES_KEPT)
        )
        usual = {name: median(visit(port, requests[name][:2], PEER_ROUNDS)[0]) for name in names}
    theirs = datasettes() if connection.vendor == "sqlite" else {}
    heading = ("ms, and times our first", "count and GROUP BY", "Datasette")
    print("\n{:24} {:>18} {:>18}".format(*heading))
    for name in names:
        cells = [compared(peer.get(name), ours[name]) for peer in (usual, theirs)]
        print("{:24} {:>18} {:>18}".format(name, *cells))


def compared(theirs, ours):
    return f"{theirs:.0f} ({theirs / ours:.0f}x)" if theirs else "-"


def datasettes():
    database = Path(connection.settings_dict["NAME"])
    folder = Path(os.environ["BENCH_DIR"])
    with datasette(database, folder) as (port, _pid):
        requests = datasette_requests(database.stem)
        return {name: median(visit(port, urls, PEER_ROUNDS)[0]) for name, urls in requests.items()}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="r2p-bench-") as folder:
        os.environ |= {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "r2p_site.settings"}
        main(int(sys.argv[1]))
