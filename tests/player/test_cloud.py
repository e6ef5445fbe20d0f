"""Clouds: the same trials as races from their starts, and where Python's basin maps count them."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optviz.player.payload import message
from optviz.race import Race, race
from optviz.scenes.catalog import CATALOG
from optviz.studies.cloud import COLUMNS, SHAPES, Cloud, columns_of
from optviz.studies.swarms import Swarms
from optviz.studies.targets import nearest, targets_of
from tests.support.node import run_node

STEPS = 30
SCENES = ("beale", "himmelblau", "noisy_moons", "jump")
LOOKED_AT = 20  # trials that race alone

# For each rule: a race from the start of every so manyth trial, whose iterates are those of the
# swarm; then forth and back; then what is counted.
CLOUD = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { Engine } = await import(engine + "race.js");
const { KEPT, Swarm } = await import(engine + "swarm.js");
const { targetsOf } = await import(engine + "targets.js");
const { columnsOf } = await import(engine + "../player/cloudcolumns.js");
const { NUMBERS, SHAPES, startsOf } = await import(engine + "../player/cloudstarts.js");
const { race, surface } = unpack(new Uint8Array(bytesOf(given.path)));
const own = new Engine(surface.engine);
race.steps = given.steps;
own.draw(race);
const home = [...race.start];
const targets = targetsOf(surface);
const { places, kinds } = targets;
const [shapes, numbers] = [SHAPES, NUMBERS].map((all) => all.map(([each]) => each));
const columns = columnsOf(surface, targets);
const said = { apart: 0, compared: 0, back: 0, sums: [], ends: [], shapes, numbers, ...columns };
race.runs.forEach((run, place) => {
  const starts = startsOf("picture", 200, home, surface);
  const swarm = new Swarm(own, run.key, 200);
  const seek = (step) => {
    swarm.begin(run, starts, race);
    const passed = [swarm.at(0).slice()];
    while (swarm.step < step) {
      swarm.advance();
      passed.push(swarm.at(swarm.step).slice());
    }
    return passed;
  };
  const points = seek(given.steps);
  const counts = Array(kinds + 2).fill(0);
  swarm.count(given.steps, places, counts);
  said.sums.push(counts.reduce((a, b) => a + b));
  said.ends.push({ counts, points: [...points.at(-1)],
    lost: Array.from({ length: 200 }, (_, k) => swarm.lost(k, given.steps)), starts: [...starts] });
  for (let k = 1; k < KEPT; k++) {
    const kept = swarm.at(given.steps - k);
    said.apart += kept.some((value, i) => !Object.is(value, points[given.steps - k][i]));
  }
  const half = seek(given.steps / 2).at(-1);
  said.back += half.some((value, i) => !Object.is(value, points[given.steps / 2][i]));
  seek(given.steps);
  said.known = [0, -0.5, -1, -1.1, 0.1].map((late) => swarm.remembers(given.steps + late));
  for (let trial = 0; trial < 200; trial += 200 / given.trials) {
    [race.start[0], race.start[1]] = [starts[2 * trial], starts[2 * trial + 1]];
    if (!Number.isFinite(own.lossAt(starts[2 * trial], starts[2 * trial + 1]))) continue;
    own.run(race, place, surface.minima);
    const last = (run.ended ?? given.steps + 1) - 1;
    for (let step = 0; step <= last; step++) {
      said.compared++;
      for (const c of [0, 1]) {
        said.apart += !Object.is(run.x[2 * step + c], points[step][2 * trial + c]);
      }
    }
  }
});
process.stdout.write(JSON.stringify(said));
"""


def short_race(scene: str) -> Race:
    own = CATALOG[scene]
    return race(own.surface, list(own.entrants), own.start, STEPS, own.seed)


def cloud(scene: str, folder: Path) -> Any:
    """What Node.js makes of a cloud over the whole picture."""
    path = folder / "race.bin"
    path.write_bytes(message(short_race(scene)))
    given = {"path": str(path), "steps": STEPS, "trials": LOOKED_AT}
    return run_node(CLOUD, given, folder)


@pytest.mark.parametrize("scene", SCENES)
def test_trials_are_those_of_races_and_seeking_changes_nothing(scene: str, tmp_path: Path) -> None:
    said = cloud(scene, tmp_path)
    assert said["compared"] > LOOKED_AT * STEPS
    assert (said["apart"], said["back"]) == (0, 0)
    assert said["known"] == [True, True, True, False, False]  # of other times nothing is drawn
    assert set(said["sums"]) == {200}
    assert (tuple(said["shapes"]), tuple(said["numbers"])) == (SHAPES, tuple(COLUMNS))


@pytest.mark.parametrize("scene", SCENES)
def test_python_s_swarms_start_move_and_are_counted_as_the_page_s(
    scene: str, tmp_path: Path
) -> None:
    """Bit for bit where the programs are, as in tests/player/test_engine.py; counts always."""
    said = cloud(scene, tmp_path)
    own = short_race(scene)
    swarms, columns = Swarms(own, Cloud("picture", 200)), columns_of(own.surface)
    swarms.seek(STEPS)
    heads = [head.replace("(", "").replace(")", "") for head in said["heads"]]
    assert [head.replace("(", "").replace(")", "") for head in columns.heads] == heads
    for i, (end, counted) in enumerate(zip(said["ends"], swarms.counts(columns), strict=True)):
        assert np.array_equal(np.reshape(end["starts"], (-1, 2)), swarms.start)
        points = np.reshape(np.array(end["points"], dtype=float), (-1, 2))
        assert np.allclose(points, swarms.latest[-1][i], rtol=1e-9, atol=1e-9, equal_nan=True)
        assert np.array_equal(end["lost"], swarms.lost[i])
        sums = np.zeros(len(columns.heads), dtype=int)
        np.add.at(sums, said["columns"], end["counts"])
        assert counted.tolist() == sums.tolist()


def test_trials_are_at_the_minima_of_python_s_basin_maps(tmp_path: Path) -> None:
    targets = targets_of(CATALOG["himmelblau"].surface, None, None)
    for end in cloud("himmelblau", tmp_path)["ends"]:
        lost = np.array(end["lost"])
        points = np.reshape(np.array(end["points"], dtype=float), (-1, 2))
        found = nearest(targets, points)[~lost]
        *at, elsewhere, diverged = end["counts"]
        assert at == [int((found == kind).sum()) for kind in range(len(targets.minima))]
        assert (elsewhere, diverged) == (int((found < 0).sum()), int(lost.sum()))
