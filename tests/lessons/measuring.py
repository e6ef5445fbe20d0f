"""Measurements for what slides say: of rules, of losses, of the race that is shown."""

import re
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from optviz.lessons.lesson import Slide
from optviz.look import LOOK
from optviz.optimizers import SGD, Adam, Optimizer
from optviz.race import Race, Trajectory, race
from optviz.scenes.catalog import CATALOG
from surfaces import Surface
from surfaces.minibatches import Minibatches

Array = NDArray[np.float64]
Check = Callable[[Slide], bool]

ENDS = re.compile(r"(?<=[.?]) (?=[A-Z])")
INSTRUCTIONS = ("Go through", "Look at", "Watch", "Here is", "Here are")  # state nothing
MANY = 2000  # minibatches, over which is averaged


def sentences(slide: Slide) -> list[str]:
    """Those of a slide's text that state something."""
    return [each for each in ENDS.split(slide.text) if not each.startswith(INSTRUCTIONS)]


def moves(optimizer: Optimizer, *gradients: tuple[float, float]) -> Array:
    """(n, 2) the steps that a rule takes for these gradients, whatever the loss."""
    x = np.zeros(2)
    state = optimizer.init(x)
    steps = []
    for gradient in gradients:
        after, state = optimizer.step(x, np.array(gradient), state)
        steps.append(after - x)
        x = after
    return np.array(steps)


def steps(run: Trajectory) -> Array:
    """(last, 2) the steps of a run."""
    return np.asarray(np.diff(run.x[: int(run.last) + 1], axis=0))


def full_gradient(surface: Surface, points: Array) -> Array:
    """(..., 2) the gradient of the loss that is shown."""
    return np.stack(surface.autograd_gradient(points[..., 0], points[..., 1]), axis=-1)


def runs(slide: Slide, *names: str) -> list[Trajectory]:
    return [slide.race[name] for name in names]


def at_start(slide: Slide) -> Array:
    return full_gradient(slide.scene.surface, np.array(slide.scene.start))


# Of rules.


def scales(optimizer: Optimizer) -> float:
    """How many times as long the first step is for a gradient that is ten times as large."""
    small, large = (moves(optimizer, (3.0 * k, -2.0 * k)) for k in (10, 100))
    return float(np.linalg.norm(large) / np.linalg.norm(small))


def remembers(optimizer: Optimizer) -> bool:
    """Whether a rule goes on where the gradient has become zero."""
    return bool(np.any(moves(optimizer, (1.0, 1.0), (0.0, 0.0))[1]))


def evens_out(optimizer: Optimizer) -> bool:
    """Whether two coordinates, one a thousand times as large as the other, move alike."""
    x, y = moves(optimizer, *[(1.0, 1e-3)] * 5)[-1]
    return bool(0.5 < abs(y / x) < 2)


def are(slide: Slide, **kinds: tuple[bool, bool]) -> bool:
    """Whether these rules keep a velocity, and divide by the size of past gradients."""
    found = {run.name: (remembers(run.optimizer), evens_out(run.optimizer)) for run in slide.race}
    return all(found[name] == kind for name, kind in kinds.items())


def against_gradient(run: Trajectory) -> bool:
    """Whether no coordinate ever moves with its gradient."""
    return bool(np.all(steps(run) * run.grad[: int(run.last)] <= 0))


def keeps_velocity(run: Trajectory) -> bool:
    mu = run.optimizer.settings()["mu"]
    taken = steps(run)
    added = taken[1:] - mu * taken[:-1]
    return bool(0.5 < mu < 1 and np.allclose(added, -run.optimizer.settings()["lr"] * run.grad[1:]))


def share(beta: float, t: int) -> float:
    return 1 - beta**t


# Of losses.


def rises_to(surface: Surface, x: float, y: float) -> bool:
    """Whether the loss is higher there than at (0, 0)."""
    high, low = surface.loss(np.array([x, 0.0]), np.array([y, 0.0]))
    return bool(high > low)


def noise(done: Race, run: Trajectory) -> Array:
    """(steps, 2) what was added to the gradient of the loss that is shown."""
    return np.asarray(run.grad - full_gradient(done.surface, run.x[:-1]))


def noise_is_the_same_everywhere(slide: Slide) -> bool:
    done = slide.race
    points = np.array([*done.surface.minima, (-2.5, 1.5), (9.0, -9.0)])
    seen = np.array([done.surface.step_gradient(points, step) for step in range(50)])
    return bool(np.allclose(seen.std(axis=0), seen.std(axis=0)[0]) and seen.std() > 0)


def same_noise(slide: Slide) -> bool:
    added = [noise(slide.race, run) for run in slide.race if run.name != "NAG"]
    return all(np.allclose(each, added[0]) for each in added)


def minibatches_of(slide: Slide) -> Minibatches:
    batch = slide.scene.surface.minibatches
    assert batch is not None
    return batch


def is_mean_over_all(slide: Slide) -> bool:
    """Whether the loss is the mean over all samples."""
    batch, (x, y) = minibatches_of(slide), map(np.array, slide.scene.start)
    assert batch.loss
    mean = batch.loss(x, y, np.arange(batch.count))
    return bool(np.isclose(slide.scene.surface.loss(x, y), mean))


def minibatches_average(slide: Slide) -> bool:
    surface = slide.scene.surface
    batch = minibatches_of(slide)
    start = np.array(slide.scene.start)
    epoch = batch.count // batch.size
    seen = np.array([surface.step_gradient(start, step) for step in range(epoch)])
    return bool(np.allclose(seen.mean(axis=0), at_start(slide)) and seen.std() > 0.01)


def stage_gradient(slide: Slide, step: int) -> Array:
    """The mean gradient at the race's start that steps near this one get."""
    start = np.array(slide.scene.start)
    surface = slide.scene.surface
    seen = [surface.step_gradient(start, step + k) for k in range(40)]
    return np.asarray(np.mean(seen, axis=0))


def leads_to_the_old_minimum(slide: Slide) -> bool:
    """Whether the two stages' gradients point to different minima."""
    old, new = slide.scene.surface.minima[:2]
    start = np.array(slide.scene.start)
    downhill = [-stage_gradient(slide, step) for step in (0, 200)]
    return all(
        down @ (np.array(there) - start) > 0 and down @ (np.array(there) - np.array(other)) > 0
        for down, there, other in zip(downhill, (old, new), (new, old), strict=True)
    )


def mirrored(slide: Slide) -> bool:
    """Whether from the other side of y = 0 the runs leave to the other side."""
    done = race(*CATALOG["long_valley"].conditions)
    x, y = done.start
    back = race(done.surface, [e.optimizer for e in done.entrants], (x, -y), done.steps)
    return y != 0 and all(
        np.array_equal(run.x * (1, -1), other.x) for run, other in zip(done, back, strict=True)
    )


def oscillates_above(slide: Slide) -> bool:
    """Whether SGD is driven out along x by a learning rate that is too large for it alone."""
    surface, start = slide.scene.surface, slide.scene.start
    sharp = 1e6 * np.diff(full_gradient(surface, np.array([(0.0, 0.0), (1e-6, 0.0)])), axis=0)[0, 0]
    tame, wild = race(surface, [SGD(lr=1.9 / sharp), SGD(lr=2.1 / sharp)], start, 10)
    turns = np.sign(wild.x[:, 0])
    return bool(
        abs(tame.x[-1, 0]) < abs(start[0]) < abs(wild.x[-1, 0]) and np.all(turns[1:] != turns[:-1])
    )


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def paler_is_lower() -> bool:
    grounds = [LOOK["themes"][each]["ground"] for each in ("light", "dark")]
    tones = [[luminance(colour) for colour in ground] for ground in grounds]
    return all(tone == sorted(tone, reverse=True) for tone in tones)


def same_rates(slide: Slide) -> bool:
    return len({run.optimizer.settings()["lr"] for run in slide.race}) == 1


def origins(slide: Slide) -> set[str]:
    return {each.origin for each in slide.scene.entrants}


def adam_after_one_step(slide: Slide) -> bool:
    """What is known of m and v after one step, by the shares of their corrections."""
    run = slide.race["Adam"]
    settings, g = run.optimizer.settings(), run.grad[0]
    m, v = share(settings["beta1"], 1), share(settings["beta2"], 1)
    state = {name: values[1] for name, values in run.state.items()}
    return bool(
        np.allclose(state["m"], m * g)
        and np.allclose(state["v"], v * g * g)
        and np.allclose(state["m_hat"], state["m"] / m)
        and np.allclose(state["v_hat"], state["v"] / v)
        and max(m, v) <= 0.1
    )


def both_too_small(slide: Slide) -> bool:
    run = slide.race["AdamUncorrected"]
    g = np.abs(run.grad[0])
    m, root = np.abs(run.state["m"][1]), np.sqrt(run.state["v"][1])
    step = run.optimizer.settings()["lr"] * m / root
    return bool(np.all(m < g / 2) and np.all(root < g / 2)) and np.allclose(
        step, np.abs(steps(run)[0]), rtol=1e-5
    )


def epsilon_decides_where_gradients_are_small(slide: Slide) -> bool:
    length = [
        [np.linalg.norm(moves(Adam(lr=0.1, eps=eps), (size, size))) for eps in (1e-8, 1e-7)]
        for size in (1.0, 1e-10)
    ]
    (one, same), (long, short) = length
    return bool(np.isclose(one, same) and long > 5 * short)


def as_long_although_small(slide: Slide) -> bool:
    """Whether Adam's second weight moves like its first one though its gradients are tiny."""
    run = slide.race["Adam"]
    first, second = np.median(np.abs(run.grad), axis=0)
    one, other = np.median(np.abs(steps(run)), axis=0)
    return bool(first > 1000 * second and 0.3 < other / one < 3)


def denominators(slide: Slide) -> bool:
    """Whether sqrt(v) + eps lies between 1 and 1.5, and all gradients are below eps = 1."""
    run = slide.race["Adam ε 1"]
    eps = run.optimizer.settings()["eps"]
    divisors = np.sqrt(run.state["v_hat"][1:]) + eps
    large = np.abs(run.grad).max()
    return bool(eps == 1 > large and divisors.min() >= 1 and divisors.max() <= 1.5)


def longer_by_rate(slide: Slide) -> bool:
    """Whether a larger epsilon shortens Adam's steps, and a larger learning rate undoes it."""
    plain, short, again = (
        abs(moves(Adam(lr=lr, eps=eps), (1.0, 1.0))[0, 0])
        for lr, eps in ((0.1, 1e-8), (0.1, 1.0), (0.2, 1.0))
    )
    return bool(short < plain and np.isclose(again, plain))


def only_noise(slide: Slide) -> bool:
    start, surface = slide.scene.start, slide.scene.surface
    (best,) = surface.minima
    small = max(np.abs(run.grad[:, 1]).max() for run in slide.race)
    return bool(start[1] == best[1] and abs(at_start(slide)[1]) < 1e-12 and small < 1e-3)


def recent_only(slide: Slide) -> bool:
    """Whether AdaGrad's denominator sums all squares, and RMSProp's is a running mean of them."""
    grad, mean = runs(slide, "AdaGrad", "RMSProp")
    rho = mean.optimizer.settings()["rho"]
    v = mean.state["v"]
    return bool(
        np.allclose(grad.state["G"][1:], np.cumsum(grad.grad**2, axis=0))
        and np.allclose(v[1:], rho * v[:-1] + (1 - rho) * mean.grad**2)
    )


def velocity_lasts(slide: Slide) -> bool:
    """Whether there are steps that go on with the gradient along one axis."""
    return all(not against_gradient(run) for run in runs(slide, "Momentum", "NAG"))


def grows_along(slide: Slide) -> bool:
    """Whether the gradient along the valley keeps its sign until a run has left, and v grows."""
    for run in slide.race:
        inside = np.abs(run.x[:-1, 1]) < 1
        along = run.grad[inside, 1]
        speed = np.abs(run.state["v"][1:][inside, 1])
        if len(set(np.sign(along))) > 1 or np.any(np.diff(speed) < 0):
            return False
    return True


def changes_across(slide: Slide) -> bool:
    points = np.array([(-0.1, 0.5), (0.1, 0.5)])
    left, right = full_gradient(slide.scene.surface, points)[:, 0]
    return bool(left < 0 < right)


def adam_betas(slide: Slide) -> bool:
    """Whether these are the shares' numbers."""
    settings = slide.race["Adam"].optimizer.settings()
    return (settings["beta1"], settings["beta2"]) == (0.9, 0.999)
