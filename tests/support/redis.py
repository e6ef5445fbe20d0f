"""A real redis-server for the tests, and where it comes from on a machine that has none."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 60  # s
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


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    """Wait until something listens there."""
    end = time.monotonic() + PATIENCE
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < end, f"nothing listens at {port}"
        time.sleep(0.02)
