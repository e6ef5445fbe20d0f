"""Adapted optimizers beside their libraries: `python -m tests.references.adapters`.

Each walks along the recorded gradients and is held to what its library did along them when it was
recorded, called as its users call it. Adam is held to ours, too, and batches to each start alone.
"""

import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

from optviz.adapters import optax_optimizer, torch_optimizer
from optviz.optimizers import Adam, Optimizer
from optviz.race import race
from surfaces import SURFACES
from tests.references.compare import LIMITS, about_of, path, recorded
from tests.references.record import installed

SURFACE = "beale"
STEPS = 200
STARTS = np.random.default_rng(0).normal(size=(4, 2))


def from_torch(library: Any, name: str, settings: dict[str, float]) -> Optimizer:
    """The optimizer of torch that is recorded under a name."""

    def make(points: Any) -> Any:
        return library.RULES[name](points[0], settings)

    return torch_optimizer(make, name=name)


def from_optax(library: Any, name: str, settings: dict[str, float]) -> Optimizer:
    """That of optax."""
    return optax_optimizer(library.RULES[name](settings), name=name)


ADAPTERS: dict[str, Callable[[Any, str, dict[str, float]], Optimizer]] = {
    "torch": from_torch,
    "optax": from_optax,
}
# torch.optim.SparseAdam takes sparse gradients only, which a race does not have.
LEFT_OUT = {"lazyadam"}


def with_usual_precision() -> None:
    """Single precision, as users have it: the modules that record have set it to double."""
    for name, module in installed():
        if name == "torch":
            module.torch.set_default_dtype(module.torch.float32)
        if name == "optax":
            import_module("jax").config.update("jax_enable_x64", False)


def apart(name: str, library: Any) -> dict[str, float]:
    """How far each adapted rule is from the record of its library, at most."""
    record = recorded()[name]
    about, given = about_of(record), record[f"{SURFACE}/gradients"]
    start = np.array(about["starts"][SURFACE])
    found = {}
    for rule, settings in about["optimizers"].items():
        if rule in library.RULES and rule not in LEFT_OUT:
            adapted = ADAPTERS[name](library, rule, settings)
            x = path(adapted, start, lambda k, x: given[k], about["steps"])
            gone = np.abs(x[about["kept"]] - record[f"{SURFACE}/{rule}/given"])
            found[rule] = float(gone.max())
    return found


def beside_ours(adam: Optimizer) -> dict[str, float]:
    """An adapted Adam beside ours on Beale's function, and its batches beside each start alone."""
    surface = SURFACES["beale"]
    began = time.perf_counter()
    theirs = race(surface, [adam], steps=STEPS)[0]
    took = (time.perf_counter() - began) / STEPS
    ours = race(surface, [Adam(lr=adam.settings()["lr"])], steps=STEPS)[0]
    together = race(surface, [adam], STARTS, steps=STEPS)[0]
    alone = [race(surface, [adam], start, steps=STEPS)[0].x for start in STARTS]
    return {
        f"Adam beside ours, {STEPS} steps": float(np.abs(ours.x - theirs.x).max()),
        "a batch beside each start alone": float(np.abs(together.x - np.stack(alone, 1)).max()),
        "milliseconds a step": 1000 * took,
    }


def adapted_adam(name: str) -> Optimizer:
    """Adam as a user's file would have it."""
    if name == "torch":
        return torch_optimizer(import_module("torch").optim.Adam, lr=0.3)
    return optax_optimizer(import_module("optax").adam, learning_rate=0.3)


def main() -> None:
    libraries = {name: each for name, each in installed() if name in ADAPTERS}
    with_usual_precision()
    failed = []
    for name, library in libraries.items():
        found, beside = apart(name, library), beside_ours(adapted_adam(name))
        print(f"{name} {library.VERSIONS[name]}: {len(found)} rules along recorded gradients")
        for what, each in (found | beside).items():
            print(f"  {what:34}{each:.1e}")
        *distances, _ = (found | beside).values()
        failed += [name for each in distances if not each <= LIMITS["given"]]
    if failed or not libraries:
        raise SystemExit(f"too far apart: {failed}" if failed else "no library is installed")


if __name__ == "__main__":
    main()
