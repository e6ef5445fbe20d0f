"""Surfaces of one's own: raced where the gradient is the loss's, else refused in a sentence."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest

from optviz.entrants import Entrants
from optviz.heightmap import heightmap
from optviz.optimizers import SGD, Adam
from optviz.race import race
from optviz.studies.basins import basins
from optviz.studies.sweep import sweep
from surfaces import SURFACES, Minibatches, Stages, Surface, validate
from surfaces.formula import formula_surface
from surfaces.validate import is_proven, validate_surface

Loss = Callable[[Any, Any], Any]
RULES: Entrants = [SGD(lr=0.1)]


def own(loss: Loss, gradient: Loss | None = None, reach: float = 2.0, **more: Any) -> Surface:
    limits = (-reach, reach)
    given: dict[str, Any] = {"start": (1.0, 1.6), "xlim": limits, "ylim": limits} | more
    return Surface("Mine", loss, minima=((0.0, 0.0),), source="a test", gradient=gradient, **given)


def bowl(x: Any, y: Any) -> Any:
    return x**2 + y**2


def bowl_gradient(x: Any, y: Any) -> Any:
    return 2 * x, 2 * y


def filled(x: Any, y: Any) -> Any:
    total = np.zeros_like(x)
    total[...] = x**2 + y**2
    return total


def copied(x: Any, y: Any) -> Any:
    total = x.copy()
    total *= x
    return total + y**2


def listed(x: Any, y: Any) -> Any:
    values = [float(a) ** 2 + float(b) ** 2 for a, b in zip(np.ravel(x), np.ravel(y), strict=True)]
    return np.array(values).reshape(np.shape(x))


UNTRACED: dict[str, Loss] = {
    "asarray": lambda x, y: np.asarray(x) ** 2 + np.asarray(y) ** 2,
    "one of two": lambda x, y: np.asarray(x) ** 2 + y**2,
    "stack": lambda x, y: (np.stack([x, y]) ** 2).sum(axis=0),
    "einsum": lambda x, y: np.einsum("i...,i...->...", np.array([x, y]), np.array([x, y])),
    "float64": lambda x, y: np.float64(x) ** 2 + y**2,
    "in place": filled,
    "copy": copied,
    "list": listed,
    "where": lambda x, y: np.where(x > 0, x**2, -x) + y**2,
    "clip": lambda x, y: np.clip(x, -1, 1) + y**2,
    "vectorize": np.vectorize(lambda x, y: x * x + y * y),
}


@pytest.mark.parametrize("name", UNTRACED)
def test_a_loss_in_plain_numpy_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"^Mine: [^\n]*autograd\.numpy[^\n]*$") as refused:
        race(own(UNTRACED[name]), RULES)
    assert "object" not in str(refused.value)


def test_the_sentence_has_both_numbers_and_the_point() -> None:
    says = (
        "Mine: at (1, 1.6) autograd's gradient is (0, 0), but central differences of the loss give "
        "(2, 3.2); write the loss with autograd.numpy in place of numpy, "
    )
    with pytest.raises(ValueError, match=re.escape(says)):
        race(own(UNTRACED["einsum"]), RULES)
    says = (
        "Mine: at (1, 1.6) its gradient is (1, 1.6), but central differences of the loss give "
        "(2, 3.2); correct it, or leave it out and write the loss with autograd.numpy"
    )
    for _ in range(2):  # it stays refused
        with pytest.raises(ValueError, match=re.escape(says) + "$"):
            race(own(bowl, lambda x, y: (x, y)), RULES)


@pytest.mark.parametrize(
    "shown",
    [
        lambda surface: race(surface, RULES),
        heightmap,
        lambda surface: sweep(surface, RULES),
        lambda surface: basins(surface, RULES),
    ],
    ids=["race", "heightmap", "sweep", "basins"],
)
def test_it_is_refused_wherever_it_is_shown(shown: Callable[[Surface], object]) -> None:
    with pytest.raises(ValueError, match=r"central differences of the loss give \(2, 3\.2\)"):
        shown(own(bowl, lambda x, y: (x, y)))


WRONG: dict[str, tuple[Loss, Loss]] = {
    "one in a thousand": (bowl, lambda x, y: (2.002 * x, 2 * y)),
    "swapped": (lambda x, y: x**2 + y**4, lambda x, y: (4 * y**3, 2 * x)),
    "on one side": (
        lambda x, y: np.where(x > 0, x**2, 3 * x**2) + y**2,
        lambda x, y: (2 * x, 2 * y),
    ),
    "tiny": (lambda x, y: 1e-200 * bowl(x, y), lambda x, y: (1e-200 * x, 1e-200 * y)),
    "huge": (lambda x, y: 1e200 * bowl(x, y), lambda x, y: (1e200 * x, 1e200 * y)),
    "high up": (lambda x, y: 1e8 + bowl(x, y), lambda x, y: (x, 2 * y)),
    "of another loss": (SURFACES["booth"].loss, SURFACES["beale"].gradient or bowl),
    "nan": (bowl, lambda x, y: (np.full_like(x, np.nan), 2 * y)),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_closed_form_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"its gradient is \(.*\), but central differences"):
        validate_surface(own(*WRONG[name]))


NO_LOSS: dict[str, tuple[Loss, str]] = {
    "math": (lambda x, y: math.sin(x) + y, "takes no arrays: it uses math or float()"),
    "if": (lambda x, y: x if x > 0 else y, "takes no arrays: it asks if of a whole array"),
    "raises": (lambda x, y: {0: x}[1], "takes no arrays: KeyError: 1"),
    "none": (lambda x, y: None, "returns None for x and y"),
    "text": (lambda x, y: "a", "returns a str"),
    "list": (lambda x, y: [x, y], "returns a list"),
    "bool": (lambda x, y: x > y, "returns an array of bool"),
    "complex": (lambda x, y: x + 1j * y, "returns an array of complex128"),
    "whole": (lambda x, y: (x + y).astype(int), "returns an array of int64"),
    "single": (lambda x, y: (x + y).astype(np.float32), "returns an array of float32"),
    "masked": (lambda x, y: np.ma.masked_array(x + y), "returns a masked array of float64"),
    "constant": (lambda x, y: 1.0, "returns a float"),
    "sum": (lambda x, y: np.sum(x + y), "returns a number of float64 and shape ()"),
    "pair": (lambda x, y: np.stack([x, y]), "returns an array of float64 and shape (2, 16)"),
    "product": (lambda x, y: x @ x + y, "by which points are beside it"),
    "mixing": (lambda x, y: x / np.abs(x).max() + y, "is 2.6 or 2.1312, by which points are"),
    "noise": (lambda x, y: x + y + np.random.rand(), "gives other values when it is asked again"),
}


@pytest.mark.parametrize("name", NO_LOSS)
def test_what_is_no_loss_is_a_sentence(name: str) -> None:
    loss, says = NO_LOSS[name]
    with pytest.raises(ValueError, match=re.escape(says)) as refused:
        validate_surface(own(loss))
    assert re.fullmatch(r"Mine: the loss [^\n]+[^.\n]", str(refused.value))


@pytest.mark.parametrize(
    ("accuracy", "says"),
    [
        (lambda x, y: 0.5, "the accuracy is a float: return"),
        (lambda x, y: x, "the accuracy is an array of float64 and shape (16,): return"),
        (lambda x, y: math.sin(x), "the accuracy fails: it uses math or float()"),
    ],
)
def test_an_accuracy_is_a_share_for_each_point(accuracy: Loss, says: str) -> None:
    validate_surface(own(bowl, accuracy=lambda x, y: np.where(x > 0, 1.0, 0.5)))
    with pytest.raises(ValueError, match=re.escape(says)):
        validate_surface(own(bowl, accuracy=accuracy))


def test_a_loss_of_one_argument_is_told_what_it_gets() -> None:
    one: Any = lambda p: p[0] ** 2 + p[1] ** 2  # noqa: E731
    with pytest.raises(ValueError, match=r"write def loss\(x, y\), computed with autograd\.numpy"):
        validate_surface(own(one))


class Tensor:
    """As torch's, as far as a loss can tell."""


def test_tensors_are_named() -> None:
    def sin(x: Any) -> None:
        raise TypeError("sin(): argument 'input' (position 1) must be Tensor, not numpy.ndarray")

    with pytest.raises(ValueError, match="it computes with torch, which takes tensors; write it"):
        validate_surface(own(lambda x, y: sin(x)))
    with pytest.raises(ValueError, match="the loss returns a Tensor for"):
        validate_surface(own(lambda x, y: Tensor()))


NO_GRADIENT: dict[str, tuple[Any, str]] = {
    "one array": (lambda x, y: 2 * x, "is an array of float64 and shape (16,)"),
    "last axis": (lambda x, y: np.stack([2 * x, 2 * y], -1), "and shape (16, 2)"),
    "none": (lambda x, y: (2 * x, None), "is None for"),
    "complex": (lambda x, y: (2 * x, 2j * y), "is an array of complex128"),
    "one argument": (lambda p: p, "takes 1 positional argument"),
    "math": (lambda x, y: (math.cos(x), y), "it uses math or float()"),
}


@pytest.mark.parametrize("name", NO_GRADIENT)
def test_what_is_no_gradient_is_a_sentence(name: str) -> None:
    gradient, says = NO_GRADIENT[name]
    with pytest.raises(ValueError, match=re.escape(says)) as refused:
        validate_surface(own(bowl, gradient))
    assert str(refused.value).count("return the pair (dloss/dx, dloss/dy)") == 1


def rough(x: Any, y: Any) -> Any:
    return x**2 + 1e-6 * anp.sin(1e6 * x) + y**2


FAIR: dict[str, Surface] = {
    "numpy and a closed form": own(lambda x, y: np.asarray(x) ** 2 + y**2, bowl_gradient),
    "numbers for constants": own(lambda x, y: x**2 + y, lambda x, y: (2 * x, 1)),
    "lists for limits": own(bowl, start=[1, 1.6], xlim=[-2, 2]),
    "kinks at the start": own(
        lambda x, y: anp.abs(x) + anp.maximum(x, y) + anp.where(x > 0, 100.5 * x, 99.5 * x),
        start=(0.0, 0.0),
    ),
    "a cusp": own(lambda x, y: anp.sqrt(anp.abs(x)) + y**2, start=(0.0, 1.0)),
    "steps": own(lambda x, y: anp.floor(50 * x) + y**2, start=(1.0, 1.0)),
    "a pole": own(lambda x, y: 1 / (x - 0.3) ** 2 + anp.tan(9 * y)),
    "an edge": own(lambda x, y: anp.log(x) + anp.sqrt(y), start=(1e-9, 0.0)),
    "flat": own(lambda x, y: 0 * x),
    "of x alone": own(lambda x, y: x**2),
    "ripples": own(rough),
    "ripples that wide pictures miss": own(lambda x, y: anp.sin(x) + anp.cos(y), reach=1e10),
    "overflow": own(lambda x, y: anp.exp(anp.exp(x)) + y**2, reach=10),
    "single precision inside": own(
        lambda x, y: bowl(x, y).astype(np.float32).astype(float), bowl_gradient
    ),
    "high up": own(lambda x, y: 1e8 + bowl(x, y), bowl_gradient),
    "tiny": own(lambda x, y: 1e-200 * bowl(x, y)),
}


@pytest.mark.parametrize("name", FAIR)
def test_what_is_right_is_never_refused(name: str) -> None:
    validate_surface(FAIR[name])


@pytest.mark.parametrize("key", SURFACES)
def test_the_projects_own_would_pass(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    surface = SURFACES[key]
    assert is_proven(surface)
    monkeypatch.setattr(validate, "is_proven", lambda surface: False)
    validate_surface.__wrapped__(surface)
    validate_surface.__wrapped__(replace(surface, gradient=None, minibatches=None, stages=None))


def test_what_is_changed_about_them_is_looked_at() -> None:
    typed = formula_surface("x^2 + y^2", (-1, 1), (-1, 1))
    assert is_proven(typed)
    moons = SURFACES["noisy_moons"]
    assert moons.minibatches
    assert is_proven(replace(moons, minibatches=replace(moons.minibatches, size=7)))
    for changed in (
        replace(typed, gradient=formula_surface("x^2 + 2*y^2", (-1, 1), (-1, 1)).gradient),
        replace(SURFACES["beale"], loss=SURFACES["booth"].loss, residuals=None),
    ):
        with pytest.raises(ValueError, match="but central differences of the loss give"):
            race(changed, RULES)


def test_it_is_compared_once() -> None:
    calls = []

    def loss(x: Any, y: Any) -> Any:
        calls.append(np.shape(x))
        return x**2 + y**2

    surface = own(loss)
    race(surface, RULES, steps=5)
    first = len(calls)
    race(surface, RULES, steps=5)
    assert len(calls) - first < first / 5


# Minibatches and stages.

SAMPLES = np.array([[0.0, 1.0], [2.0, -1.0], [1.0, 3.0], [-1.0, 1.0], [0.5, 0.5]])


def sampled(gradient: Any, parts: int = 1) -> Surface:
    def loss(x: Any, y: Any) -> Any:
        return ((x[..., None] - SAMPLES[:, 0]) ** 2 + (y[..., None] - SAMPLES[:, 1]) ** 2).mean(-1)

    part = Minibatches(5, 2, gradient, lambda: SAMPLES, lambda: np.zeros(5))
    if parts > 1:
        return own(loss, stages=Stages((part,) * parts, 10))
    return own(loss, minibatches=part)


def distance(x: Any, y: Any, chosen: Any) -> Any:
    return 2 * (x - SAMPLES[chosen, 0].mean()), 2 * (y - SAMPLES[chosen, 1].mean())


def summed(x: Any, y: Any, chosen: Any) -> Any:
    return tuple(len(chosen) * each for each in distance(x, y, chosen))


def over_count(x: Any, y: Any, chosen: Any) -> Any:
    return tuple(len(chosen) / 5 * each for each in distance(x, y, chosen))


@pytest.mark.parametrize("parts", [1, 2])
@pytest.mark.parametrize("wrong", [summed, over_count, lambda x, y, chosen: (x, y)])
def test_minibatches_must_average_to_the_loss(wrong: Any, parts: int) -> None:
    validate_surface(sampled(distance, parts))
    with pytest.raises(ValueError, match="the gradient of its minibatches, over all samples, is"):
        validate_surface(sampled(wrong, parts))


# What a surface is made of.


@dataclass
class Unhashable:
    def __call__(self, x: Any, y: Any) -> Any:
        return x


MADE: list[tuple[dict[str, Any], str]] = [
    ({"loss": "x^2"}, "loss = 'x^2' is no function: give one of x and y"),
    ({"loss": Unhashable()}, "loss is a Unhashable, which has no hash: give a function"),
    ({"gradient": 3}, "gradient = 3 is no function"),
    ({"xlim": (2, -2)}, "xlim = (2, -2): give two finite numbers, the lower one first"),
    ({"ylim": None}, "ylim = None: give two finite numbers"),
    ({"start": (1, math.nan)}, "start = (1, nan): give two finite numbers, x and y"),
    ({"minima": ((0, 0, 0),)}, "a minimum = (0, 0, 0): give two finite numbers"),
]


@pytest.mark.parametrize(("part", "says"), MADE)
def test_what_no_surface_is_made_of_is_a_sentence(part: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        replace(own(bowl), **part)


def test_sweeps_of_an_own_loss_know_where_it_has_no_value() -> None:
    """A closed form may have a value where the loss has none."""
    surface = own(lambda x, y: np.log(x) + y**2, lambda x, y: (1 / x, 2 * y))
    (*_, found) = sweep(surface, [Adam()], {"lr": [0.1, 2.0]}, start=(0.5, 1.0), steps=3)
    for k, rate in enumerate((0.1, 2.0)):
        (run,) = race(surface, [Adam(lr=rate)], start=(0.5, 1.0), steps=3)
        lost = np.inf if run.ended is None else run.ended
        assert found.diverged[0, k] == lost
