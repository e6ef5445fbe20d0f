"""Entrants that the player adds, copies, renames and removes, by Node.js, against Python's race."""

from dataclasses import asdict
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.optimizers import Optimizer
from optviz.player.payload import message
from optviz.program.program import all_exact
from optviz.program.tracing import STATE, loss_program
from optviz.race import Trajectory
from optviz.scenes import Scene
from optviz.scenes.beginnings import newcomer
from optviz.scenes.catalog import CATALOG
from optviz.stepping.members import with_values
from optviz.style import settings_text, styles_for
from optviz.variants import RULES
from surfaces.surface import Surface
from tests.support.exact import compare, is_exact
from tests.support.node import run_node
from tests.support.optimizers import LIVE

Array = NDArray[np.float64]

# SGD leaves, a second Momentum with another rate comes, NAG has another name, and of each rule that
# does not race yet one comes as the scene has it.
CHANGED = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { Live } = await import(engine + "../player/live.js");
const lists = await import(engine + "../player/entrants.js");
const bits = (values) => values && Array.from(values, (value) =>
  new BigInt64Array(Float64Array.of(value).buffer)[0].toString());
const WORDS = ["name", "key", "settings", "origin", "style", "ended"];
const found = given.map((path) => {
  const { race, surface } = unpack(new Uint8Array(bytesOf(path)));
  const live = Live.of(race, surface);
  const at = (key) => race.runs.findIndex((run) => run.key === key);
  const stays = race.runs[at("adam")];
  live.enter(lists.removed(race, at("sgd")));
  live.enter(lists.duplicated(race, at("momentum")));
  live.set(at("momentum") + 1, "lr", 0.003);
  live.enter(lists.renamed(race, at("nag"), "ahead"));
  for (const key of Object.keys(race.newcomers)) {
    if (key !== "sgd" && at(key) < 0) live.enter(lists.added(race, key));
  }
  live.set(at("adabelief"), "eps", 1e-3);
  for (const { hyper, key } of race.runs) {
    if ("initial" in hyper) live.set(at(key), "initial", 0.25);
  }
  if (race.runs[at("adam")] !== stays) throw new Error("Adam has run again");
  return race.runs.map((run) => ({
    ...Object.fromEntries(WORDS.map((name) => [name, run[name]])),
    ...Object.fromEntries(["x", "loss", "grad", "accuracy"].map((name) => [name, bits(run[name])])),
    sharp: run.curvature ? run.curvature.sharpness.length : 0,
    ...Object.fromEntries(Object.entries(run.state).map(([k, v]) => [`state.${k}`, bits(v)])),
  }));
});
process.stdout.write(JSON.stringify(found));
"""
KEYS = ["beale", "noisy_moons", "long_valley"]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """What Node.js makes of each scene's race."""
    folder = tmp_path_factory.mktemp("races")
    paths = [folder / f"{key}.bin" for key in KEYS]
    for key, path in zip(KEYS, paths, strict=True):
        path.write_bytes(message(CATALOG[key].race()))
    return dict(zip(KEYS, run_node(CHANGED, list(map(str, paths)), folder), strict=True))


def as_python_has_it(scene: Scene) -> Scene:
    """The same entrants, made in Python."""
    own = {type(each.optimizer): each.optimizer for each in scene.entrants}
    optimizers: dict[str, Optimizer] = {}
    for key, kind in LIVE.items():
        optimizer = own.get(kind) or newcomer(scene.entrants, kind).optimizer
        if key == "adabelief":
            optimizer = with_values(optimizer, {"eps": 1e-3})
        if "initial" in optimizer.settings():
            optimizer = with_values(optimizer, {"initial": 0.25})
        optimizers["ahead" if key == "nag" else kind.__name__] = optimizer
        if key == "momentum":
            optimizers["Momentum 2"] = with_values(optimizer, {"lr": 0.003})
    del optimizers["SGD"]
    return scene.changed(optimizers, scene.start, scene.steps, scene.seed)


@pytest.mark.parametrize("key", KEYS)
def test_entrants_that_come_in_the_page_race_as_in_python(
    key: str, changed: dict[str, list[dict[str, Any]]]
) -> None:
    scene = as_python_has_it(CATALOG[key])
    done = scene.race()
    assert [each["name"] for each in changed[key]] == [each.name for each in scene.entrants]
    for run, style, found in zip(done, styles_for(scene.entrants), changed[key], strict=True):
        same_run(run, scene.surface, found)
        assert found["style"] == asdict(style) | {"dash": list(style.dash)}
        assert found["origin"] == run.entrant.origin
        assert found["settings"] == settings_text(run.optimizer)
        assert RULES[found["key"]] is type(run.optimizer)
        assert found["sharp"] == len(run.loss)


def same_run(run: Trajectory, surface: Surface, found: dict[str, Any]) -> None:
    assert found["ended"] == run.ended
    exact = is_exact(type(run.optimizer), surface)
    compare(found["x"], run.x, exact)
    compare(found["grad"], run.grad, exact)
    compare(found["loss"], run.loss, exact and all_exact(loss_program(surface)))
    assert {name for name in found if name.startswith(STATE)} == {STATE + n for n in run.state}
    for name, history in run.state.items():
        compare(found[STATE + name], history, exact)
    if surface.accuracy:
        compare(found["accuracy"], surface.accuracy(*run.x.T), exact)
