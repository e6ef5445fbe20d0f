"""An export in a process of its own, so that it can be stopped and nobody else waits for it.

The process is this module, run: it reads the optimizers that were brought along and a request from
its input, and writes how far it is, a share from 0 to 1 a line, to its output. What it reads comes
from here and from nobody else.
"""

import pickle
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from optviz.export.formats import Request, write
from optviz.film.video import close_quietly
from optviz.jobs.priority import give_way
from optviz.user_rules import load_rules, sources

ROOT = Path(__file__).parents[2]
# After these seconds work that nobody asks for any more is stopped. Browsers let the pages that
# nobody looks at ask once a minute.
PATIENCE = 120
places = threading.Semaphore(2)  # exports of all visitors together; further ones wait


class Work:
    """A request that is being written.

    Attributes:
        name: of the file.
        waiting: whether others are before it.
        data: the file's content once it is done, else None.
        problem: a sentence on what went wrong, else "".
    """

    def __init__(self, request: Request, name: str) -> None:
        """Begin, or wait for a place."""
        self.name = name
        self.waiting = True
        self.data: bytes | None = None
        self.problem = ""
        self._share = 0.0
        self._asked = time.monotonic()
        self._stopped = False
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, args=[request], daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it is still at it, or waiting."""
        return self._thread.is_alive()

    @property
    def share(self) -> float:
        """How much is done, 0 to 1. Who stops asking for it for long stops the work."""
        self._asked = time.monotonic()
        return self._share

    def stop(self) -> None:
        """End it; no file is left anywhere."""
        self._stopped = True
        if self._process:
            self._process.kill()
        self._thread.join()

    def _run(self, request: Request) -> None:
        while not places.acquire(timeout=0.1):
            if self._forgotten():
                return
        self.waiting = False
        try:
            with TemporaryDirectory(prefix="optviz-") as folder:
                self._write(request, Path(folder) / self.name)
        finally:
            places.release()

    def _write(self, request: Request, path: Path) -> None:
        command = [sys.executable, "-m", __name__, str(path)]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe) as process:
            self._process = process
            if self._forgotten():  # stopped a moment ago, when there was nothing to kill
                process.kill()
            assert process.stdin
            assert process.stdout
            assert process.stderr
            with suppress(BrokenPipeError):  # it ended before it had read all
                pickle.dump(sources(), process.stdin)
                pickle.dump(request, process.stdin)
            close_quietly(process.stdin)
            for line in process.stdout:
                self._share = float(line)
                if self._forgotten():
                    process.kill()
            words = process.stderr.read().decode(errors="replace").strip().splitlines()
        if process.returncode == 0:
            self.data = path.read_bytes()
        elif not self._forgotten():
            self.problem = words[-1] if words else "the export ended without a word"

    def _forgotten(self) -> bool:
        return self._stopped or time.monotonic() - self._asked > PATIENCE


def main() -> int:
    """Write the request that comes in to the path that is the first argument."""
    give_way()
    for path, text in pickle.load(sys.stdin.buffer):
        load_rules(path, text)  # before the request, which may speak of what is in them
    request = pickle.load(sys.stdin.buffer)
    shown = -1

    def tell(done: int, total: int) -> None:
        nonlocal shown
        if 100 * done // total > shown:
            shown = 100 * done // total
            print(done / total, flush=True)

    try:
        write(request, Path(sys.argv[1]), tell)
    except (ValueError, OSError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
