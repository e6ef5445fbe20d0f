"""`python -m optviz heatmap beale momentum heat.png`: one optimizer, two hyper-parameters."""

import argparse

from optviz.batch import Array
from optviz.cli.choices import race_spec
from optviz.cli.jobs import processes
from optviz.cli.study_command import add_study, write_study
from optviz.cli.sweep import AHEAD, add_threshold, sweep_options, threshold_of
from optviz.cli.writing import span, still_options
from optviz.optimizers import Optimizer
from optviz.pictures.heatmap.kind import HEATMAP
from optviz.spec.parsing import integer, one_of
from optviz.studies.sweep import axis_for, pair_sweep
from optviz.studies.tuning import second_of

CELLS = (49, 31)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command, _ = add_study(
        commands,
        "heatmap",
        "draw one optimizer's final loss over two hyper-parameters",
        "or how many steps it takes to a loss, as",
        "surface, hyper-parameters and optimizer",
        whose="whose hyper-parameters",
    )
    add_threshold(command)
    command.add_argument("--x", default="lr", metavar="P", help="hyper-parameter along, lr")
    command.add_argument(
        "--y", metavar="P", help="the other one; the first of mu, rho, beta1 that there is"
    )
    command.add_argument("--x-range", metavar="A,B", help="its lowest and highest value")
    command.add_argument("--y-range", metavar="A,B", help="the other one's")
    command.add_argument("--cells", metavar="NxM", help="values of both, {}x{}".format(*CELLS))
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Try all pairs and write the file."""
    if options.optimizers is not None:
        raise ValueError("a heat map has one optimizer: name it behind the scene")
    options.optimizers = options.optimizer
    race = race_spec(options)
    surface, entrants, start, steps, seed = race.race_scene().conditions
    if len(entrants) != 1:
        raise ValueError("a heat map has one optimizer: name one behind the scene")
    values = values_of(options, entrants[0].optimizer)
    threshold = threshold_of(options)
    with processes(options):
        results = pair_sweep(surface, entrants[0], values, start, steps, seed, threshold)
    wanted = sweep_options(options), still_options(options)
    return write_study(options, results, HEATMAP, wanted, race, AHEAD)


def values_of(options: argparse.Namespace, optimizer: Optimizer) -> dict[str, Array]:
    """What is tried of both hyper-parameters, the upright one first."""
    known, rule = optimizer.settings(), type(optimizer).__name__
    second = options.y or second_of(optimizer)
    if second is None:
        raise ValueError(f"{rule} has neither mu, rho nor beta1: say with --y what stands upright")
    kind = f"hyper-parameter of {rule.lower()}"
    x, y = one_of(kind, options.x.strip(), known), one_of(kind, second.strip(), known)
    if x == y:
        raise ValueError(f"--x and --y are both {x}: give two hyper-parameters")
    columns, rows = CELLS if options.cells is None else cells(options.cells)
    return {
        y: axis_for(optimizer, y, rows, span(options.y_range, "--y-range")),
        x: axis_for(optimizer, x, columns, span(options.x_range, "--x-range")),
    }


def cells(text: str) -> tuple[int, int]:
    """How many values of both out of an argument."""
    try:
        columns, rows = (integer(part) for part in text.lower().split("x"))
    except ValueError:
        raise ValueError(f"--cells {text!r}: give two numbers, as in 49x31") from None
    if not min(columns, rows) >= 2 or columns * rows > 1_000_000:
        raise ValueError(f"--cells {text!r}: give 2 or more of each, a million in all at most")
    return columns, rows
