"""How the tests compare what optimizers did: all of it, and to the last bit."""

from dataclasses import replace
from typing import Any

import numpy as np

from optviz.optimizers import Array
from optviz.race import Trajectory


def quantities(run: Trajectory) -> dict[str, Array]:
    """Everything that a trajectory holds step by step."""
    return {"x": run.x, "loss": run.loss, "look": run.grad_at, "grad": run.grad, **run.state}


def assert_same(one: Trajectory, other: Trajectory) -> None:
    assert quantities(one).keys() == quantities(other).keys()
    for name, values in quantities(one).items():
        np.testing.assert_array_equal(values, quantities(other)[name], err_msg=name)
    np.testing.assert_array_equal(one.last, other.last)


def member(run: Trajectory, *place: int) -> Trajectory:
    """One start (and setting) of a batch, as if it had run alone."""
    here: tuple[Any, ...] = (slice(None), *place)
    return replace(
        run,
        x=run.x[here],
        loss=run.loss[here],
        grad_at=run.grad_at[here],
        grad=run.grad[here],
        state={name: values[here] for name, values in run.state.items()},
        last=run.last[place],
    )
