"""Curvature as the browser computes it, by Node.js, against numpy."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.optimizers import NAG, OPTIMIZERS, SGD, Adam, Momentum, Optimizer, State
from optviz.player.engine import engine_content
from optviz.player.payload import message
from optviz.race import race
from optviz.stability import LIMITS
from surfaces import SURFACES
from surfaces.surface import Surface
from tests.support.node import run_node

Array = NDArray[np.float64]
STEPS = 30
FAR = 100.0  # beyond, differences have lost their digits

ALONG = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { Engine } = await import(engine + "race.js");
const plain = (values) => Array.from(values, (value) => (Number.isFinite(value) ? value : null));
const { curvatureWords } = await import(engine + "../player/curvaturewords.js");
process.stdout.write(JSON.stringify(given.map((path) => {
  const { race, surface } = unpack(new Uint8Array(bytesOf(path)));
  const own = new Engine(surface.engine);
  race.runs.forEach((run) => own.bend(run));
  return race.runs.map((run) => ({
    sharpness: plain(run.curvature.sharpness),
    limit: run.curvature.limits.map(({ value }) => value)[0] ?? null,
    gradients: plain(run.loss).map((_, k) =>
      plain(own.gradientAt(run.x[2 * k], run.x[2 * k + 1]) ?? [])),
    steps: plain(run.loss).map((_, step) => run.curvature.at(step)),
    words: plain(run.loss).map((_, step) => curvatureWords(run, step, race.batches !== null)),
  }));
})));
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Any, Any]]:
    """For each surface a race of the seven, and what Node.js makes of its curvature."""
    folder = tmp_path_factory.mktemp("races")
    entrants = [kind(**rate) for rate in ({}, {"lr": 30.0}) for kind in OPTIMIZERS.values()]
    races = {key: race(surface, entrants, steps=STEPS) for key, surface in SURFACES.items()}
    paths = []
    for key, done in races.items():
        paths.append(str(folder / f"{key}.bin"))
        (folder / f"{key}.bin").write_bytes(message(done))
    return {
        key: (done, found)
        for (key, done), found in zip(races.items(), run_node(ALONG, paths, folder), strict=True)
    }


def hessians(surface: Surface, at: Array) -> Array:
    """(n, 2, 2) by central differences of autograd's gradient of the full loss."""
    full = replace(surface, gradient=None, minibatches=None, stages=None)
    h = 1e-6
    with np.errstate(all="ignore"):
        columns = [
            (full.step_gradient(at + h * axis) - full.step_gradient(at - h * axis)) / (2 * h)
            for axis in np.eye(2)
        ]
    made = np.stack(columns, axis=-1)
    return (made + np.swapaxes(made, -1, -2)) / 2


@pytest.mark.parametrize("key", SURFACES)
def test_the_gradient_that_is_read_anywhere_is_of_the_full_loss(
    key: str, seen: dict[str, tuple[Any, Any]]
) -> None:
    done, found = seen[key]
    full = replace(done.surface, gradient=None, minibatches=None, stages=None)
    for run, own in zip(done, found, strict=True):
        if done.surface.stages:
            assert own["gradients"] == [[]] * len(run.loss)  # it is another in each of them
            continue
        near = np.isfinite(run.loss) & (np.abs(run.x).max(axis=-1) < FAR)
        told = np.array(own["gradients"], dtype=float)[near]
        with np.errstate(all="ignore"):
            measured = full.step_gradient(run.x[near])
        assert told == pytest.approx(measured, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("key", SURFACES)
def test_sharpness_is_the_largest_eigenvalue(key: str, seen: dict[str, tuple[Any, Any]]) -> None:
    done, found = seen[key]
    for run, own in zip(done, found, strict=True):
        assert own["sharpness"][int(run.last) + 1 :] == [None] * (len(run.x) - int(run.last) - 1)
        last = int(np.argmax(~(np.abs(run.x).max(axis=1) < FAR))) or int(run.last) + 1
        values, vectors = np.linalg.eigh(hessians(done.surface, run.x[:last]))
        sharpness = np.array(own["sharpness"][:last], dtype=float)
        scale = 1 + np.abs(values).max()
        np.testing.assert_allclose(sharpness, values[:, 1], rtol=1e-5, atol=1e-6 * scale)
        for step in range(last):
            bend = own["steps"][step]
            assert bend["high"] == own["sharpness"][step]
            assert bend["low"] == pytest.approx(values[step, 0], rel=1e-5, abs=1e-6 * scale)
            if values[step, 1] - values[step, 0] > 1e-3 * scale:
                assert abs(vectors[step, :, 1] @ bend["along"]) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("key", SURFACES)
def test_a_step_is_held_against_its_rules_limit(key: str, seen: dict[str, tuple[Any, Any]]) -> None:
    """By numpy from the same Hessian, scaled by what the rule's own state says."""
    done, found = seen[key]
    surface: Surface = done.surface
    for run, own in zip(done, found, strict=True):
        optimizer: Optimizer = run.optimizer
        limit = LIMITS[type(optimizer)]
        if surface.minibatches or surface.stages:
            assert all(each["against"] is None for each in own["steps"])
            assert own["limit"] is None
            continue
        expected = float(limit.value(optimizer))
        assert own["limit"] == (expected if limit.rates is None else None)
        assert own["steps"][-1]["against"] is None
        for step in range(int(run.last)):
            against, bend = own["steps"][step]["against"], own["steps"][step]
            assert against["limit"] == pytest.approx(expected, rel=1e-15)
            along = np.array(bend["along"])
            across = np.array([-along[1], along[0]])
            hessian = bend["high"] * np.outer(along, along) + bend["low"] * np.outer(across, across)
            rates = np.ones(2)
            if limit.rates is not None:
                after = {name: history[step + 1] for name, history in run.state.items()}
                rates = limit.rates(optimizer, State(after | {"t": step + 1}))
            product = np.diag(rates) @ hessian
            values = np.linalg.eigvals(product)
            scale = np.abs(values).max()
            assert against["value"] == pytest.approx(values.max().real, rel=1e-9, abs=1e-9 * scale)
            off = product @ against["along"] - against["value"] * np.array(against["along"])
            assert np.abs(off).max() <= 1e-9 * np.abs(product).max()


def recursion(optimizer: Optimizer, h: float) -> list[float]:
    """The polynomial of a rule's steps along an eigenvector of the Hessian that it sees."""
    own = optimizer.settings()
    if isinstance(optimizer, Momentum):
        return [1, -(1 - own["lr"] * h + own["mu"]), own["mu"]]
    if isinstance(optimizer, NAG):
        a = 1 - own["lr"] * h
        return [1, -(1 + own["mu"]) * a, own["mu"] * a]
    if isinstance(optimizer, Adam):
        return [1, -(1 + own["beta1"] - (1 - own["beta1"]) * h), own["beta1"]]
    return [1, -(1 - (own["lr"] * h if isinstance(optimizer, SGD) else h))]


@pytest.mark.parametrize("key", SURFACES)
def test_what_is_said_of_a_step_is_true(key: str, seen: dict[str, tuple[Any, Any]]) -> None:
    """Growth from the roots of the rule's recursion, numbers from numpy's eigenvalues."""
    done, found = seen[key]
    for run, own in zip(done, found, strict=True):
        for step in range(int(run.last)):
            words, bend = own["words"][step], own["steps"][step]
            assert words.startswith(f"Curvature at step {step}: ")
            assert ("curves down" in words) == (bend["low"] < 0 < bend["high"])
            if bend["high"] <= 0:
                assert "in no direction" in words or "as a plane" in words
            elif done.surface.minibatches or done.surface.stages:
                assert "of the full loss" in words
                assert "no simple limit" in words
            else:
                roots = np.roots(recursion(run.optimizer, bend["against"]["value"]))
                largest = np.abs(roots).max()
                assert ("grow." in words) == (largest > 1)
                assert ("die out." in words) == (largest < 1)


def test_steps_of_every_rule_are_seen_to_grow_and_to_die_out(
    seen: dict[str, tuple[Any, Any]],
) -> None:
    """So that the test above has both to examine."""
    for ending in ("grow.", "die out."):
        kinds = {
            type(run.optimizer).__name__
            for done, found in seen.values()
            for run, own in zip(done, found, strict=True)
            if any(ending in words for words in own["words"])
        }
        assert kinds == {kind.__name__ for kind in OPTIMIZERS.values()}


def test_a_rule_of_the_same_name_has_no_limit() -> None:
    class Other(SGD):
        def rule(self, x: Array, g: Array, s: State) -> Array:
            return x - 2 * self.lr * g

    Other.__name__ = "SGD"
    rules = engine_content(SURFACES["booth"], {"other": Other, "sgd": SGD})["rules"]
    assert rules["other"]["limit"] is None
    assert rules["sgd"]["limit"]["words"] == "2 / lr"
