"""A real Streamlit server that runs the app for the tests."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.support.patience import PATIENCE
from tests.support.ports import free_port
from tests.support.processes import workers

ROOT = Path(__file__).parents[2]


class Server:
    """The app's server: `address` for the browser, and `log` for whoever wonders what happened."""

    def __init__(
        self,
        log: Path,
        port: int,
        command: Sequence[str],
        folder: Path,
        health: str,
        **environment: str,
    ) -> None:
        self._log = log
        self._health = health
        self._last_words = ""
        self.address = f"http://localhost:{port}"
        with log.open("w") as output:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=os.environ | environment,
            )

    @property
    def log(self) -> str:
        return self._last_words or self._log.read_text(errors="replace")

    @property
    def pid(self) -> int:
        return self._process.pid

    def works(self) -> bool:
        """Whether an export is running, a process of its own."""
        return bool(workers(self.pid, "export"))

    def wait(self) -> None:
        """Until it says that it is well."""
        end = time.monotonic() + PATIENCE
        while not self._well():
            gone = self._process.poll() is not None
            if gone or time.monotonic() > end:
                raise RuntimeError(f"the server does not answer; its log:\n{self.log}")
            time.sleep(0.05)

    def _well(self) -> bool:
        try:
            with urlopen(f"{self.address}{self._health}", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def kill(self) -> None:
        """End it as a crash would."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._last_words = self.log


@contextmanager
def serve(
    port: int | None = None, *, rules: Sequence[Path] = (), **environment: str
) -> Iterator[Server]:
    """The app's server as the README starts it.

    Args:
        port: None for any that is free.
        rules: files with optimizers.
        environment: variables that are set for it.
    """
    port = port or free_port()
    options = {
        "server.headless": "true",
        "server.port": port,
        "server.address": "localhost",  # of no concern to other machines
        "server.fileWatcherType": "none",  # the code stays what it was when the tests began
        "browser.serverAddress": "localhost",
    }
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += [f"--{name}={value}" for name, value in options.items()]
    if rules:
        command += ["--", *(word for path in rules for word in ("--optimizer", str(path)))]
    with running(command, ROOT, port, **environment) as server:
        yield server


@contextmanager
def running(
    command: Sequence[str],
    folder: Path,
    port: int,
    health: str = "/_stcore/health",
    **environment: str,
) -> Iterator[Server]:
    """A server that is up; it goes with the block, and what it has said stays.

    Args:
        command: starts it, in the folder.
        folder: where it works.
        port: at which it listens.
        health: the path at which it answers once it is up.
        environment: variables that are set for it.
    """
    with tempfile.TemporaryDirectory() as logs:
        server = Server(Path(logs, "log"), port, command, folder, health, **environment)
        try:
            server.wait()
            yield server
        finally:
            server.stop()
