"""What is found out about an adapted optimizer before it races, by stepping it beside its class."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from optviz.adapters.running import Given, Objective, Run, Stepper, shown
from optviz.optimizers import Array, Seed

STEPS = 30
HALF = STEPS // 2
LIMIT = 1e-12  # between two paths of the same steps, relative to their distance from the origin

START: Array = np.array([1.0, 1.6])
ELSEWHERE: Array = np.array([-0.3, 0.25])
CURVATURE: Array = np.array([0.5, 2.0])
TILTS: Array = np.random.default_rng(0).normal(scale=0.1, size=(STEPS, 2))

# A batch whose members differ as much as they can: one is like START, one has no gradient, one
# loses its numbers half-way, one explodes, one rests in every third step.
STARTS: Array = np.array([[1.0, 1.6], [-0.3, 0.25], [2.0, -1.5], [1e3, -1e3], [1e-3, 1.0]])
FACTORS: Array = np.ones((STEPS, len(STARTS), 1))
FACTORS[:, 1] = 0.0
FACTORS[HALF:, 2] = np.inf
FACTORS[:, 3] = 1e180
FACTORS[::3, 4] = 0.0


class Bowl:
    """A loss of two numbers that is tilted differently in each step: sum(c x^2 + tilt x)."""

    def step_loss(self, points: Array, step: int, seed: Seed) -> Array:
        """(...) the loss at points (..., 2)."""
        return np.asarray(((CURVATURE * points + TILTS[step]) * points).sum(axis=-1))

    def step_gradient(self, points: Array, step: int, seed: Seed) -> Array:
        """(..., 2) its gradient there."""
        gradient: Array = 2 * CURVATURE * points + TILTS[step]
        return gradient


BOWL = Bowl()


@dataclass(frozen=True)
class Findings:
    """What is known of a class with its settings.

    Attributes:
        asks: what its steps ask for besides a gradient, one of its library's words; "" for nothing.
        names: of all that it remembers at any step.
    """

    asks: str
    names: tuple[str, ...]


Begin = Callable[[Array, str], Stepper]  # at a start; what its steps ask for
Alone = Callable[[str], Iterator[Array]]  # the same; the points after each step


def examine(name: str, begin: Begin, alone: Alone, ways: Sequence[str]) -> Findings:
    """Hold an adapted optimizer to its class, which a plain loop of its library steps.

    Args:
        name: what it is called.
        begin: makes a stepper.
        alone: steps the class on `BOWL` from `START`, `STEPS` times, as its users would.
        ways: what steps may ask for; the first way in which one is taken is the right one.

    Raises:
        ValueError: it takes no step, or is not where its class is.
    """
    problems: dict[str, Exception | None] = {}
    for asks in ways:
        natively, problems[asks] = walked(alone(asks))
        if natively:
            break
    else:
        said = str(problems[ways[0]])  # it may say what it asks for, in the words of the ways
        asked = [way for way in ways[1:] if way in said] or ways
        raise ValueError(
            f"{name} takes no step on two numbers and their gradients: "
            f"{first_line(problems[asked[0]])}"
        )
    names: dict[str, None] = {}
    for steps in (side_by_side(begin, asks, names), taken_up(begin, asks)):
        raced, problem = walked(steps)
        apart = first_apart(natively, raced)
        if apart is not None:
            stopped = f" ({first_line(problem)})" if problem else ""
            raise ValueError(
                f"{name} cannot race: after step {apart} it is not where its class is when that "
                f"is stepped by itself{stopped}, so it moves by chance, which a seed may end, or "
                "its objects share what they keep"
            )
    return Findings(asks, tuple(names))


def walked(steps: Iterator[Array]) -> tuple[list[Array], Exception | None]:
    """The points after each step, and what the library said when it took no more."""
    points: list[Array] = []
    try:
        with np.errstate(all="ignore"):
            points.extend(np.array(point) for point in steps)
    except Exception as problem:  # a library may raise anything
        return points, problem
    return points, None


def side_by_side(begin: Begin, asks: str, names: dict[str, None]) -> Iterator[Array]:
    """The points of a run beside which another one runs half as far; notes what it remembers."""
    one, other, x, y = begin(START, asks), begin(ELSEWHERE, asks), START, ELSEWHERE
    for step in range(STEPS):
        x = one.step(given(x, step))
        names.update(dict.fromkeys(shown(one, x.shape)))
        yield x
        y = other.step(given(y, step)) if step < HALF else y


def taken_up(begin: Begin, asks: str) -> Iterator[Array]:
    """The points of a run that goes to its end, and is taken up once more from half-way."""
    run, x = Run(lambda: begin(START, asks)), START

    def go(run: Run, x: Array, step: int) -> Array:
        run.keep(given(x, step))
        return run.step(given(x, step))

    for step in range(HALF):
        x = go(run, x, step)
        yield x
    ahead = x
    with suppress(Exception):  # where its class stops, it stops
        for step in range(HALF, STEPS):
            ahead = go(run, ahead, step)
    run = run.at(HALF)
    for step in range(HALF, STEPS):
        x = go(run, x, step)
        yield x


def given(x: Array, step: int) -> Given:
    """What a step on the bowl is given."""
    return Given(x, BOWL.step_gradient(x, step, 0), Objective(BOWL, step, 0))


def first_apart(one: list[Array], other: list[Array]) -> int | None:
    """The first step after which the other is apart, or one has ended; None if there is none.

    A path counts as long as it is finite.
    """
    for step, (x, y) in enumerate(zip(one, other, strict=False), 1):
        if not np.isfinite(x).all():
            return None
        if not np.allclose(x, y, rtol=LIMIT, atol=LIMIT):
            return step
    return None if len(one) == len(other) else min(len(one), len(other)) + 1


def mixes(begin: Begin) -> bool:
    """Whether a batch in one parameter moves otherwise than each of its points by itself."""
    try:
        together = paths(begin(STARTS, ""), STARTS, FACTORS)
        single = [paths(begin(x, ""), x, FACTORS[:, k]) for k, x in enumerate(STARTS)]
    except Exception:  # it takes no such batch, or stops for the sake of one member
        return True
    return not all(
        each.keys() == together.keys()
        and all(np.array_equal(each[name], together[name][:, k], equal_nan=True) for name in each)
        for k, each in enumerate(single)
    )


def paths(stepper: Stepper, x: Array, factors: Array) -> Mapping[str, Array]:
    """Points and what is remembered, (STEPS, ..., 2) each, along gradients of given sizes."""
    kept: dict[str, list[Any]] = {}
    with np.errstate(all="ignore"):
        for step in range(STEPS):
            g = BOWL.step_gradient(x, step, 0) * factors[step]
            x = stepper.step(Given(x, g, None))
            for name, value in {**shown(stepper, x.shape), "": x}.items():
                kept.setdefault(name, []).append(np.broadcast_to(value, x.shape))
    return {name: np.array(values) for name, values in kept.items()}


def first_line(error: BaseException | None) -> str:
    """What an exception says, in a line."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
