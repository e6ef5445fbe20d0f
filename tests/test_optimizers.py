"""Every rule against its paper, and the interface that all of them share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optviz.optimizers import (
    ANY_NUMBER,
    NAG,
    OPTIMIZERS,
    RANGES,
    SGD,
    AdaDelta,
    AdaGrad,
    Adam,
    Momentum,
    Optimizer,
    RMSProp,
    State,
)
from optviz.oracles.lbfgs import PAIRS
from optviz.race import race
from optviz.spellings import brief
from optviz.variants import VARIANTS
from surfaces import SURFACES, Surface

RULES = OPTIMIZERS | VARIANTS

# Far from the defaults, so that no setting can be forgotten or mistaken for another.
UNUSUAL = {"lr": 0.03, "mu": 0.6, "rho": 0.7, "beta1": 0.8, "beta2": 0.95, "eps": 0.02}
UNUSUAL |= {"eps_hat": 0.03, "decay": 0.4, "psi": 2.0, "initial": 0.7}


def unusual(kind: type[Optimizer]) -> Optimizer:
    return kind(**{name: UNUSUAL.get(name, 0.5) for name in kind().settings()})


def everyone() -> list[Optimizer]:
    return [each for kind in RULES.values() for each in (kind(), unusual(kind))]


# The papers' updates of one coordinate, written as sums over all that came before instead of
# recurrences: `g` are its gradients so far, `moved` the moves made so far.

Move = Callable[..., float]


def fading(values: Sequence[float], keep: float) -> float:
    return sum(value * keep**age for age, value in enumerate(reversed(values)))


def squares(values: Sequence[float]) -> list[float]:
    return [value * value for value in values]


def move_sgd(g: list[float], moved: list[float], lr: float) -> float:
    return -lr * g[-1]


def move_heavy_ball(g: list[float], moved: list[float], lr: float, mu: float) -> float:
    return -lr * fading(g, mu)


def move_adagrad(g: list[float], moved: list[float], lr: float, eps: float) -> float:
    return -lr * g[-1] / (sqrt(sum(squares(g))) + eps)


def move_adadelta(g: list[float], moved: list[float], lr: float, rho: float, eps: float) -> float:
    proposed = [move / lr for move in moved]
    above = sqrt((1 - rho) * fading(squares(proposed), rho) + eps)
    below = sqrt((1 - rho) * fading(squares(g), rho) + eps)
    return -lr * above / below * g[-1]


def move_rmsprop(g: list[float], moved: list[float], lr: float, rho: float, eps: float) -> float:
    return -lr * g[-1] / (sqrt((1 - rho) * fading(squares(g), rho)) + eps)


def move_adam(
    g: list[float], moved: list[float], *, lr: float, beta1: float, beta2: float, eps: float
) -> float:
    # The bias correction divides by the sum of the weights: what is left is a weighted mean.
    ones = [1.0] * len(g)
    mean = fading(g, beta1) / fading(ones, beta1)
    mean_square = fading(squares(g), beta2) / fading(ones, beta2)
    return -lr * mean / (sqrt(mean_square) + eps)


MOVES: dict[type[Optimizer], Move] = {
    SGD: move_sgd,
    Momentum: move_heavy_ball,
    NAG: move_heavy_ball,
    AdaGrad: move_adagrad,
    AdaDelta: move_adadelta,
    RMSProp: move_rmsprop,
    Adam: move_adam,
}


def by_hand(optimizer: Optimizer, surface: Surface, steps: int) -> list[list[float]]:
    """The first iterates in plain Python; only the gradient comes from the surface."""
    hyper = optimizer.settings()
    path = [list(surface.start)]
    gradients: list[list[float]] = [[], []]
    moved: list[list[float]] = [[], []]
    for step in range(steps):
        ahead = hyper["mu"] if isinstance(optimizer, NAG) and step else 0.0
        look = [path[-1][i] + ahead * (moved[i][-1] if step else 0.0) for i in (0, 1)]
        for i, slope in enumerate(surface.step_gradient(np.array(look), step)):
            gradients[i].append(float(slope))
            moved[i].append(MOVES[type(optimizer)](gradients[i], moved[i], **hyper))
        path.append([path[-1][i] + moved[i][-1] for i in (0, 1)])
    return path


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
@pytest.mark.parametrize("optimizer", [o for o in everyone() if type(o) in MOVES], ids=repr)
def test_first_steps_follow_the_paper(optimizer: Optimizer, surface: Surface) -> None:
    run = race(surface, [optimizer], steps=3)[0]
    last = int(run.last)  # the Goldstein-Price function throws some out of what a double holds
    assert last >= 1
    ours, theirs = run.x[: last + 1], by_hand(optimizer, surface, last)
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=0)


# The interface, for every optimizer there is or will be.


@pytest.mark.parametrize("optimizer", everyone(), ids=repr)
def test_init_remembers_what_the_rule_begins_with(optimizer: Optimizer) -> None:
    state = optimizer.init(np.ones((3, 2), dtype=int))
    assert vars(state).keys() == {"t", *optimizer.memory}
    assert optimizer.begin().keys() <= set(optimizer.memory)
    assert state.t == 0
    for name in optimizer.memory:
        remembered = getattr(state, name)
        assert remembered.shape == (3, 2)
        assert remembered.dtype == float
        assert (remembered == optimizer.begin().get(name, 0)).all()


@pytest.mark.parametrize("kind", OPTIMIZERS.values(), ids=OPTIMIZERS.keys())
def test_the_seven_begin_with_zeros(kind: type[Optimizer]) -> None:
    assert not kind().begin()


@pytest.mark.parametrize("optimizer", everyone(), ids=repr)
def test_a_race_keeps_what_the_rule_begins_with(optimizer: Optimizer) -> None:
    run = race(SURFACES["beale"], [optimizer], [[1, 1.6], [0, 0.1]], steps=1)[0]
    for name in run.state:
        first = run.state[name][0]
        if name in optimizer.memory:
            assert (first == optimizer.begin().get(name, 0)).all()
        else:
            assert np.isnan(first).all()


@pytest.mark.parametrize("optimizer", everyone(), ids=repr)
def test_a_step_alters_nothing_it_is_given(optimizer: Optimizer) -> None:
    x, g = np.array([[1.0, -2.0]]), np.array([[0.5, 3.0]])
    _, state = optimizer.step(x, g, optimizer.init(x))
    for value in (x, g, *vars(state).values()):
        if isinstance(value, np.ndarray):  # numbers cannot be altered
            value.flags.writeable = False
    before = {name: np.copy(value) for name, value in vars(state).items()}
    first, after = optimizer.step(x, g, state)
    again, _ = optimizer.step(x, g, state)
    optimizer.lookahead(x, state)
    np.testing.assert_array_equal(first, again)
    assert (state.t, after.t) == (1, 2)
    assert vars(state).keys() == before.keys()
    for name, value in before.items():
        np.testing.assert_array_equal(getattr(state, name), value)


def test_what_is_not_remembered_is_named_in_the_error() -> None:
    with pytest.raises(AttributeError, match=r"'velocity'.*memory"):
        _ = State({"t": 0}).velocity


# Hyper-parameters.

NO_NUMBERS = st.sampled_from(["0.1", "", None, True, np.False_, 0.1j, np.array(["0.1"]), object()])
NOT_FINITE = st.sampled_from([np.nan, np.inf, -np.inf, np.array([[0.1], [np.nan]])])
HYPER = [(kind, name) for kind in RULES.values() for name in kind().settings()]
OFTEN = settings(deadline=None, derandomize=True, database=None)


def within(name: str) -> st.SearchStrategy[float]:
    low, high, _ = RANGES.get(name, ANY_NUMBER)
    return st.floats(low, high, exclude_max=True, allow_nan=False, allow_infinity=False)


def outside(name: str) -> st.SearchStrategy[float]:
    low, high, _ = RANGES.get(name, ANY_NUMBER)
    below, above = st.floats(max_value=low, exclude_max=True), st.floats(min_value=high)
    return st.one_of(below, above).filter(lambda value: not low <= value < high)


@pytest.mark.parametrize(("kind", "name"), HYPER)
@given(data=st.data())
@OFTEN
def test_a_wrong_setting_is_refused_in_a_sentence(
    kind: type[Optimizer], name: str, data: st.DataObject
) -> None:
    value = data.draw(st.one_of(NO_NUMBERS, NOT_FINITE, outside(name)))
    with pytest.raises(ValueError, match=f"^{kind.__name__}: {name} = ") as caught:
        kind(**{name: value})
    sentence = str(caught.value)
    assert brief(value) in sentence
    assert RANGES.get(name, ANY_NUMBER)[2] in sentence


@pytest.mark.parametrize(("kind", "name"), HYPER)
@given(data=st.data())
@OFTEN
def test_every_setting_in_its_range_is_taken(
    kind: type[Optimizer], name: str, data: st.DataObject
) -> None:
    value = data.draw(within(name))
    assert kind(**{name: value}).settings()[name] == value
    assert kind(**{name: np.full((3, 1), value)}).settings()[name].shape == (3, 1)


def test_the_ranges_are_the_papers() -> None:
    rules = ("lr", "eps", "eps_hat", "decay", "psi", "initial")
    wrappers = ("most_norm", "most", "l2", "shrink", "noise", "fade")
    oracles = ("damping", "radius")
    shares = ("mu", "rho", "beta1", "beta2", "ema", "factor", "c1")
    assert {name: allowed for name, (*_, allowed) in RANGES.items()} == {
        **dict.fromkeys((*rules, *wrappers, *oracles), "a finite number, 0 or more"),
        **dict.fromkeys(shares, "a number from 0 to below 1"),
        **dict.fromkeys(("noise_seed", "since"), "a whole number, 0 or more"),
        "every": "a whole number, 1 or more",
        "pairs": f"a whole number from 0 to {PAIRS}",
    }
    highest = {"noise_seed": 2**32, "pairs": PAIRS + 1}
    for name, (low, high, allowed) in RANGES.items():
        assert low == (1 if "1 or more" in allowed else 0), name
        assert high == (1 if "below 1" in allowed else highest.get(name, np.inf))


def test_a_setting_without_a_range_is_any_finite_number() -> None:
    @dataclass(frozen=True)
    class Pushed(SGD):
        wind: float = 0.0

    assert Pushed(wind=-3.5).wind == -3.5
    for value in (-np.inf, np.inf, np.nan):
        with pytest.raises(ValueError, match=r"^Pushed: wind = .* a finite number$"):
            Pushed(wind=value)
