"""What programs are given: points, gradients and memories."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.optimizers import Optimizer, State
from optviz.program.tracing import HYPER, PARAMETER, STATE, free
from surfaces.surface import Surface

Array = NDArray[np.float64]
MANY = 40


def state_before(optimizer: Optimizer) -> tuple[Array, Array, State]:
    """(MANY, 2) points and gradients, and a state in the middle of a run; some gradients are 0."""
    rng = np.random.default_rng(1)
    x, g = rng.normal(size=(2, MANY, 2))
    g[::7, 0] = 0
    state = optimizer.init(x)
    for name in optimizer.memory:
        setattr(state, name, np.abs(rng.normal(size=(MANY, 2))))
    vars(state)["t"] = 6
    return x, g, state


def inputs_of(optimizer: Optimizer, x: Array, g: Array, state: State) -> dict[str, Any]:
    """The inputs of a rule's program for the step after this state."""
    pairs = {"x": x, "g": g} | {STATE + name: getattr(state, name) for name in optimizer.memory}
    found: dict[str, Any] = {"t": state.t + 1}
    found |= {HYPER + name: value for name, value in optimizer.settings().items()}
    for name, both in pairs.items():
        found |= {f"{name}.x": both[..., 0], f"{name}.y": both[..., 1]}
    return found


def at_points(surface: Surface, x: Any, y: Any) -> dict[str, Any]:
    """The inputs of a surface's programs at these points."""
    own = free(surface)
    return {"x": x, "y": y} | ({} if own is None else {PARAMETER: own})
