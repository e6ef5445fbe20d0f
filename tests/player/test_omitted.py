"""What pages leave out of a race, and what their browsers make of the rest, by Node.js."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.optimizers import SGD, Adam, Optimizer, State
from optviz.pictures.settings import about
from optviz.player.page import page
from optviz.player.payload import message
from optviz.program.program import all_exact
from optviz.program.tracing import STATE, loss_program
from optviz.race import Race, race
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from optviz.stories.measures import distance_to_minimum
from surfaces import SURFACES
from tests.support.exact import compare, is_exact
from tests.support.messages import unpack
from tests.support.node import run_node

Array = NDArray[np.float64]

MOST = 400_000  # bytes of a scene's page


class Deciding(Optimizer):
    """Without a program: it decides by a value."""

    def rule(self, x: Array, g: Array, s: State) -> Array:
        """A step that stops where it is flat."""
        return x - 0.01 * g if np.abs(g).max() > 1e-3 else x


def chaotic() -> Race:
    """Adam on Rastrigin's function by steps so large that the last digit soon decides."""
    return race(SURFACES["rastrigin"], [Adam(lr=2.0, beta2=0.5), SGD(lr=0.05)], steps=400)


RACES = {key: scene.race() for key, scene in CATALOG.items()}
RACES |= {
    "chaotic": chaotic(),
    "diverging": race(SURFACES["beale"], [SGD(lr=1.0), Adam(lr=1e200)], steps=60),
    "untraced": race(SURFACES["booth"], [Deciding(), SGD(lr=0.01)], steps=30),
}

COMPLETED = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { complete } = await import(engine + "../player/completion.js");
const bits = (values) => values && Array.from(values, (value) =>
  new BigInt64Array(Float64Array.of(value).buffer)[0].toString());
const NAMES = ["x", "loss", "grad", "grad_at", "accuracy", "distance"];
const found = given.map((path) => {
  const content = unpack(new Uint8Array(bytesOf(path)));
  const before = content.race.runs.map(({ ended, ending }) => JSON.stringify([ended, ending]));
  complete(content);
  return content.race.runs.map((run, place) => ({
    computed: run.computed,
    kept: JSON.stringify([run.ended, run.ending]) === before[place],
    ended: run.ended,
    ...Object.fromEntries(NAMES.map((name) => [name, bits(run[name])])),
    ...Object.fromEntries(Object.entries(run.state).map(([k, v]) => [`state.${k}`, bits(v)])),
  }));
});
process.stdout.write(JSON.stringify(found));
"""


@pytest.fixture(scope="module")
def completed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """Every race as a page has it, once it is there."""
    folder = tmp_path_factory.mktemp("omitted")
    for key, done in RACES.items():
        (folder / f"{key}.bin").write_bytes(message(done, whole=False))
    paths = [str(folder / f"{key}.bin") for key in RACES]
    return dict(zip(RACES, run_node(COMPLETED, paths, folder), strict=True))


@pytest.mark.parametrize("key", RACES)
def test_a_page_has_the_whole_race(key: str, completed: dict[str, list[dict[str, Any]]]) -> None:
    """Points are Python's, bit for bit; what is measured there differs where functions do."""
    done = RACES[key]
    for run, found in zip(done, completed[key], strict=True):
        assert found["kept"]
        assert found["ended"] == run.ended
        compare(found["x"], run.x, exact=True)
        whole = found.get("computed") is None
        assert whole == isinstance(run.optimizer, Deciding)
        exact = whole or is_exact(type(run.optimizer), done.surface)
        compare(found["grad"], run.grad, exact)
        if found["grad_at"]:
            compare(found["grad_at"], run.grad_at, exact)
        else:
            np.testing.assert_array_equal(run.grad_at, run.x[:-1])
        compare(found["loss"], run.loss, exact and all_exact(loss_program(done.surface)))
        assert {name for name in found if name.startswith(STATE)} == {
            STATE + name for name in run.state
        }
        for name, history in run.state.items():
            compare(found[STATE + name], history, exact)
        distance = distance_to_minimum(done.surface, run)
        assert (found["distance"] is None) == (distance is None)
        if distance is not None:
            compare(found["distance"], distance, exact=False)
        assert (found["accuracy"] is None) == (done.surface.accuracy is None)
        if done.surface.accuracy:
            compare(found["accuracy"], done.surface.accuracy(*run.x.T), exact)


@pytest.mark.parametrize("scene", CATALOG.values(), ids=CATALOG.keys())
def test_every_scenes_page_is_small(scene: Scene) -> None:
    done = scene.race()
    data = message(done, camera=scene.camera, views=scene.views, whole=False)
    text = page(data, title=scene.name, about=about(done, scene.source))
    assert len(text.encode()) <= MOST


def test_points_are_left_out_where_every_operation_is_fixed() -> None:
    done = RACES["beale"]
    kept = message(done, whole=False)
    for run in done:
        points = run.x.astype("<f8").tobytes()
        assert (points in kept) == (not is_exact(type(run.optimizer), done.surface)), run.name


def test_what_takes_long_to_compute_is_kept_whole() -> None:
    moons = CATALOG["noisy_moons"]
    for steps, whole in {500: False, 3000: True}.items():
        done = race(moons.surface, moons.entrants, steps=steps)
        sent = unpack(message(done, whole=False))["race"]["runs"]
        assert [("computed" in run) for run in sent] == [not whole] * len(sent)
