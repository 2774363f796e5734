"""The browser of the tests: Debian's Chromium, installed where this user may.

    python -m tests.chromium

Ends with what to do when there is none.
"""

import shutil
import sys

from tests.debian import install

# Chromium without windows starts faster. A serif, a sans and Arabic letters make pages look like
# pages.
PACKAGES = ("chromium-headless-shell", "fonts-noto-core", "fonts-liberation")


def find():
    """The path of the program, or None."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    return next(filter(None, map(shutil.which, names)), None)


if __name__ == "__main__":
    if not find():
        install(*PACKAGES)
    if not find():
        sys.exit(
            "Chromium is needed for the tests and is not on the PATH. "
            f"Install Debian's packages: {' '.join(PACKAGES)}"
        )
