"""Optimizers of torch.optim, and whatever is made and stepped like them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import numpy as np

from optviz.adapters.adapted import Adapted, Kept, adapted, called, checked_shape, library, tried
from optviz.optimizers import Array, Optimizer

switching = threading.Lock()


def torch_optimizer(kind: Any, *, name: str | None = None, **settings: Any) -> Optimizer:
    """An optimizer of torch, or any class that is made and stepped like one.

    Args:
        kind: its class, as torch.optim.NAdam.
        name: for legends; the class's own with Torch behind it, if None.
        settings: as the class takes them, by name. Numbers, given or not, become hyper-parameters
            (betas two of them); everything else stays as it is given.

    Raises:
        ValueError: torch is not installed, or the class is none, knows no such setting, or takes no
            step on two numbers and their gradients.
    """
    torch = library("torch")
    own = name or f"{called(kind)}Torch"
    source = f"PyTorch {torch.__version__}, {getattr(kind, '__module__', '')}.{called(kind)}"
    made = adapted(TorchRule, own, kind, source, settings, skip=1)
    made.like = {}
    return tried(made)


class TorchRule(Adapted):
    """An optimizer of torch; before its first step torch has no state, and so none is kept."""

    like: ClassVar[dict[str, Any]]  # the state's quantities, as torch itself had them last

    def advance(
        self, x: Array, g: Array, kept: Kept, t: int, settings: dict[str, Any]
    ) -> tuple[Array, Kept]:
        torch = library("torch")
        with doubles_in_torch(torch):
            point = torch.tensor(x, requires_grad=True)
            point.grad = torch.tensor(g)
            optimizer = type(self).make([point], **settings)
            if t > 1:
                optimizer.state[point].update(self.restored(torch, kept))
            optimizer.step()
            left = optimizer.state[point].items()
        # t is the number of the step here.
        state = {"t_own" if name == "t" else name: v for name, v in left if v is not None}
        self.like.update(state)
        return point.detach().numpy(), {
            name: checked_shape(name, as_array(value), x.shape) for name, value in state.items()
        }

    def restored(self, torch: Any, kept: Kept) -> Kept:
        """What was kept as torch had it: numbers as numbers, tensors of one number without axes."""
        state = {}
        for name, value in kept.items():
            like = self.like[name]
            one = value if np.ndim(like) else value.flat[0]
            tensor = hasattr(like, "dtype")
            one = torch.tensor(one, dtype=like.dtype) if tensor else type(like)(one)
            state["t" if name == "t_own" else name] = one
        return state


def as_array(value: Any) -> Any:
    """A tensor as an array, a number as it is."""
    return value.detach().numpy().copy() if hasattr(value, "detach") else value


@contextmanager
def doubles_in_torch(torch: Any) -> Iterator[None]:
    """Torch's own numbers, such as a step's count, in double precision while a step is taken.

    torch has this setting for the process only, so whatever else it does meanwhile is under it too.
    """
    with switching:
        before = torch.get_default_dtype()
        torch.set_default_dtype(torch.float64)
        try:
            yield
        finally:
            torch.set_default_dtype(before)
