"""Run a command with a PostgreSQL cluster of its own, at DATABASE_URL.

    python -m tests.postgres .venv/bin/pytest

The cluster is in a temporary folder, listens on a socket there and on no port, and is removed when
the command ends. PostgreSQL refuses to run as root, so root runs it as another user.
"""

import contextlib
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile

from tests.debian import install

PACKAGE = "postgresql"
USER = "r2p"
# The cluster ends with the command, so none of it need survive a crash. A small
# write-ahead log saves memory, which the cluster may be in. Compiling a query, or running it in
# several processes, takes longer than any query of a test.
SETTINGS = (
    "jit=off",
    "max_parallel_workers_per_gather=0",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_wal_size=128MB",
)


def main(command):
    if not find_programs():
        install(PACKAGE)
    if not (programs := find_programs()):
        sys.exit(
            "PostgreSQL is needed for the tests and was not found: no initdb on the PATH or under "
            f"/usr/lib/postgresql. Install Debian's package {PACKAGE!r}, or put initdb on the PATH."
        )
    with cluster(programs) as address:
        return subprocess.run(command, env=os.environ | address).returncode


def find_programs():
    """The folder with initdb and pg_ctl, Debian's newest version; None if there is none."""
    if initdb := shutil.which("initdb"):
        return pathlib.Path(initdb).resolve().parent
    versions = pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(versions, key=lambda path: int(path.parts[-3]))
    return newest[-1].parent if newest else None


@contextlib.contextmanager
def cluster(programs):
    """Run a cluster; yields the environment variables of its clients."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="r2p-postgres-"))
    user = runner()
    if user:
        shutil.chown(folder, user)
    data = str(folder / "data")

    def run(program, *arguments):
        command = [programs / program, "--pgdata", data, *arguments]
        process = subprocess.run(
            command, user=user, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        if process.returncode:
            sys.exit(f"{program} failed:\n{process.stdout.decode(errors='replace')}")

    run("initdb", f"--username={USER}", "--auth=trust", "--encoding=UTF8", "--no-sync")
    settings = " ".join(f"-c {setting}" for setting in SETTINGS)
    options = f"-k {folder} -c listen_addresses='' {settings}"
    run("pg_ctl", "start", "--wait", "--silent", "--log", str(folder / "log"), "--options", options)
    try:
        yield {"DATABASE_URL": f"postgres:///{folder}/postgres", "PGUSER": USER}
    finally:
        run("pg_ctl", "stop", "--wait", "--silent", "--mode", "immediate")
        shutil.rmtree(folder, ignore_errors=True)


def runner():
    """The user to run the cluster as, if this process is root's: postgres if there is one."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
