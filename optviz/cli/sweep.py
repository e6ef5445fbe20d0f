"""`python -m optviz sweep beale sweep.png`: each optimizer's outcome against the learning rate."""

import argparse

import numpy as np

from optviz.cli.arguments import reads
from optviz.cli.choices import chosen_scene, leave_out
from optviz.cli.jobs import processes
from optviz.cli.study_command import add_study, write_study
from optviz.cli.writing import picture_options, rates_between, still_options
from optviz.pictures.sweep.composition import SweepOptions
from optviz.pictures.sweep.kind import SWEEP
from optviz.spec.parsing import number
from optviz.studies.sweep import FINE, learning_rate_sweep

PER_DECADE = 8
AHEAD = 0.7  # of the work is the trials, the rest the picture


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command, _ = add_study(
        commands,
        "sweep",
        "draw each optimizer's final loss against the learning rate",
        "or how many steps it takes to a loss, as",
        "the surface's name",
    )
    add_threshold(command)
    command.add_argument(
        "--rates", metavar="A,B", help="lowest and highest learning rate, 1e-6,10 if not given"
    )
    command.set_defaults(run=run)


def add_threshold(command: argparse.ArgumentParser) -> None:
    """What is shown in place of the final loss."""
    command.add_argument(
        "--threshold",
        type=reads(number),
        metavar="T",
        help="show the steps until the loss is at most T, not the final loss",
    )


def threshold_of(options: argparse.Namespace) -> float:
    """The loss to be reached; -inf without one."""
    return -np.inf if options.threshold is None else float(options.threshold)


def sweep_options(options: argparse.Namespace) -> SweepOptions:
    """How the picture looks, and what it shows."""
    measure = "final" if options.threshold is None else "steps"
    return SweepOptions(measure=measure, **picture_options(options))


def run(options: argparse.Namespace) -> int:
    """Try all learning rates and write the file."""
    leave_out(options, "lr", "a sweep tries all learning rates")
    surface, optimizers, start, steps, seed = chosen_scene(options).conditions
    given = rates_between(options.rates, PER_DECADE)
    rates = FINE if given is None else given
    threshold = threshold_of(options)
    with processes(options):
        results = learning_rate_sweep(surface, optimizers, start, steps, seed, rates, threshold)
    return write_study(
        options, results, SWEEP, [sweep_options(options), still_options(options)], AHEAD
    )
