"""Run a command with DATABASE_URL set to a PostgreSQL of its own, which ends with it.

    python -m tests.postgres .venv/bin/pytest

The cluster lives in a temporary folder and listens on a socket there, on no port. PostgreSQL
refuses to run as root, so root runs it as another user.
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
    """The folder with initdb and pg_ctl, or None; the newest of Debian's versions."""
    if found := shutil.which("initdb"):
        return pathlib.Path(found).resolve().parent
    versions = pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(versions, key=lambda path: int(path.parts[-3]))
    return newest[-1].parent if newest else None


@contextlib.contextmanager
def cluster(programs):
    """A running cluster: the environment that leads to it. Stopped and removed at the end."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="r2p-postgres-"))
    user = runner()
    if user:
        shutil.chown(folder, user)
    data = str(folder / "data")

    def run(program, *arguments):
        command = [programs / program, "--pgdata", data, *arguments]
        done = subprocess.run(
            command, user=user, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        if done.returncode:
            sys.exit(f"{program} failed:\n{done.stdout.decode(errors='replace')}")

    run("initdb", f"--username={USER}", "--auth=trust", "--encoding=UTF8", "--no-sync")
    # Nothing of it outlives the command, so nothing need survive a crash.
    careless = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"
    options = f"-k {folder} -c listen_addresses='' {careless}"
    run("pg_ctl", "start", "--wait", "--silent", "--log", str(folder / "log"), "--options", options)
    try:
        yield {"DATABASE_URL": f"postgres:///{folder}/postgres", "PGUSER": USER}
    finally:
        run("pg_ctl", "stop", "--wait", "--silent", "--mode", "immediate")
        shutil.rmtree(folder, ignore_errors=True)


def runner():
    """The user who runs the cluster when this is root: postgres where there is one."""
    if os.geteuid() != 0:
        return None
    names = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
