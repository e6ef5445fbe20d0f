"""Our rules beside a record of a library's."""

import json
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from optviz.optimizers import OPTIMIZERS, Array, Optimizer
from surfaces import SURFACES

Record = Mapping[str, Array]

# How far two paths may be apart: under given gradients, and when each finds its own.
LIMITS = {"given": 1e-12, "own": 1e-10}


def differences(record: Record) -> Iterator[tuple[str, float]]:
    """For each path of the record, its name and the largest distance of ours from it."""
    about = json.loads(str(record["about"]))
    for surface, start in about["starts"].items():
        given = record[f"{surface}/gradients"]
        for name, settings in about["optimizers"].items():
            optimizer = OPTIMIZERS[name](**settings)
            paths = {
                f"{surface}/{name}/given": lambda k, x, given=given: given[k],
                f"{surface}/{name}/own": lambda k, x, s=SURFACES[surface]: s.gradient(x),
            }
            for key in filter(record.__contains__, paths):
                ours = path(optimizer, np.array(start), paths[key], about["steps"])
                yield key, float(np.abs(ours[about["kept"]] - record[key]).max())


def too_far(found: Mapping[str, float]) -> dict[str, float]:
    """Those of the differences that are over the limit of their kind, or nan."""
    return {key: each for key, each in found.items() if not each <= LIMITS[key.split("/")[-1]]}


def path(
    optimizer: Optimizer, start: Array, slope: Callable[[int, Array], Array], steps: int
) -> Array:
    """The points whose gradients were asked for: the libraries' parameter is NAG's look-ahead."""
    x, state = start, optimizer.init(start)
    rows = [optimizer.look(x, state)]
    for k in range(steps):
        x, state = optimizer.step(x, slope(k, rows[-1]), state)
        rows.append(optimizer.look(x, state))
    return np.array(rows)
