"""Schedules: curves against torch's and optax's, their order, and what cannot be one."""

import json
from typing import Any

import numpy as np
import pytest

from optviz.optimizers import SGD, Adam, Momentum
from optviz.program.curves import FILE, curve_program, own_program, table
from optviz.program.running import run as run_program
from optviz.program.trace import UntraceableError
from optviz.race import race
from optviz.schedules import (
    CURVES,
    Constant,
    Cosine,
    CosineRestarts,
    Exponential,
    InverseSqrt,
    Linear,
    OneCycle,
    Own,
    Piecewise,
    Polynomial,
    Staircase,
    Warmup,
    content,
    from_content,
    in_words,
)
from optviz.spec.settings import setting, setting_text
from surfaces import SURFACES
from tests.references.schedules import FILE as RECORDED

BEALE = SURFACES["beale"]
RECORDS = dict(np.load(RECORDED))
AGREEMENT = 1e-12

# Ours -> the libraries', all of which begin with 0.3.
SAME: dict[str, Any] = {
    "torch/multi": Piecewise(0.3, {40: 0.15, 100: 0.075}),
    "torch/step": Staircase(0.3, 30, 0.3),
    "torch/exponential": Exponential(0.3, 0.97),
    "torch/linear": Linear(0.3 * 0.25, 0.3 * 0.75, 120),
    "torch/polynomial": Polynomial(0.3, 0, 150, 1.7),
    "torch/cosine": Cosine(0.3, 240, 0.01),
    "torch/restarts": CosineRestarts(0.3, 30, 0.02),
    "torch/growing": CosineRestarts(0.3, 16, 0.02, 2),
    "torch/tripling": CosineRestarts(0.3, 5, 0, 3),
    "torch/one_cycle": OneCycle(0.3, 240),
    "torch/one_cycle_own": OneCycle(0.5, 240, 0.45, 10, 50),
    "optax/piecewise": Piecewise(0.3, {40: 0.15, 100: 0.015}),
    "optax/exponential": Exponential(0.3, 0.97),
    "optax/staircase": Staircase(0.3, 30, 0.3),
    "optax/linear": Linear(0.3, 0.05, 120),
    "optax/polynomial": Polynomial(0.3, 0.05, 150, 1.7),
    "optax/cosine": Cosine(0.3, 180, 0.03),
    "optax/warmup_cosine": Warmup(20) | Cosine(0.3, 180, 0.01),
    "optax/stable": Warmup(20, 0.01) | Constant(0.3, 130) | Linear(0.3, 0, 60),
}


def test_every_record_has_a_schedule_of_ours() -> None:
    assert SAME.keys() == RECORDS.keys()


@pytest.mark.parametrize("key", SAME)
def test_every_step_has_the_value_that_the_library_gives_it(key: str) -> None:
    expected, ours = RECORDS[key], SAME[key]
    # torch multiplies the value of the step before, and rounds each time.
    found = [ours.at(k) for k in range(len(expected))]
    np.testing.assert_allclose(found, expected, rtol=0, atol=AGREEMENT)


def test_after_a_rise_of_as_many_steps_it_is_the_transformer_s() -> None:
    """A. Vaswani et al., 2017, eq. 3, with the width 512 and 40 steps, counted from 1."""
    rise = 40
    ours = Warmup(rise) | InverseSqrt(512**-0.5 * rise**-0.5, rise)
    steps = range(1, 300)
    expected = [512**-0.5 * min(k**-0.5, k * rise**-1.5) for k in steps]
    found = np.array([ours.at(k) for k in steps])
    np.testing.assert_allclose(found, expected, rtol=1e-13)


@pytest.mark.parametrize("kind", CURVES.values(), ids=CURVES)
def test_its_program_is_its_formula(kind: Any) -> None:
    """What the player runs, at steps beyond the end too."""
    curve = some(kind)
    steps = np.arange(0.0, 400.0)
    (found,) = run_program(curve_program(kind), {"k": steps} | curve.numbers())["value"]
    np.testing.assert_array_equal(
        np.broadcast_to(found, steps.shape), [curve.at(int(k)) for k in steps]
    )


def as_given(schedule: Any) -> Any:
    """It in the place of a number."""
    return schedule


def some(kind: Any) -> Any:
    """A curve of a kind, from those beside the libraries'."""
    pieces = [each for mine in SAME.values() for _, each in getattr(mine, "pieces", [(0, mine)])]
    return next((each for each in pieces if type(each) is kind), InverseSqrt(0.3, 40))


def test_the_scripts_have_all_curves() -> None:
    assert json.loads(FILE.read_text()) == table(), "run python -m optviz.program.curves"


def test_a_race_steps_with_the_value_of_each_step() -> None:
    schedule: Any = Warmup(5) | Cosine(0.002, 20, 0.0001)
    (run,) = race(BEALE, [Momentum(lr=schedule)], steps=40)
    x, v = np.array(BEALE.start, dtype=float), np.zeros(2)
    for k in range(40):
        v = 0.9 * v - schedule.at(k) * BEALE.step_gradient(x, k, 0)
        x = x + v
        np.testing.assert_array_equal(run.x[k + 1], x)


def test_a_function_of_one_s_own_is_asked_at_every_step() -> None:
    mine: Any = lambda k: 0.01 / (1 + k / 10)  # noqa: E731
    (own,) = race(BEALE, [SGD(lr=mine)], steps=30)
    pieces: Any = Piecewise(0.01, {k: 0.01 / (1 + k / 10) for k in range(1, 30)})
    (same,) = race(BEALE, [SGD(lr=pieces)], steps=30)
    np.testing.assert_array_equal(own.x, same.x)


def test_a_function_is_traced_where_it_is_arithmetic() -> None:
    traced = own_program(Own(lambda k: 0.1 * np.exp(-k / 20) + np.where(k > 5, 0.01, 0)))
    (found,) = run_program(traced, {"k": np.arange(9.0)})["value"]
    np.testing.assert_allclose(found, 0.1 * np.exp(-np.arange(9) / 20) + 0.01 * (np.arange(9) > 5))
    with pytest.raises(UntraceableError, match=r"np\.where"):
        own_program(Own(lambda k: 0.1 if k < 3 else 0.2))


def test_one_after_the_other_counts_from_where_it_begins() -> None:
    chained: Any = Constant(0.1, 3) | Linear(0.1, 0.3, 4) | Constant(0.3, 2) | 0.05
    found = [chained.at(k) for k in range(11)]
    expected = [0.1, 0.1, 0.1, 0.1, 0.15, 0.2, 0.25, 0.3, 0.3, 0.05, 0.05]
    np.testing.assert_allclose(found, expected, rtol=1e-15)


def test_people_read_them_in_words() -> None:
    assert in_words(Warmup(10) | Cosine(0.3, 190)) == (
        "linear 0 to 0.3 in 10 steps, then cosine 0.3 to 0 in 190 steps"
    )
    assert in_words(Adam(lr=Piecewise(0.1, {7: Exponential(0.1, 0.9)})).lr) == (  # type: ignore[arg-type]
        "0.1, from step 7 on 0.1, times 0.9 at every step"
    )


@pytest.mark.parametrize("key", SAME)
def test_what_is_written_reads_back(key: str) -> None:
    ours = Adam(lr=SAME[key]).lr
    assert setting(setting_text(ours)) == ours
    assert from_content(content(ours)) == ours


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("cosine(0.3,190)", Cosine(0.3, 190)),
        (" Cosine( 0,3 ; 190 ) ", Cosine(0.3, 190)),
        ("warmup(10)|cosine(0.3,190)", Warmup(10) | Cosine(0.3, 190)),
        ("warmup(10,0.01)|0.3", Warmup(10, 0.01) | 0.3),
        ("constant(0.1,50)|linear(0.1,0,20)", Constant(0.1, 50) | Linear(0.1, 0, 20)),
        ("0.1@40=cosine(0.1,60)", Piecewise(0.1, {40: Cosine(0.1, 60)})),
    ],
)
def test_people_write_them_so(text: str, value: Any) -> None:
    assert setting(text) == Adam(lr=value).lr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cosin(1,2)", "did you mean cosine"),
        ("cosine(1)", "cosine takes first, steps, last"),
        ("cosine(1,2,3,4)", "cosine takes first, steps, last"),
        ("cosine(1,2.5)", "no whole number"),
        ("cosine(1,0)", "whole number from 1"),
        ("warmup(10)", "leads to nothing"),
        ("warmup()|0.1", "takes steps"),
        ("0.1|0.2", "never ends"),
        ("exponential(0.1,0.9)|0.2", "does not end"),
    ],
)
def test_what_is_none_is_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        setting(text)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: SGD(lr=as_given(Linear(0.1, -0.2, 10))), "lr = -0.2"),
        (lambda: Momentum(mu=as_given(Cosine(1, 10))), "mu = 1"),
        (lambda: Cosine(np.nan, 10), "finite number"),
        (lambda: Cosine(0.1, True), "whole number"),
        (lambda: Exponential(0.1, 0), "above 0"),
        (lambda: OneCycle(0.1, 2), "more than one step"),
        (lambda: SGD(lr=as_given(lambda k: 1 / k)), "fails at step 0: ZeroDivisionError"),
        (lambda: SGD(lr=as_given(lambda k: "fast")), "value at step 0"),
        (lambda: InverseSqrt(0.1, 10) | 0.2, "does not end"),
    ],
)
def test_what_cannot_be_a_schedule_is_refused_in_a_sentence(make: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        make()


def test_a_value_that_is_not_possible_later_is_refused_with_its_rule() -> None:
    falling: Any = lambda k: 0.1 - 0.01 * k  # noqa: E731
    with pytest.raises(ValueError, match="SGD: lr = -"):
        race(BEALE, [SGD(lr=falling)], steps=30)
