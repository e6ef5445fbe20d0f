"""Our rules beside what libraries do: `python -m tests.references.compare` prints how far apart.

From the records it also writes the table to optviz/scenes/agreement.json; with --live it asks the
libraries that are installed, and writes nothing.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from optviz.optimizers import OPTIMIZERS, Array, Optimizer
from optviz.variants import VARIANTS
from surfaces import SURFACES
from tests.references.record import HERE, LIBRARIES, installed, measure

Record = Mapping[str, Array]

RULES = OPTIMIZERS | VARIANTS
AGREEMENT = Path(__file__).parents[2] / "optviz" / "scenes" / "agreement.json"

# How far two paths may be apart: under given gradients, and when each finds its own.
LIMITS = {"given": 1e-12, "own": 1e-10}


def differences(record: Record) -> Iterator[tuple[str, float]]:
    """For each path of the record, its name and the largest distance of ours from it."""
    about = about_of(record)
    for surface, start in about["starts"].items():
        given = record[f"{surface}/gradients"]
        for name, settings in about["optimizers"].items():
            optimizer = RULES[name](**settings)
            paths = {
                f"{surface}/{name}/given": lambda k, x, given=given: given[k],
                f"{surface}/{name}/own": lambda k, x, on=surface: SURFACES[on].step_gradient(x),
            }
            for key in filter(record.__contains__, paths):
                ours = path(optimizer, np.array(start), paths[key], about["steps"])
                yield key, float(np.abs(ours[about["kept"]] - record[key]).max())


def about_of(record: Record) -> Any:
    """What a record says about itself."""
    return json.loads(str(record["about"]))


def too_far(found: Mapping[str, float]) -> dict[str, float]:
    """Those of the differences that are over the limit of their kind, or nan."""
    return {key: each for key, each in found.items() if not each <= LIMITS[key.split("/")[-1]]}


def path(
    optimizer: Optimizer, start: Array, gradient: Callable[[int, Array], Array], steps: int
) -> Array:
    """The points whose gradients were asked for: the libraries' parameter is NAG's look-ahead."""
    x, state = start, optimizer.init(start)
    rows = [optimizer.lookahead(x, state)]
    for k in range(steps):
        x, state = optimizer.step(x, gradient(k, rows[-1]), state)
        rows.append(optimizer.lookahead(x, state))
    return np.array(rows)


def recorded() -> dict[str, Record]:
    """The record of every library."""
    records: dict[str, Record] = {}
    for name in LIBRARIES:
        with np.load(HERE / f"{name}.npz") as file:
            records[name] = dict(file)
    return records


def agreement(records: Mapping[str, Record]) -> dict[str, Any]:
    """How far each rule is from each library's at most, under given gradients, as plain data.

    A rule that a library does not have is null. `otherwise` names the settings that were changed,
    on both sides, because the library defines the rule differently: see README.md.
    """
    abouts = {name: about_of(record) for name, record in records.items()}
    apart: dict[str, dict[str, float | None]] = {
        kind.__name__: dict.fromkeys(records) for kind in RULES.values()
    }
    for library, record in records.items():
        for key, each in differences(record):
            _, name, kind = key.split("/")
            row = apart[RULES[name].__name__]
            if kind == "given":
                row[library] = float(f"{max(each, row[library] or 0.0):.1e}")
    return {
        "what": "largest difference of x under the same recorded gradients, in float64",
        "limit": LIMITS["given"],
        "steps": {name: about["steps"] for name, about in abouts.items()},
        "surfaces": {name: list(about["starts"]) for name, about in abouts.items()},
        "versions": {name: about["versions"] for name, about in abouts.items()},
        "otherwise": {
            library: {RULES[name].__name__: each for name, each in about["otherwise"].items()}
            for library, about in abouts.items()
        },
        "differences": apart,
    }


def table(measured: Mapping[str, Any]) -> str:
    """The differences as text: a row for each rule, a column for each library."""
    versions, otherwise = measured["versions"], measured["otherwise"]
    lines = [f"{'':18}" + "".join(f"{each} {versions[each][each]}".rjust(18) for each in versions)]
    for name, row in measured["differences"].items():
        cells = [
            "-" if each is None else f"{each:.1e}{'*' if name in otherwise[library] else ' '}"
            for library, each in row.items()
        ]
        lines.append(f"{name:18}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join([*lines, "* set otherwise, because the library defines it differently"])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.references.compare", description=__doc__)
    parser.add_argument("--live", action="store_true", help="ask the libraries, not the records")
    live = parser.parse_args().live
    records = {name: measure(each) for name, each in installed()} if live else recorded()
    measured = agreement(records)
    print(table(measured))
    if not live:
        AGREEMENT.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    for name, record in records.items():
        if failed := too_far(dict(differences(record))):
            raise SystemExit(f"{name}: too far apart: {failed}")


if __name__ == "__main__":
    main()
