"""The command line, `optviz` or `python -m optviz`, whatever ends it early."""

import os
import signal
import sys
import threading
from _thread import interrupt_main
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import NoReturn

INTERRUPTED = 130  # as shells have it
STOPPED = "optviz: stopped; no unfinished file is left\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    before = {number: signal.getsignal(number) for number in ends()}
    drop = sys.unraisablehook
    # Imports that are interrupted may raise anything, and there is nothing yet to clean up.
    on_end(leave)
    # They take half a second, numpy and others.
    from optviz.cli.arguments import BAD_ARGUMENT  # noqa: PLC0415
    from optviz.cli.commands import run  # noqa: PLC0415

    on_end(stop)
    sys.unraisablehook = partial(raise_again, drop)
    try:
        status = run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        say_stopped()
        return INTERRUPTED
    except (ValueError, OSError, RuntimeError) as error:
        if told_to_end(before):  # a library has made another error of it
            say_stopped()
            return INTERRUPTED
        print(f"optviz: {error}", file=sys.stderr)
        status = BAD_ARGUMENT
    finally:
        sys.unraisablehook = drop
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


def told_to_end(numbers: Iterable[signal.Signals]) -> bool:
    """Whether `stop` was called, which ignores these signals, since they were heard."""
    return any(signal.getsignal(number) is signal.SIG_IGN for number in numbers)


def raise_again(
    drop: Callable[["sys.UnraisableHookArgs"], object], dropped: "sys.UnraisableHookArgs"
) -> None:
    """Stop after a callback, as when an object ends: Python drops whatever is raised there.

    `drop` is told of everything else that is dropped.
    """
    if not isinstance(dropped.exc_value, KeyboardInterrupt):
        drop(dropped)
        return
    signal.signal(signal.SIGINT, stop)
    threading.Timer(0.01, interrupt_main).start()  # s; by then the callback has returned


def say_stopped() -> None:
    """Tell why it ends, if there is still a terminal to tell."""
    with suppress(OSError):
        os.write(2, STOPPED.encode())


if __name__ == "__main__":
    sys.exit(main())
