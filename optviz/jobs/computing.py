"""What a worker process does: it answers requests for the next result, and ends with its pipe."""

import multiprocessing
import os
import select
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from optviz.jobs.priority import give_way
from optviz.user_files import load_again

COMM = Path("/proc/self/comm")  # the name of a process in Linux's lists


def compute(pipe: Any) -> None:
    """Answer requests until there are no more.

    What users' files bring comes first: what is to be computed may speak of it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends it
    give_way()
    threading.Thread(target=end_when_closed, args=[pipe], daemon=True).start()
    with suppress(EOFError, OSError):  # the results are not wanted any more
        load_again(pipe.recv())
        name, make, arguments, options = pipe.recv()
        with suppress(OSError):
            COMM.write_text(f"optviz {name}")
        results: Iterator[Any] | None = None
        while True:
            pipe.recv()
            try:
                results = results or make(*arguments, **options)
                answer: tuple[str, Any] = "result", next(results)
            except StopIteration:
                answer = "end", None
            except Exception as error:  # a user's class may raise anything
                answer = "problem", str(error) or type(error).__name__
            pipe.send(answer)


def end_when_closed(pipe: Any) -> None:
    """End this process as soon as the other end of its pipe is closed."""
    if hasattr(select, "poll"):
        hung_up = select.poll()
        hung_up.register(pipe.fileno(), getattr(select, "POLLRDHUP", 0))
        hung_up.poll()
    else:
        server = multiprocessing.parent_process()
        assert server is not None
        wait([server.sentinel])
    os._exit(1)
