"""Record what torch.optim, optax and Keras do; `tests.references.compare` holds our rules to it."""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from tests.references.cases import (
    DESCENDED,
    FORMULAS,
    KEPT,
    OPTIMIZERS,
    SEED,
    STABLE,
    STARTS,
    STEPS,
    Array,
    moons_slopes,
    scattered,
    sparse,
)

HERE = Path(__file__).parent
LIBRARIES = ("torch", "optax", "keras")


def measure(library: Any) -> dict[str, Array]:
    """Run one library through every case: the gradients it was given, and its paths."""
    optimizers = {
        name: settings | library.OTHERWISE.get(name, {})
        for name, settings in OPTIMIZERS.items()
        if name in library.RULES
    }
    about = {
        "versions": {**library.VERSIONS, "numpy": np.__version__},
        "seed": SEED,
        "steps": STEPS,
        "kept": KEPT,
        "starts": STARTS,
        "optimizers": optimizers,
        "otherwise": library.OTHERWISE,
    }
    record = {"about": np.array(json.dumps(about))}
    for surface, start in STARTS.items():
        formula, points = FORMULAS.get(surface), scattered(surface)
        slopes = library.slopes(formula, points) if formula else moons_slopes(points)
        given = record[f"{surface}/gradients"] = sparse(slopes)
        for name, settings in optimizers.items():
            path = library.path(name, settings, start, given)
            record[f"{surface}/{name}/given"] = path[KEPT]
            if surface in DESCENDED and name in STABLE:
                path = library.path(name, settings, start, formula)
                record[f"{surface}/{name}/own"] = path[KEPT]
    return record


def installed() -> Iterator[tuple[str, Any]]:
    """The libraries that can be imported here, by name; of the others it is said."""
    for name in LIBRARIES:
        try:
            yield name, import_module(f"tests.references.with_{name}")
        except ModuleNotFoundError as missing:
            print(f"{name}: left out, {missing.name} is not installed")


def main() -> None:
    for name, library in installed():
        print(f"{name}: {library.VERSIONS}")
        np.savez_compressed(HERE / f"{name}.npz", allow_pickle=False, **measure(library))


if __name__ == "__main__":
    main()
