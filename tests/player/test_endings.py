"""What ends runs in the page is what ends them in Python, in the same words."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from optviz.endings import DOMAIN, GRADIENT, MINIMUM, OVERFLOW, UPDATE
from optviz.optimizers import OPTIMIZERS, Optimizer
from optviz.player.payload import ending_content, message
from optviz.race import Race, race
from surfaces import SURFACES
from surfaces.formula import formula_surface
from tests.support.node import run_node

FORMULAS = {
    "log(x) + y**2": (0.5, 1.0),
    "sqrt(x) + y**2": (0.3, 1.0),
    "abs(x) + abs(y)": (1.0, 0.5),
    "sqrt(x**2 + y**2)": (1.0, 0.0),
    "1/x + y**2": (0.5, 1.0),
    "x**2 * exp(y)": (1.0, 1.0),
    "x**4 + y": (1.0, 1.0),
    "0*x + 3": (1.0, 1.0),
    "max(x, 0) ** 0.5 + y**2": (0.4, 1.0),
}
RATES = (1.0, 30.0, 1e200)

TOLD = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { Engine } = await import(engine + "race.js");
process.stdout.write(JSON.stringify(given.map((path) => {
  const { race, surface } = unpack(new Uint8Array(bytesOf(path)));
  const own = new Engine(surface.engine);
  for (const run of race.runs) run.ending = "stale";
  race.runs.forEach((run, place) => own.knows(run.key) && own.run(race, place, surface.minima));
  return race.runs.map(({ ended, ending }) => [ended, ending]);
})));
"""


def entrants() -> dict[str, Optimizer]:
    found: dict[str, Optimizer] = {}
    for key, kind in OPTIMIZERS.items():
        for rate in RATES:
            rule: Any = replace(kind(), lr=rate)  # type: ignore[call-arg]
            found[f"{key} {rate}"] = rule
            if "eps" in rule.settings():
                found[f"{key} {rate} eps 0"] = replace(rule, eps=0.0)
    return found


@pytest.fixture(scope="module")
def races() -> dict[str, Race]:
    """Of the seven at rates that are much too large, on all losses."""
    surfaces = {key: (surface, surface.start) for key, surface in SURFACES.items()}
    surfaces |= {text: (formula_surface(text), start) for text, start in FORMULAS.items()}
    rules = entrants()
    return {key: race(surface, rules, start, 40) for key, (surface, start) in surfaces.items()}


def test_every_kind_of_ending_is_told_as_python_tells_it(
    races: dict[str, Race], tmp_path: Path
) -> None:
    paths = []
    for number, done in enumerate(races.values()):
        (tmp_path / f"{number}.bin").write_bytes(message(done))
        paths.append(str(tmp_path / f"{number}.bin"))
    kinds = Counter[str]()
    for (key, done), theirs in zip(races.items(), run_node(TOLD, paths, tmp_path), strict=True):
        for run, (ended, ending) in zip(done, theirs, strict=True):
            if run.ending and run.ended == ended:
                kinds[run.ending.kind] += 1
                assert ending == ending_content(run), f"{key}: {run.name}"
    assert set(kinds) == {OVERFLOW, DOMAIN, GRADIENT, UPDATE, MINIMUM}
    assert sum(kinds.values()) > 200
