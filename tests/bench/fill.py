"""Fill an empty, migrated database with a made-up collection of so many statements.

VAR_DIR=/tmp/made-up python -m tests.bench.fill 20000
"""

import os
import sys
from time import monotonic

import django


def fill(size):
    """Write the collection and print how long it took. Exits if the database has records."""
    # Django must be set up before its models are imported.
    from tests.bench.corpus import NotEmptyError, make_corpus

    if size < 1:
        sys.exit(f"The number of statements must be at least 1, not {size}.")
    began = monotonic()
    try:
        make_corpus(size, report)
    except NotEmptyError as error:
        sys.exit(f"{error} Set VAR_DIR or DATABASE_URL to an empty one.")
    print(f"\n{size} statements in {monotonic() - began:.1f} seconds.")


def report(done):
    print(f"\r{done} statements", end="", flush=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "r2p_site.settings")
    django.setup()
    fill(int(sys.argv[1]))
