"""Many trials at once in the page, by Node.js, against Python's: every rule on every surface."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optviz.player.payload import message
from optviz.race import race
from optviz.studies.basins import Basins, basins
from optviz.studies.targets import Targets, targets_of
from optviz.variants import RULES
from surfaces import SURFACES
from surfaces.formula import formula_surface
from tests.support.exact import is_exact
from tests.support.node import run_node

SHAPE = (13, 11)
STEPS = 60
SEED = 3
# Trials of a surface whose functions differ in the last digit may part at a ridge. None of these
# does; of 70,000 on Ackley's function 2 end elsewhere, and 8 arrive in another step.
APART = 3

DESCENDED = SURFACES | {
    # Runs stand in its tip, and at a border of the other they are lost.
    "cone": formula_surface("sqrt(x^2 + y^2)", xlim=(-2, 2), ylim=(-3, 3)),
    "entropy": formula_surface("x log(x) + y^2", xlim=(-1, 2), ylim=(-1, 1)),
}

ENDS = """
const { readFileSync: bytesOf } = await import("node:fs");
const { unpack } = await import(engine + "../core/payload.js");
const { Engine } = await import(engine + "race.js");
const { Batch } = await import(engine + "batch.js");
const { Places } = await import(engine + "places.js");
const { endpoints } = await import(engine + "endpoints.js");
const { interpretOnly } = await import(engine + "program.js");
if (given.interpreted) interpretOnly();
const found = given.surfaces.map(({ path, places, kinds, radius, starts }) => {
  const { race, surface } = unpack(new Uint8Array(bytesOf(path)));
  const engine = new Engine(surface.engine);
  const where = new Places(Float64Array.from(places), kinds, radius);
  const room = 100; // blocks of which the last is not full
  return race.runs.map((run) => {
    const batch = new Batch(engine, run.key, room);
    const minimum = new Int8Array(starts.length / 2);
    const since = new Int32Array(starts.length / 2);
    for (let first = 0; first < minimum.length; first += room) {
      const end = Math.min(first + room, minimum.length);
      batch.begin(run, starts.slice(2 * first, 2 * end), {}, race);
      const parts = [minimum.subarray(first, end), since.subarray(first, end)];
      const steps = endpoints(batch, race.steps, where, ...parts);
      while (!steps.next().done);
    }
    return [Array.from(minimum), Array.from(since)];
  });
});
process.stdout.write(JSON.stringify(found));
"""


def where(key: str) -> Targets:
    """The surface's minima and valleys, or where it has none, the middle of its picture."""
    surface = DESCENDED[key]
    if surface.minima or any(each.lines for each in surface.floors):
        return targets_of(surface, None, None)
    middle = (sum(surface.xlim) / 2, sum(surface.ylim) / 2)
    return targets_of(surface, [middle], None)


def mapped(key: str) -> Basins:
    """Python's map."""
    targets = where(key)
    minima = None if DESCENDED[key].minima or targets.valleys else [tuple(targets.minima[0])]
    optimizers = {name: kind() for name, kind in RULES.items()}
    *_, whole = basins(DESCENDED[key], optimizers, SHAPE, STEPS, SEED, minima=minima)
    return whole


@pytest.fixture(scope="module")
def maps() -> dict[str, Basins]:
    """Python's maps of all surfaces."""
    return {key: mapped(key) for key in DESCENDED}


@pytest.mark.parametrize("interpreted", [False, True], ids=["functions", "a policy forbids them"])
def test_trials_end_in_the_page_as_in_python(
    interpreted: bool, maps: dict[str, Basins], tmp_path: Path
) -> None:
    """Cell by cell: which minimum, and since which step."""
    found = run_node(ENDS, asked(maps, interpreted, tmp_path), tmp_path)
    for (key, whole), of_surface in zip(maps.items(), found, strict=True):
        apart = 0
        pages = zip(RULES.items(), of_surface, whole.minimum, whole.since, strict=True)
        for (rule, kind), page, minimum, since in pages:
            differs = (page[0] != minimum.ravel()) | (page[1] != since.ravel())
            if is_exact(kind, DESCENDED[key]):
                assert not differs.any(), (rule, key)
            apart += int(differs.sum())
        assert apart <= APART, key


def asked(maps: dict[str, Basins], interpreted: bool, folder: Path) -> dict[str, Any]:
    """What Node.js is given."""
    surfaces = []
    for key, whole in maps.items():
        targets = where(key)
        path = folder / f"{key}.bin"
        path.write_bytes(message(race(whole.surface, whole.entrants, steps=STEPS, seed=SEED)))
        starts = np.stack(np.meshgrid(whole.x, whole.y), axis=-1)
        surfaces.append(
            {
                "path": str(path),
                "places": targets.places.ravel().tolist(),
                "kinds": targets.kinds.tolist(),
                "radius": targets.radius,
                "starts": starts.ravel().tolist(),
            }
        )
    return {"interpreted": interpreted, "surfaces": surfaces}
