"""The command line, `optviz` or `python -m optviz`, whatever ends it early."""

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import NoReturn

INTERRUPTED = 130  # as shells have it
STOPPED = "optviz: stopped; no unfinished file is left\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    before = {number: signal.getsignal(number) for number in ends()}
    # Imports that are interrupted may raise anything, and there is nothing yet to clean up.
    on_end(leave)
    from optviz.cli.commands import run  # noqa: PLC0415, numpy and others take half a second

    on_end(stop)
    try:
        status = run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        say_stopped()
        return INTERRUPTED
    for number, handler in before.items():
        signal.signal(number, handler)
    return status


def ends() -> list[signal.Signals]:
    """The signals that end the process: Ctrl-C, kill, and that its terminal is closed.

    Those are left out that it was started not to hear: nohup has it ignore SIGHUP, and a shell
    SIGINT where it runs in the background.
    """
    known = [getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP")]  # Windows
    return [each for each in known if each and signal.getsignal(each) is not signal.SIG_IGN]


def on_end(handler: "signal._HANDLER") -> None:
    """What happens from now on when the process is told to end."""
    for number in ends():
        signal.signal(number, handler)


def leave(number: int, frame: FrameType | None) -> NoReturn:
    """End at once."""
    say_stopped()
    os._exit(INTERRUPTED)


def stop(number: int, frame: FrameType | None) -> NoReturn:
    """Clean up, then end; what comes meanwhile, such as a second Ctrl-C, changes nothing."""
    on_end(signal.SIG_IGN)
    raise KeyboardInterrupt


def say_stopped() -> None:
    """Tell why it ends, if there is still a terminal to tell."""
    with suppress(OSError):
        os.write(2, STOPPED.encode())


if __name__ == "__main__":
    sys.exit(main())
