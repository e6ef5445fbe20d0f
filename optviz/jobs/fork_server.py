"""The process from which workers are forked: it has imported what they need, and does nothing else.

A worker that begins by importing numpy and autograd begins a second late; a fork begins at once and
shares their memory. This module, run, is that process: it takes one end of a socket for each worker
and forks one, until the server is gone.

`multiprocessing` has a fork server, too, but each process that it makes runs the caller's main
module again, and in a server of Streamlit's that is any visitor's page.
"""

import gc
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

from optviz.jobs.computing import compute

ROOT = Path(__file__).parents[2]
MODULE = "optviz.jobs.fork_server"
# By name, because they stand above this module.
PRELOADED = (
    "optviz.studies.basins",
    "optviz.studies.sweep",
    "optviz.studies.tuning",
    "optviz.export.formats",
)
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}  # a process that forks should have no more


class ForkServer:
    """The process, as the server has it; started when it is first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Let it begin to import, unless it has."""
        with self._lock:
            self._start()

    def fork(self, there: socket.socket) -> None:
        """Have a worker forked that computes what comes through this end of a socket."""
        with self._lock:
            self._start()
            try:
                socket.send_fds(self._control, [b"f"], [there.fileno()])
            except OSError:  # it has just died
                self._end()
                self._start()
                socket.send_fds(self._control, [b"f"], [there.fileno()])

    def _start(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self._end()
        self._control, there = socket.socketpair()
        with there:
            self._process = subprocess.Popen(
                [sys.executable, "-m", MODULE, str(there.fileno())],
                cwd=ROOT,
                env=os.environ | ONE_THREAD,
                stdin=subprocess.DEVNULL,
                pass_fds=[there.fileno()],
                process_group=0,  # Ctrl-C in a terminal is for the server, with which it ends
            )

    def _end(self) -> None:
        if self._process is not None:
            self._control.close()
            self._process.kill()
            self._process.wait()
            self._process = None


def main(control: socket.socket) -> None:
    """Fork a worker for each end of a socket that comes; this is what the process runs."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # workers that end leave nothing
    for module in PRELOADED:
        import_module(module)
    gc.collect()
    gc.freeze()  # what is imported is shared by all, and never becomes garbage
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                compute(Connection(descriptors[0]))
            finally:
                os._exit(1)
        os.close(descriptors[0])


if __name__ == "__main__":
    with suppress(ConnectionError):  # the server is gone
        main(socket.socket(fileno=int(sys.argv[1])))
