"""How many processes compute: the argument that commands share."""

import argparse
from contextlib import AbstractContextManager, nullcontext

from optviz.cli.arguments import reads
from optviz.spec.parsing import integer

MOST_JOBS = 1000  # no machine has more


def add_jobs(command: argparse.ArgumentParser, what: str = "") -> None:
    """How many processes compute; `what` they do, for commands that do other things alone."""
    command.add_argument(
        "--jobs", type=reads(jobs), metavar="N", help=f"processes that compute{what}, 1"
    )


def jobs(text: str) -> int:
    """How many processes, out of an argument."""
    number = integer(text)
    if not 1 <= number <= MOST_JOBS:
        raise ValueError(f"{text} processes are not possible: give 1 to {MOST_JOBS}")
    return number


def processes(options: argparse.Namespace) -> AbstractContextManager[object]:
    """What is begun within the block is computed by so many processes of this machine."""
    if (options.jobs or 1) == 1:
        return nullcontext()
    from joblib import parallel_config  # noqa: PLC0415, one process does without

    config: AbstractContextManager[object] = parallel_config(backend="loky", n_jobs=options.jobs)
    return config
