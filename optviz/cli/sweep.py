"""`python -m optviz sweep beale sweep.png`: each optimizer's outcome against the learning rate."""

import argparse

import numpy as np

from optviz.cli.arguments import reads
from optviz.cli.choices import leave_out, race_spec
from optviz.cli.jobs import processes
from optviz.cli.study_command import add_study, write_study
from optviz.cli.writing import SWEPT, chosen, picture_options, rates_between, still_options
from optviz.pictures.sweep.composition import MEASURES, SweepOptions
from optviz.pictures.sweep.kind import SWEEP
from optviz.spec.parsing import number
from optviz.studies.sweep import FINE, PER_DECADE, learning_rate_sweep

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
    said = "; ".join(f"{name}: {each}" for name, each in MEASURES.items())
    command.add_argument("--measure", metavar="M", help=f"{said}; steps with --threshold")
    command.add_argument(
        "--current",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="whether the optimizers' own values of what is swept are marked",
    )


def threshold_of(options: argparse.Namespace) -> float:
    """The loss to be reached; -inf without one."""
    return -np.inf if options.threshold is None else float(options.threshold)


def sweep_options(options: argparse.Namespace) -> SweepOptions:
    """How the picture looks, and what it shows."""
    usual = {"measure": "final" if options.threshold is None else "steps"}
    return SweepOptions(**usual | chosen(options, SWEPT), **picture_options(options))


def run(options: argparse.Namespace) -> int:
    """Try all learning rates and write the file."""
    leave_out(options, "lr", "a sweep tries all learning rates")
    race = race_spec(options)
    surface, optimizers, start, steps, seed = race.race_scene().conditions
    given = rates_between(options.rates, PER_DECADE)
    rates = FINE if given is None else given
    threshold = threshold_of(options)
    with processes(options):
        results = learning_rate_sweep(surface, optimizers, start, steps, seed, rates, threshold)
    wanted = sweep_options(options), still_options(options)
    return write_study(options, results, SWEEP, wanted, race, AHEAD)
