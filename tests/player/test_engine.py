"""Races that the browser runs, by Node.js, against Python's: every rule on every surface."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.optimizers import AT_THE_START, NAG, SGD, Adam, Optimizer, RMSProp, State
from optviz.player.engine import engine_content
from optviz.player.payload import message
from optviz.program.encoding import encoded
from optviz.program.program import COUNT, all_exact
from optviz.program.tracing import HYPER, PARAMETER, STATE, free, loss_program, step_program
from optviz.race import Race, race
from optviz.scenes.catalog import CATALOG
from optviz.schedules import Linear, Piecewise, Staircase
from optviz.spec.data import MODELS, Data
from optviz.stories.measures import distance_to_minimum
from optviz.variants import RULES
from optviz.wrappers import EMA, L2, SWA, ClipNorm, ClipValue, Decay, Lookahead
from surfaces import SURFACES
from surfaces.data import table
from surfaces.surface import Surface
from tests.support.exact import compare, is_exact
from tests.support.node import run_node
from tests.support.optimizers import LIVE
from tests.support.tables import TEXT

Array = NDArray[np.float64]


def changed(done: Race) -> Race:
    """The same race, but all learning rates and shares change on the way."""
    settings = {run.name: run.optimizer.settings() for run in done}
    changes: dict[str, Any] = {
        name: {
            each: Piecewise(value, {5: value / 2, 20 + k: value * 0.9})
            for k, (each, value) in enumerate(own.items())
        }
        for name, own in settings.items()
    }
    entrants = {run.name: replace(run.optimizer, **changes[run.name]) for run in done}
    return race(done.surface, entrants, done.start, done.steps, done.seed)


def scheduled(done: Race) -> Race:
    """The same race, but all learning rates follow curves, one after the other."""
    rates = {run.name: run.optimizer.settings()["lr"] for run in done}
    curves: dict[str, Any] = {
        name: {"lr": Linear(0, rate, 4) | Staircase(rate, 6, 0.5)} for name, rate in rates.items()
    }
    entrants = {run.name: replace(run.optimizer, **curves[run.name]) for run in done}
    return race(done.surface, entrants, done.start, done.steps, done.seed)


def raced_data(model: str) -> Race:
    """A visitor's data, of which steps see minibatches and the loss may be summed up before."""
    target = "sold" if MODELS[model].classes else "price"
    return Data(table(TEXT), ("size",), target, model, standardize=True).scene.race()


def wrapped_race(done: Race) -> Race:
    """Rules of every kind, each behind a wrapper or two."""
    steep, both = ClipNorm(2.0), (Lookahead(3)(SGD(lr=1e-2)), EMA()(ClipValue(1.0)(NAG(lr=1e-2))))
    optimizers = [steep(Adam(lr=0.1)), *both, SWA(4)(L2(0.1)(RMSProp(lr=0.05))), Decay()(SGD())]
    return race(done.surface, optimizers, done.start, done.steps, done.seed)


SCENES = {key: scene.race() for key, scene in CATALOG.items()}
SCENES |= {f"{key}, wrapped": wrapped_race(SCENES[key]) for key in ("beale", "noisy_moons")}
SCENES |= {f"{key}, scheduled": scheduled(SCENES[key]) for key in ("beale", "noisy_moons")}
SCENES |= {f"{key}, changed on the way": changed(SCENES[key]) for key in ("beale", "noisy_moons")}
SCENES |= {f"data, {key}": raced_data(key) for key in MODELS}
STEPS = 12

# Everything is written over before the race runs again, so that what is equal has been computed.
AGAIN = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { Engine } = await import(engine + "race.js");
const bits = (values) => values && Array.from(values, (value) =>
  new BigInt64Array(Float64Array.of(value).buffer)[0].toString());
const NAMES = ["x", "loss", "grad", "accuracy", "distance"];
const found = given.map((path) => {
  const { race, surface } = unpack(new Uint8Array(bytesOf(path)));
  const ends = race.runs.map(({ ended }) => ended);
  for (const run of race.runs) {
    run.ended = -1;
    const arrays = [run.x, run.loss, run.grad, run.grad_at, run.accuracy, run.distance];
    for (const each of [...arrays, ...Object.values(run.state)]) each?.fill(7);
  }
  new Engine(surface.engine).race(race, surface.minima);
  return race.runs.map((run, place) => ({
    ended: [run.ended, ends[place]],
    ...Object.fromEntries(NAMES.map((name) => [name, bits(run[name])])),
    ...Object.fromEntries(Object.entries(run.state).map(([k, v]) => [`state.${k}`, bits(v)])),
  }));
});
process.stdout.write(JSON.stringify(found));
"""


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """What Node.js makes of every scene's race."""
    folder = tmp_path_factory.mktemp("races")
    paths = []
    for key, done in SCENES.items():
        paths.append(str(folder / f"{key}.bin"))
        (folder / f"{key}.bin").write_bytes(message(done))
    return dict(zip(SCENES, run_node(AGAIN, paths, folder), strict=True))


@pytest.mark.parametrize("key", SCENES)
def test_a_race_runs_in_the_page_as_in_python(
    key: str, again: dict[str, list[dict[str, Any]]]
) -> None:
    """Whole paths: where functions differ in their last digit, these grow apart slowly."""
    done = SCENES[key]
    for run, found in zip(done, again[key], strict=True):
        ended, expected = found["ended"]
        assert ended == expected == run.ended
        exact = is_exact(type(run.optimizer), done.surface)
        compare(found["x"], run.x, exact)
        compare(found["grad"], run.grad, exact)
        compare(found["loss"], run.loss, exact and all_exact(loss_program(done.surface)))
        for name, history in run.state.items():
            compare(found[STATE + name], history, exact)
        if found["distance"]:
            distance = distance_to_minimum(done.surface, run)
            assert distance is not None
            compare(found["distance"], distance, exact=False)
        if found["accuracy"] and done.surface.accuracy:
            compare(found["accuracy"], done.surface.accuracy(*run.x.T), exact)


ONCE = """
const { Program } = await import(engine + "program.js");
const bits = (value) => new BigInt64Array(Float64Array.of(value).buffer)[0].toString();
const found = given.map(({ program: encoded, inputs, seen }) => {
  const columns = encoded.columns.map((each) => Float64Array.from(each));
  const program = new Program({ ...encoded, columns: columns.map((_, k) => k) }, columns);
  return inputs.map((input, k) => {
    const output = program.output();
    program.run(Float64Array.from(input), output, seen[k], seen[k].length);
    return Array.from(output, bits);
  });
});
process.stdout.write(JSON.stringify(found));
"""


def one_by_one(kind: type[Optimizer], surface: Surface) -> tuple[dict[str, Any], Array]:
    """A step's program with the inputs of each step of Python's race, and what came of them."""
    optimizer = kind()
    run = race(surface, [optimizer], steps=STEPS)[0]
    program = step_program(kind, surface)
    content = encoded(program)
    begin: State = optimizer.init(run.x[0])
    named: dict[str, Array] = {"x": run.x}
    for name in optimizer.memory:
        named[STATE + name] = run.state[name]
        assert np.array_equal(run.state[name][0], getattr(begin, name))
    hyper = {HYPER + name: value for name, value in optimizer.settings().items()}
    hyper |= {PARAMETER: free(surface)}
    steps = range(int(run.last))
    inputs = [[input_at(name, step, named, hyper) for name in content["inputs"]] for step in steps]
    seen = surface.stages.parts[0] if surface.stages else surface.minibatches
    after = {"x": run.x[1:], "grad_at": run.grad_at, "grad": run.grad}
    after |= {STATE + name: history[1:] for name, history in run.state.items()}
    expected = [[v for name in content["outputs"] for v in after[name][step]] for step in steps]
    asked = {
        "program": content | {"columns": [each.tolist() for each in content["columns"]]},
        "inputs": inputs,
        "seen": [seen.at(step, 0).tolist() if seen else [] for step in steps],
    }
    return asked, np.array(expected)


def input_at(name: str, step: int, named: dict[str, Array], hyper: dict[str, Any]) -> float:
    if name == COUNT:
        return 0.0
    if name == "t":
        return step + 1.0
    if name in hyper:
        return float(hyper[name])
    quantity, axis = name.rsplit(".", 1)
    return float(named[quantity][step]["xy".index(axis)])


def test_each_step_of_every_rule_on_every_surface_is_pythons(tmp_path: Any) -> None:
    """From Python's own point: bit for bit, or where functions differ to 1e-12."""
    pairs = [(rule, key) for rule in LIVE for key in SURFACES]
    cases = [one_by_one(RULES[rule], SURFACES[key]) for rule, key in pairs]
    found = run_node(ONCE, [asked for asked, _ in cases], tmp_path)
    for (rule, key), rows, (_, expected) in zip(pairs, found, cases, strict=True):
        assert len(rows) == len(expected) > 0, (rule, key)
        numbers = np.array(rows, dtype=np.int64).view(float)
        if is_exact(RULES[rule], SURFACES[key]):
            np.testing.assert_array_equal(numbers, expected, f"{rule} on {key}")
        else:
            scale = np.abs(expected).max()
            np.testing.assert_allclose(
                numbers, expected, rtol=1e-11, atol=1e-13 * scale, err_msg=f"{rule} on {key}"
            )


def test_what_python_alone_can_run_says_why() -> None:
    class Deciding(Optimizer):
        def rule(self, x: Array, g: Array, s: State) -> Array:
            return x - 0.1 * g if np.abs(g).max() > 1 else x

    rules = engine_content(SURFACES["booth"], {"deciding": Deciding, "sgd": SGD})["rules"]
    assert "why" not in rules["sgd"]
    why = rules["deciding"]["why"]
    assert why.startswith("Deciding is run by Python: it decides by a value")


@pytest.mark.parametrize("key", LIVE)
def test_a_hyper_parameter_that_no_step_reads_is_one_that_cannot_change_on_the_way(
    key: str,
) -> None:
    kind, beale = RULES[key], SURFACES["beale"]
    read = step_program(kind, beale, 0).inputs
    names = [each.name for each in fields(kind)]
    assert {name for name in names if HYPER + name not in read} == AT_THE_START & set(names)
