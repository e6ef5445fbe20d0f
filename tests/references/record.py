"""Record what torch.optim and optax do, or with --compare hold our rules beside them, live."""

import argparse
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from tests.references.cases import (
    FORMULAS,
    KEPT,
    OPTIMIZERS,
    SEED,
    STABLE,
    STARTS,
    STEPS,
    Array,
    scattered,
)
from tests.references.compare import differences, too_far

HERE = Path(__file__).parent
LIBRARIES = ("torch", "optax")


def measure(library: Any) -> dict[str, Array]:
    """Run one library through every case: the gradients it was given, and its paths."""
    optimizers = {name: s | library.OTHERWISE.get(name, {}) for name, s in OPTIMIZERS.items()}
    about = {
        "versions": {**library.VERSIONS, "numpy": np.__version__},
        "seed": SEED,
        "steps": STEPS,
        "kept": KEPT,
        "starts": STARTS,
        "optimizers": optimizers,
    }
    record = {"about": np.array(json.dumps(about))}
    for surface, start in STARTS.items():
        given = record[f"{surface}/gradients"] = library.slopes(
            FORMULAS[surface], scattered(surface)
        )
        for name, settings in optimizers.items():
            sources = {"given": given} | ({"own": FORMULAS[surface]} if name in STABLE else {})
            for kind, source in sources.items():
                path = library.path(name, settings, start, source)
                record[f"{surface}/{name}/{kind}"] = path[KEPT]
    return record


def compare(record: dict[str, Array]) -> None:
    """Print how far our paths are from the library's; the script fails if one is too far."""
    found = dict(differences(record))
    for key, difference in found.items():
        print(f"  {key:30} {difference:.1e}")
    if too_far(found):
        raise SystemExit(f"too far apart: {', '.join(too_far(found))}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.references.record", description=__doc__)
    parser.add_argument("--compare", action="store_true", help="write nothing, compare with ours")
    only_compare = parser.parse_args().compare
    for name in LIBRARIES:
        try:
            library = import_module(f"tests.references.with_{name}")
        except ModuleNotFoundError as missing:
            print(f"{name}: left out, {missing.name} is not installed")
            continue
        print(f"{name}: {library.VERSIONS}")
        record = measure(library)
        if only_compare:
            compare(record)
        else:
            np.savez_compressed(HERE / f"{name}.npz", allow_pickle=False, **record)


if __name__ == "__main__":
    main()
