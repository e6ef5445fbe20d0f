"""Worker processes run at low priority, so that the server answers its pages first."""

import os
from contextlib import suppress

NICE = 10


def give_way() -> None:
    """Let all other work on this machine go first: nice, and Linux's idle class where it is had."""
    with suppress(AttributeError):  # Windows has no such thing
        os.nice(NICE)
    with suppress(AttributeError, OSError):  # only Linux has, and a container may forbid it
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
