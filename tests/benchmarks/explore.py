"""Sweeps and basin maps by us and by torch: both sides in one run.

    pip install -r requirements.txt -r tests/benchmarks/requirements.txt
    python -m tests.benchmarks.explore

Three comparisons and three doublings, all on Beale's function with its slope in closed form; torch
differentiates by autograd. The sides take turns in one process, on one thread. torch.optim takes
one setting at a time, so that a sweep of 2,500 takes it minutes: `SHARE` of the settings, evenly
spaced, are run, and the time is scaled up. Of a basin map torch computes only the last points;
a second line has what it takes if it notes as well since when each run is at the minimum. Only the
ratios mean something elsewhere.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from optviz.optimizers import OPTIMIZERS, Momentum
from optviz.studies.basins import basins
from optviz.studies.sweep import Sweep, pair_sweep
from optviz.studies.targets import DIVERGED
from optviz.studies.targets import SHARE as SHARE_OF_PICTURE
from surfaces import SURFACES, Surface
from surfaces.formula import formula_surface
from tests.benchmarks.race_against_torch import TORCH, beale

# By name, because mypy also checks this where torch is not installed.
torch: Any = import_module("torch")

BEALE = SURFACES["beale"]
TYPED = formula_surface(
    "(1.5 - x + x*y)**2 + (2.25 - x + x*y**2)**2 + (2.625 - x + x*y**3)**2",
    xlim=BEALE.xlim,
    ylim=BEALE.ylim,
)
STEPS = 200
ROUNDS = 5
SIDE = 50  # of the sweep's grid
STARTS = 100  # along each side of the basin map's grid
EVERY = 100  # of so many settings torch.optim runs one
RATES = np.geomspace(1e-6, 1e-2, SIDE)
MUS = np.linspace(0, 0.98, SIDE)
PAIRS = np.stack(np.meshgrid(RATES, MUS, indexing="ij"), axis=-1).reshape(-1, 2)
RADIUS = SHARE_OF_PICTURE * float(np.hypot(np.ptp(BEALE.xlim), np.ptp(BEALE.ylim)))
SEVEN = [kind() for kind in OPTIMIZERS.values()]


def our_sweep(steps: int = STEPS) -> Sweep:
    """The whole heat map."""
    *_, done = pair_sweep(BEALE, Momentum(), {"lr": RATES, "mu": MUS}, steps=steps)
    return done


def torch_sweep_looped() -> Any:
    """(settings,) the final losses of one in `EVERY` settings, each run by torch.optim."""
    losses = []
    for lr, mu in PAIRS[::EVERY]:
        p = torch.tensor(BEALE.start, dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.SGD([p], lr=float(lr), momentum=float(mu))
        for _ in range(STEPS):
            optimizer.zero_grad()
            beale(*p.unbind()).backward()
            optimizer.step()
        losses.append(beale(*p.detach()))
    return torch.stack(losses).numpy()


def torch_sweep_batched() -> Any:
    """(2500,) the final losses of all settings as one tensor, the update written by hand."""
    lr, mu = torch.tensor(PAIRS.T.copy())[:, :, None]
    p = torch.tensor([BEALE.start] * len(PAIRS), dtype=torch.float64, requires_grad=True)
    b = torch.zeros_like(p)
    for _ in range(STEPS):
        (g,) = torch.autograd.grad(beale(*p.unbind(1)).sum(), p)
        with torch.no_grad():
            b.mul_(mu).add_(g)
            p -= lr * b
    return beale(*p.detach().unbind(1)).numpy()


def our_map(
    starts: int = STARTS, steps: int = STEPS, times: int = 1, surface: Surface = BEALE
) -> Any:
    """The basin map of the seven, `times` times over; its last, complete result."""
    *_, done = basins(surface, SEVEN * times, shape=(starts, STARTS), steps=steps)
    return done


def torch_map(watched: bool = True) -> Any:
    """(7, 10000, 2) the last points; torch.optim runs each rule on all starts as one parameter.

    `watched`, it also notes what a basin map consists of: since when each run is at the minimum,
    and when it was not finite any more.
    """
    across, along = np.meshgrid(np.linspace(*BEALE.xlim, STARTS), np.linspace(*BEALE.ylim, STARTS))
    starts = np.stack([across.ravel(), along.ravel()], axis=-1)
    minimum = torch.tensor(BEALE.minima[0], dtype=torch.float64)
    ends = []
    for rule in TORCH:
        p = torch.tensor(starts, requires_grad=True)
        optimizer = rule(p)
        near = torch.zeros(len(starts), dtype=torch.bool)
        fine = torch.ones_like(near)
        since = torch.zeros(len(starts), dtype=torch.int32)
        for step in range(1, STEPS + 1):
            optimizer.zero_grad()
            beale(*p.unbind(1)).sum().backward()
            optimizer.step()
            if watched:
                q = p.detach()
                now = (q - minimum).square().sum(1) <= RADIUS**2
                still = fine & q.isfinite().all(1)
                since[fine & ((now != near) | ~still)] = step
                near, fine = now, still
        ends.append(p.detach().numpy())
    return np.array(ends)


def agree() -> None:
    """Both sides arrive at the same, or their times say nothing; this also warms both up."""
    ours = our_sweep()
    final = ours.final.ravel()
    for theirs, mine in (
        (torch_sweep_looped(), final[::EVERY]),
        (torch_sweep_batched(), final),
    ):
        calm = mine < 52  # the loss at the start: what is about to blow up magnifies the last bit
        np.testing.assert_allclose(mine[calm], theirs[calm], rtol=1e-5)
        assert calm.mean() > 0.5
    mapped, ends = our_map(), torch_map()
    there = np.hypot(*(ends - mapped.minima[0]).transpose(2, 0, 1)) <= mapped.radius
    same = (mapped.minimum.reshape(there.shape) == 0) == there
    # NAG's parameter in torch is another point, and what nearly diverges parts.
    shares = same.mean(axis=1)
    print("the same end:", ", ".join(f"{share:.2%}" for share in shares))
    assert (np.delete(shares, 2) > 0.999).all()
    assert (mapped.minimum == DIVERGED).any()


def timed(side: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    began = perf_counter()
    side()
    return perf_counter() - began


# What is compared: ours, theirs, which share of the work theirs does, the target of the ratio.
Comparison = tuple[Callable[[], object], Callable[[], object], float, float]
SHARE = len(PAIRS[::EVERY]) / len(PAIRS)
COMPARISONS: dict[str, Comparison] = {
    "sweep / torch.optim, looped": (our_sweep, torch_sweep_looped, SHARE, 1 / 500),
    "sweep / torch, batched by hand": (our_sweep, torch_sweep_batched, 1.0, 1 / 3),
    "basin map / torch.optim": (our_map, lambda: torch_map(watched=False), 1.0, 0.35),
    "the same, torch watched as well": (our_map, torch_map, 1.0, np.inf),
    "basin map of a typed formula": (
        lambda: our_map(surface=TYPED),
        lambda: torch_map(watched=False),
        1.0,
        1.5,
    ),
    "sweep, twice the steps": (lambda: our_sweep(2 * STEPS), our_sweep, 1.0, 2.2),
    "map, twice the steps": (lambda: our_map(steps=2 * STEPS), our_map, 1.0, 2.2),
    "map, twice the starts": (lambda: our_map(starts=2 * STARTS), our_map, 1.0, 2.2),
    "map, twice the optimizers": (lambda: our_map(times=2), our_map, 1.0, 2.2),
}


def first_picture() -> float:
    """Seconds until the basin map has something to show."""
    return timed(lambda: next(basins(BEALE, SEVEN, shape=(STARTS, STARTS), steps=STEPS)))


def main() -> int:
    """Print the table; 1 if a median misses its target."""
    torch.set_num_threads(1)
    agree()
    print(f"torch {torch.__version__}, numpy {np.__version__}, {ROUNDS} rounds")
    print(f"torch.optim runs {SHARE:.0%} of the sweep's settings, its time is scaled up")
    print(f"{'':32} {'ours':>9} {'theirs':>10} {'ratio':>8} {'worst':>8} {'target':>8}")
    missed = False
    for name, (ours, theirs, share, target) in COMPARISONS.items():
        times = [(timed(ours), timed(theirs) / share) for _ in range(ROUNDS)]
        ratios = [mine / other for mine, other in times]
        mine, other = (median(each) * 1e3 for each in zip(*times, strict=True))
        print(
            f"{name:32} {mine:6.0f} ms {other:7.0f} ms {median(ratios):8.4f} "
            f"{max(ratios):8.4f} {target:8.4f}"
        )
        missed |= median(ratios) > target
    first = median(first_picture() for _ in range(ROUNDS))
    print(f"{'first picture of the map':32} {first * 1e3:6.0f} ms {'':28} {500:5} ms")
    return int(missed or first > 0.5)


if __name__ == "__main__":
    sys.exit(main())
