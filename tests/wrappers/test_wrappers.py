"""Wrapped rules: their equations, names, programs, and what cannot be wrapped."""

import pickle
from typing import Any

import numpy as np
import pytest

from optviz.equations import equations, source
from optviz.optimizers import NAG, OPTIMIZERS, SGD, Adam, Optimizer
from optviz.program.running import run as run_program
from optviz.program.tracing import rule_program
from optviz.race import race
from optviz.scenes import SCENES
from optviz.spec import address
from optviz.stepping import is_own
from optviz.variants import RULES
from optviz.wrappers import (
    EMA,
    SWA,
    WRAPPERS,
    ClipNorm,
    ClipValue,
    Decay,
    Lookahead,
    Noise,
    Rules,
    wrapped,
)
from surfaces import SURFACES
from tests.support.equations import evaluate

BEALE = SURFACES["beale"]
SAID = [key for key in WRAPPERS if key != "noise"]  # whose equations say all


def small(kind: type[Optimizer]) -> Optimizer:
    """One whose steps stay in the picture."""
    return kind(**({"lr": 1e-3} if "lr" in kind().settings() else {}))


@pytest.mark.parametrize("wrapper", SAID)
@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_equations_give_the_numbers_of_the_rule(rule: str, wrapper: str) -> None:
    optimizer = WRAPPERS[wrapper]()(small(OPTIMIZERS[rule]))
    (run,) = race(BEALE, [optimizer], steps=40)
    assert {each.name for each in equations(type(optimizer))} == {*run.state, "x"}
    for k in (0, 1, 4, 39):
        known: dict[str, Any] = {**optimizer.settings(), "t": k + 1}
        for axis in (0, 1):
            known |= {"g": run.grad[k, axis], "x": run.x[k, axis]}
            known |= {each: run.state[each][k, axis] for each in optimizer.memory}
            known["length of g"] = float(np.hypot(*run.grad[k]))
            for equation in equations(type(optimizer)):
                known[equation.name] = evaluate(equation.tree, known)
            assert known["x"] == pytest.approx(run.x[k + 1, axis], rel=1e-12, abs=1e-15)
            for each, history in run.state.items():
                assert known[each] == pytest.approx(history[k + 1, axis], rel=1e-12, abs=1e-300)


@pytest.mark.parametrize("wrapper", SAID)
@pytest.mark.parametrize("rule", ["sgd", "nag", "adam", "radam"])
def test_each_is_traced_into_a_program_of_its_step(rule: str, wrapper: str) -> None:
    optimizer = WRAPPERS[wrapper]()(small(RULES[rule]))
    (run,) = race(BEALE, [optimizer], steps=12)
    program, k = rule_program(type(optimizer)), 9
    inputs = {f"hyper.{name}": value for name, value in optimizer.settings().items()} | {"t": k + 1}
    for axis, name in enumerate("xy"):
        inputs |= {f"x.{name}": run.x[k, axis], f"g.{name}": run.grad[k, axis]}
        inputs |= {f"state.{each}.{name}": run.state[each][k, axis] for each in optimizer.memory}
    found = run_program(program, {each: inputs[each] for each in program.inputs})
    np.testing.assert_allclose(found["x"], run.x[k + 1], rtol=1e-14)


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_a_batch_of_starts_is_made_of_single_runs(wrapper: str) -> None:
    optimizer = WRAPPERS[wrapper]()(SGD(lr=1e-3))
    starts = np.array([[1.0, 1.5], [0.5, -0.5], [2.0, 1.0]])
    (many,) = race(BEALE, [optimizer], starts, steps=12)
    for place, start in enumerate(starts):
        (one,) = race(BEALE, [optimizer], start, steps=12)
        np.testing.assert_array_equal(many.x[:, place], one.x)


def test_a_clipped_gradient_has_at_most_that_length() -> None:
    (run,) = race(BEALE, [ClipNorm(20.0)(SGD(lr=1e-3))], steps=100)
    given = np.linalg.norm(run.state["g_clip"][1:], axis=-1)
    short = np.linalg.norm(run.grad, axis=-1) < 20
    assert given.max() == pytest.approx(20.0)
    assert short.any()
    np.testing.assert_array_equal(run.state["g_clip"][1:][short], run.grad[short])


def test_averages_change_no_step() -> None:
    plain, ema, swa = race(
        SCENES["noisy_moons"].surface,
        [SGD(lr=0.2), EMA()(SGD(lr=0.2)), SWA(9)(SGD(lr=0.2))],
        steps=60,
    )
    np.testing.assert_array_equal(plain.x, ema.x)
    np.testing.assert_array_equal(plain.x, swa.x)
    mean = plain.x[10:].mean(axis=0)
    np.testing.assert_allclose(swa.state["average"][-1], mean, rtol=1e-12)


def test_noise_is_the_same_for_the_same_seed_and_has_its_size() -> None:
    one, again, other = race(
        BEALE,
        [Noise(0.5)(SGD(lr=1e-4)), Noise(0.5)(Adam(lr=1e-4)), Noise(0.5, 0, 1)(SGD(lr=1e-4))],
        steps=2000,
    )
    np.testing.assert_array_equal(one.state["noise_drawn"], again.state["noise_drawn"])
    assert (one.state["noise_drawn"][1:] != other.state["noise_drawn"][1:]).all()
    assert one.state["noise_drawn"][1:].std() == pytest.approx(0.5, rel=0.05)
    assert abs(one.state["noise_drawn"][1:].mean()) < 0.03


def test_the_outermost_wrapper_gets_the_gradient_first() -> None:
    steep = np.array([30.0, 40.0])
    for optimizer, expected in (
        (ClipNorm(1.0)(ClipValue(10.0)(SGD(lr=1.0))), [-0.6, -0.8]),
        (ClipValue(10.0)(ClipNorm(1.0)(SGD(lr=1.0))), [-(0.5**0.5), -(0.5**0.5)]),
    ):
        after, _ = optimizer.step(np.zeros(2), steep, optimizer.init(np.zeros(2)))
        np.testing.assert_allclose(after, expected, rtol=1e-12)


def test_it_travels_to_other_processes() -> None:
    optimizer = EMA(0.5)(ClipNorm(2.0)(Adam(lr=0.1)))
    assert pickle.loads(pickle.dumps(optimizer)) == optimizer
    assert not is_own(optimizer)


@pytest.mark.parametrize(
    "text", ["adam-clipnorm", "SGD-EMA", "adam-clipnorm-ema~gentle:lr=0.1:ema=0.5"]
)
def test_links_name_it_by_rule_and_wrappers(text: str) -> None:
    scene = SCENES["beale"]
    (found,) = address.entrants(text, scene)
    kind = scene.rules[found.rule]
    assert kind is Rules(RULES)[found.rule]
    assert found.rule == text.split("~", maxsplit=1)[0].lower()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("adam-clip", "no wrapper 'clip'"),
        ("adm-clipnorm", "did you mean adam"),
        ("adam-ema-ema", "has ema already"),
        ("adam-ema-swa", "has average already"),
        ("adam-", "no wrapper ''"),
        ("adam-clipnorm:most=3", "no setting of adam-clipnorm 'most'"),
    ],
)
def test_what_is_none_is_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        address.entrants(text, SCENES["beale"])


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Lookahead(2.5), "whole number"),
        (lambda: ClipNorm(-1), "most_norm = -1"),
        (lambda: EMA(1.0), "ema = 1"),
        (lambda: race(BEALE, [ClipNorm()]), "is no optimizer by itself"),
        (lambda: wrapped(Own, Decay), "has no lr, which decay needs"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(make: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        make()


class Own(Optimizer):
    """A user's rule without a learning rate."""

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        return x - 0.1 * g


def test_a_user_s_own_is_wrapped_and_watched() -> None:
    assert is_own(ClipNorm()(Own()))
    (run,) = race(BEALE, [ClipNorm(1.0)(Own())], steps=5)
    np.testing.assert_allclose(np.linalg.norm(np.diff(run.x, axis=0), axis=-1), 0.1)


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_each_names_its_source(wrapper: str) -> None:
    assert any(year in source(wrapped(NAG, WRAPPERS[wrapper])) for year in ("19", "20"))
