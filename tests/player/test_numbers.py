"""Numbers of a race changed in the page, by Node.js, against Python's race with those numbers."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.heightmap import heightmap
from optviz.optimizers import SGD
from optviz.player.numbers import MAX_STEPS, numbers_content
from optviz.player.payload import batches_seen, message, surface_content
from optviz.program.program import all_exact
from optviz.program.tracing import STATE, loss_program
from optviz.race import MAX_SEED, Race, race
from optviz.scenes.catalog import CATALOG
from surfaces import SURFACES
from surfaces.minibatches import Minibatches
from tests.support.exact import compare, is_exact
from tests.support.node import run_node

Array = NDArray[np.float64]

SEEN = """
const { Minibatches } = await import(engine + "minibatches.js");
const all = new Map();
let before = new Uint16Array(0);
const found = given.map(([count, seed, size, steps]) => {
  if (!all.has(count)) all.set(count, new Minibatches(count));
  before = all.get(count).seen(seed, size, steps, before);
  return Array.from(before);
});
process.stdout.write(JSON.stringify(found));
"""


def minibatches(count: int, size: int) -> Minibatches:
    return Minibatches(count, size, *[lambda *_: None] * 3)  # type: ignore[arg-type]


def test_the_page_draws_the_samples_that_numpy_draws(tmp_path: Any) -> None:
    """Whatever was drawn before: seeds, sizes and steps come in any order, as they are dragged."""
    draws = np.random.default_rng(1)
    seeds = [0, 1, 2**31 - 1, 2**31, MAX_SEED, *draws.integers(0, MAX_SEED, 60, endpoint=True)]
    asked = [
        [count, int(draws.choice(seeds)), int(draws.integers(1, count, endpoint=True)), steps]
        for count in [1, 2, 3, 7, 64, 200, 400, 1000]
        for steps in draws.integers(1, 60, 12).tolist()
    ]
    asked += [[200, int(seed), 20, 40] for seed in seeds]
    for (count, seed, size, steps), found in zip(
        asked, run_node(SEEN, asked, tmp_path), strict=True
    ):
        part = minibatches(count, size)
        rows = [part.at(step, seed) for step in range(steps)]
        expected = [np.pad(row, (0, size - len(row)), mode="edge") for row in rows]
        np.testing.assert_array_equal(np.reshape(found, (steps, size)), expected)


CHANGED = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { Live } = await import(engine + "../player/live.js");
const bits = (values) => values && Array.from(values, (value) =>
  new BigInt64Array(Float64Array.of(value).buffer)[0].toString());
const NAMES = ["x", "loss", "grad", "grad_at", "accuracy", "distance"];
const found = given.map(({ path, puts }) => {
  const { race, surface } = unpack(new Uint8Array(bytesOf(path)));
  const live = Live.of(race, surface);
  for (const [name, value] of puts) live.put(name, value);
  return {
    ended: race.runs.map(({ ended }) => ended),
    sharp: race.runs.map((run) => run.curvature?.sharpness.length ?? null),
    batches: race.batches && Array.from(race.batches),
    runs: race.runs.map((run) => ({
      ...Object.fromEntries(NAMES.map((name) => [name, bits(run[name])])),
      ...Object.fromEntries(Object.entries(run.state).map(([k, v]) => [`state.${k}`, bits(v)])),
    })),
  };
});
process.stdout.write(JSON.stringify(found));
"""

# Through others, since rooms of arrays are used again.
ROUNDABOUT: dict[str, list[tuple[str, float]]] = {
    "steps": [("steps", 3), ("steps", 170), ("steps", 25)],
    "longer": [("steps", 230)],
    "seed": [("seed", 5), ("seed", 4_000_000_000), ("steps", 60)],
    "batch": [("batch", 1), ("seed", 3), ("steps", 40), ("batch", 7)],
    "parameter": [("parameter", 3.0), ("steps", 60), ("parameter", 43.75)],
}
CASES = [
    (key, what)
    for key, scene in CATALOG.items()
    for what, puts in ROUNDABOUT.items()
    if {name for name, _ in puts} <= set(numbers_content(scene.race())["ranges"])
]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, Any]]:
    """What Node.js makes of every scene's race when its numbers are changed."""
    folder = tmp_path_factory.mktemp("races")
    for key in {key for key, _ in CASES}:
        (folder / f"{key}.bin").write_bytes(message(CATALOG[key].race()))
    asked = [{"path": str(folder / f"{key}.bin"), "puts": ROUNDABOUT[how]} for key, how in CASES]
    return dict(zip(CASES, run_node(CHANGED, asked, folder), strict=True))


def with_numbers(key: str, puts: list[tuple[str, float]]) -> Race:
    """Python's race with these numbers."""
    scene = CATALOG[key]
    numbers = dict(puts)
    size = numbers.pop("batch", None)
    surface, value = scene.surface, numbers.pop("parameter", None)
    if size and surface.minibatches:
        surface = replace(surface, minibatches=replace(surface.minibatches, size=int(size)))
    if value and surface.parameter:
        surface = surface.parameter.surface(value)
    return replace(scene, surface=surface, **numbers).race()  # type: ignore[arg-type]


@pytest.mark.parametrize(("key", "what"), CASES)
def test_a_changed_race_is_pythons(
    key: str, what: str, changed: dict[tuple[str, str], dict[str, Any]]
) -> None:
    done, found = with_numbers(key, ROUNDABOUT[what]), changed[key, what]
    assert found["ended"] == [run.ended for run in done]
    assert {*found["sharp"]} <= {None, done.steps + 1}
    seen = batches_seen(done)
    assert (found["batches"] is None) == (seen is None)
    if seen is not None:
        np.testing.assert_array_equal(np.reshape(found["batches"], seen.shape), seen)
    for run, own in zip(done, found["runs"], strict=True):
        exact = is_exact(type(run.optimizer), done.surface)
        compare(own["x"], run.x, exact)
        compare(own["grad"], run.grad, exact)
        compare(own["loss"], run.loss, exact and all_exact(loss_program(done.surface)))
        for name, history in run.state.items():
            compare(own[STATE + name], history, exact)
        for name in ("accuracy", "distance"):
            assert own[name] is None or len(own[name]) == done.steps + 1
        assert own["grad_at"] is None or len(own["grad_at"]) == 2 * done.steps


GROUND = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { Live } = await import(engine + "../player/live.js");
const { race, surface } = unpack(new Uint8Array(bytesOf(given.path)));
const live = Live.of(race, surface);
const found = given.values.map((value) => {
  live.put("parameter", value);
  const { heights, levels, ...others } = live.surface;
  return { ...others, heights: [...heights], levels: [...levels], engine: null };
});
process.stdout.write(JSON.stringify(found));
"""


@pytest.mark.parametrize("key", [key for key, each in SURFACES.items() if each.parameter])
def test_the_ground_is_pythons_for_every_value(key: str, tmp_path: Any) -> None:
    """Where a parameter is dragged, all of the surface is what Python makes of that value."""
    own = SURFACES[key].parameter
    assert own
    path = tmp_path / "race.bin"
    path.write_bytes(message(race(SURFACES[key], [SGD(1e-5)], steps=3)))
    between = np.geomspace(own.low, own.high, 12).tolist()
    values = [float(f"{each:.3g}") for each in between] + [own.high, own.low, own.value]
    found = run_node(GROUND, {"path": str(path), "values": values}, tmp_path)
    for value, page in zip(values, found, strict=True):
        surface = own.surface(value)
        python = surface_content(surface)
        for name in ("name", "axes", "low", "high", "geometric", "lowest", "unlisted", "found"):
            assert page[name] == pytest.approx(python[name]), name
        for name in ("xlim", "ylim"):
            assert tuple(page[name]) == python[name]
        assert surface.minima == SURFACES[key].minima
        assert surface.floors == SURFACES[key].floors
        assert surface.start == SURFACES[key].start
        np.testing.assert_allclose(page["levels"], python["levels"], rtol=1e-14)
        ground = heightmap(surface)
        heights = ground.height(ground.loss).ravel()
        np.testing.assert_allclose(page["heights"], heights, rtol=1e-6, atol=1e-6)


def test_numbers_have_the_ranges_that_the_form_has() -> None:
    ranges = {key: numbers_content(scene.race())["ranges"] for key, scene in CATALOG.items()}
    assert ranges["beale"] == {"steps": (1, MAX_STEPS)}
    moons = CATALOG["noisy_moons"].surface.minibatches
    assert moons
    assert ranges["noisy_moons"] == {
        "steps": (1, MAX_STEPS),
        "seed": (0, MAX_SEED),
        "batch": (1, moons.count),
    }
    assert set(ranges["jump"]) == {"steps", "seed"}
    assert ranges["ill_conditioned"]["parameter"] == (1, 10_000)
