"""Programs that the tests need and pip does not have: installed from Debian where this user may."""

import os
import shutil
import subprocess


def install(*packages):
    """Install these packages, if this is Debian and root; otherwise do nothing."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run(["apt-get", "update"], **quiet)
    subprocess.run(["apt-get", "install", "--yes", "--no-install-recommends", *packages], **quiet)
