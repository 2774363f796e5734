"""Check that the lock files fit the pins and hold a hash for each package. Reads no network.

python -m tests.locks
"""

import re
import sys
from pathlib import Path

# Each file of pins with its lock file.
FILES = {
    "requirements.txt": "requirements.lock",
    "tests/requirements.txt": "tests/requirements.lock",
}
PIN = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([^\s;\\]+)", re.MULTILINE)


def problems(top):
    """What is wrong with the lock files below the folder `top`, a sentence for each problem."""
    locked_before = {}
    for pins, lock in FILES.items():
        text = (top / lock).read_text()
        locked = versions(text)
        expected = locked_before | versions((top / pins).read_text())
        for name, version in expected.items():
            if locked.get(name) != version:
                yield f"{lock} has {name} {locked.get(name)}, expected {version}."
        yield from (f"{lock} has no hash for {name}." for name in unhashed(text))
        if "://" in text:
            yield f"{lock} has an address of a registry."
        locked_before = locked


def versions(text):
    """{package: version} of the pins in a file."""
    return {name.lower().replace("_", "-"): version for name, version in PIN.findall(text)}


def unhashed(lock):
    """The packages in the text of a lock file that have no hash."""
    entries = re.split(r"\n(?=\w)", lock)
    return [PIN.match(entry)[1] for entry in entries if PIN.match(entry) and "--hash=" not in entry]


if __name__ == "__main__":
    sentences = list(problems(Path(__file__).parents[1]))
    sys.exit("\n".join([*sentences, "Run make lock."]) if sentences else 0)
