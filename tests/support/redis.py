"""A real redis-server for the tests, and where it comes from on a machine that has none."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.ports import free_port, wait_for

MISSING = (
    "No redis-server to test rooms of several servers with. Install it (Debian's package "
    "redis-server); as root `python -m tests` does so by apt-get."
)


class NoRedisError(Exception):
    """There is none, and none could be installed."""


def provide() -> str:
    """The path of a redis-server; where there is none, it is installed."""
    found = shutil.which("redis-server")
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["update"], ["install", "-y", "--no-install-recommends", "redis-server"]):
            subprocess.run(["apt-get", "-qq", *command], check=False)
        found = shutil.which("redis-server")
    if found is None:
        raise NoRedisError(MISSING)
    return found


@contextmanager
def redis_server() -> Iterator[str]:
    """One that keeps nothing on disk, at a port of its own; its address."""
    port = free_port()
    options = {"port": port, "bind": "127.0.0.1", "save": "", "appendonly": "no"}
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [provide(), *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait_for(port)
            yield f"redis://127.0.0.1:{port}"
        finally:
            server.kill()
            server.wait()
