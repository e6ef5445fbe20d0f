"""Basin maps and sweeps that the page computes, by Node.js, against Python's."""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.optimizers import Adam
from optviz.player.live_studies import Live, live_basins, live_sweep
from optviz.player.payload import pack
from optviz.studies.basins import Basins, basins, blank_map
from optviz.studies.sweep import Sweep, axis_for, blank_sweep, pair_sweep, sweep
from optviz.studies.targets import Targets
from surfaces import SURFACES
from surfaces.formula import formula_surface
from surfaces.surface import Surface
from tests.support.exact import is_exact
from tests.support.node import run_node
from tests.support.optimizers import LIVE

SHAPE = (13, 11)
STEPS = 60
SEED = 3
RATES = 10.0 ** np.arange(-4, 2)
EVERY = {name: kind() for name, kind in LIVE.items()}
# Trials of a surface whose functions differ in the last digit may part at a ridge. None of these
# does; of 70,000 on Ackley's function 2 end elsewhere, and 8 arrive in another step.
APART = 4
# Of the 126 swept trials of a surface, those that end in another loss than in Python: at high rates
# paths wander over the hills of two surfaces, which are made of cosines.
SWEPT_APART = {"Ackley's function": 40, "Rastrigin's function": 40}
ELSEWHERE = 2
DESCENDED = SURFACES | {
    # Runs stand in its tip, and at a border of the other they are lost.
    "cone": formula_surface("sqrt(x^2 + y^2)", xlim=(-2, 2), ylim=(-3, 3)),
    "entropy": formula_surface("x log(x) + y^2", xlim=(-1, 2), ylim=(-1, 1)),
}

COMPUTED = """
const { readFileSync: bytesOf } = await import("node:fs");
const { unpack } = await import(engine + "../core/payload.js");
const { Study } = await import(engine + "study.js");
const { interpretOnly } = await import(engine + "program.js");
if (given.interpreted) interpretOnly();
const said = (value) => (Number.isFinite(value) ? value : String(value));
const found = given.paths.map((path) => {
  const { runs, setup, cells } = unpack(new Uint8Array(bytesOf(path)));
  const study = new Study({ ...setup, keys: runs.map(({ key }) => key) });
  return runs.map((run) => {
    const parts = [];
    const room = Math.min(100, study.room(run.key)); // the last part is smaller
    for (let first = 0; first < cells; first += room) {
      const length = Math.min(room, cells - first);
      const work = study.compute(run, Uint32Array.from({ length }, (_, k) => first + k));
      let step = work.next();
      while (!step.done) step = work.next();
      parts.push(step.value);
    }
    return parts[0].map((_, kind) => parts.flatMap((each) => Array.from(each[kind], said)));
  });
});
process.stdout.write(JSON.stringify(found));
"""


def computed(studies: list[tuple[Live, int]], interpreted: bool, folder: Path) -> list[Any]:
    """What Node.js makes of them: for each study and run its arrays."""
    paths = []
    for k, (live, cells) in enumerate(studies):
        assert live
        paths.append(str(folder / f"{k}.bin"))
        Path(paths[-1]).write_bytes(pack(live | {"cells": cells}))
    found: list[Any] = run_node(COMPUTED, {"interpreted": interpreted, "paths": paths}, folder)
    return found


def begun(surface: Surface) -> tuple[Basins, Targets]:
    """A map that ends in the surface's minima and valleys, or where it has none, in its middle."""
    middle = (sum(surface.xlim) / 2, sum(surface.ylim) / 2)
    known = surface.minima or any(each.lines for each in surface.floors)
    return blank_map(surface, EVERY, SHAPE, STEPS, SEED, minima=None if known else [middle])


@pytest.fixture(scope="module")
def maps() -> dict[str, tuple[Live, Basins]]:
    """What a page is given, and Python's maps."""
    found = {}
    for key, surface in DESCENDED.items():
        blank, targets = begun(surface)
        minima = None if surface.minima or targets.valleys else [tuple(targets.minima[0])]
        *_, whole = basins(surface, EVERY, SHAPE, STEPS, SEED, minima=minima)
        found[key] = live_basins(blank, targets), whole
    return found


@pytest.mark.parametrize("interpreted", [False, True], ids=["functions", "a policy forbids them"])
def test_maps_are_pythons_cell_by_cell(
    interpreted: bool, maps: dict[str, tuple[Live, Basins]], tmp_path: Path
) -> None:
    """In which minimum each trial ends, and since which step it is there."""
    asked = [(live, whole.minimum[0].size) for live, whole in maps.values()]
    found = computed(asked, interpreted, tmp_path)
    for (key, (_, whole)), runs in zip(maps.items(), found, strict=True):
        pages = zip(LIVE.values(), runs, whole.minimum, whole.since, strict=True)
        apart = 0
        for kind, page, minimum, since in pages:
            differs = (page[0] != minimum.ravel()) | (page[1] != since.ravel())
            assert not (is_exact(kind, DESCENDED[key]) and differs.any()), (kind, key)
            apart += int(differs.sum())
        assert apart <= APART, key


@pytest.mark.parametrize("interpreted", [False, True], ids=["functions", "a policy forbids them"])
def test_sweeps_are_pythons(interpreted: bool, tmp_path: Path) -> None:
    """The loss at the end, the step that reached a threshold, and the one that was not finite."""
    wholes = []
    for surface in DESCENDED.values():
        start = np.array(surface.start)
        low = float(surface.loss(*start)) * 0.9
        *_, whole = sweep(surface, EVERY, {"lr": RATES}, steps=STEPS, seed=SEED, threshold=low)
        wholes.append(whole)
    beale = SURFACES["beale"]
    axes = {"beta2": axis_for(Adam(), "beta2", 7), "beta1": axis_for(Adam(), "beta1", 6)}
    *_, pair = pair_sweep(beale, Adam(), axes, steps=STEPS)
    wholes.append(pair)
    asked = [(live_sweep(blank(each)), each.final[0].size) for each in wholes]
    apart = Counter[str]()
    for whole, runs in zip(wholes, computed(asked, interpreted, tmp_path), strict=True):
        expected = np.stack([whole.final, whole.reached, whole.diverged], axis=1)
        expected = expected.reshape(len(runs), 3, -1)
        for entrant, page, python in zip(whole.entrants, runs, expected, strict=True):
            found = np.array([numbers(each) for each in page])
            near = np.isclose(found, python, rtol=1e-6, atol=1e-9) | (found == python)
            name = f"{entrant.name} on {whole.surface.name}"
            exact = is_exact(type(entrant.optimizer), whole.surface)
            assert not (exact and (found != python)[1:].any()), name
            apart[whole.surface.name] += int((~near).sum())
    for name, trials in apart.items():
        assert trials <= SWEPT_APART.get(name, ELSEWHERE), name


def blank(whole: Sweep) -> Sweep:
    """The sweep before any trial."""
    given = (whole.surface, whole.entrants, whole.start, whole.steps, whole.seed)
    return blank_sweep(*given, whole.swept, whole.threshold)


def numbers(values: list[Any]) -> NDArray[np.float64]:
    """Numbers of which JSON has no spelling for the infinite ones."""
    return np.array([float(each) for each in values])
