"""What a function computes with: numpy, torch or jax, in double precision.

Neither torch nor jax is imported here: a function that needs one has imported it already.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import autograd.numpy as anp
import numpy as np

from surfaces.surface import Array, derivative_of

Part = Callable[[Any, Any], Any]  # (x, y) -> losses, in a library's own arrays


@dataclass(frozen=True)
class Library:
    """A library's arrays.

    Attributes:
        name: its module.
        array: numbers of numpy -> its arrays in double precision.
        numbers: what a function returned -> the same for numpy; still without any check.
        stack: a pair of its arrays and an axis -> one array.
        gradient: a function of two of its arrays and these -> the gradient of the sum of what it
            returns.
        mapped: a function of one vector -> the same of many, or None where there is none.
        within: () -> the context in which it computes in double precision.
    """

    name: str
    array: Callable[[Array], Any]
    numbers: Callable[[Any], Any]
    stack: Callable[[list[Any], int], Any]
    gradient: Callable[[Part, Any, Any], tuple[Any, Any]]
    mapped: Callable[[Callable[..., Any]], Callable[..., Any]] | None = None
    within: Callable[[], AbstractContextManager[Any]] = nullcontext


def numpy_library() -> Library:
    """autograd.numpy, which takes numpy's arrays and those by which autograd traces."""

    def gradient(part: Part, x: Any, y: Any) -> tuple[Any, Any]:
        return derivative_of(part)(x, y)[1]

    return Library("numpy", np.asarray, lambda value: value, stacked, gradient)


def stacked(parts: list[Any], axis: int) -> Any:
    """np.stack, which autograd has as a function of its own; all others offer themselves."""
    offers = hasattr(type(parts[0]), "__array_function__") or isinstance(parts[0], float)
    return np.stack(parts, axis) if offers else anp.stack(parts, axis)


def torch_library() -> Library:
    """torch, if it is imported."""
    torch = sys.modules["torch"]

    def numbers(value: Any) -> Any:
        return value.detach().cpu().numpy() if isinstance(value, torch.Tensor) else value

    def gradient(part: Part, x: Any, y: Any) -> tuple[Any, Any]:
        at = [each.clone().requires_grad_() for each in (x, y)]
        total = part(*at).sum()
        if not total.requires_grad:
            raise TypeError("what it returns is cut off from what it got")
        found = torch.autograd.grad(total, at, allow_unused=True)
        zeros = torch.zeros_like(x)
        dx, dy = (zeros if each is None else each for each in found)
        return numbers(dx), numbers(dy)

    def array(values: Array) -> Any:
        return torch.tensor(values, dtype=torch.float64)

    return Library("torch", array, numbers, torch.stack, gradient, torch.vmap)


def jax_library() -> Library:
    """jax, if it is imported; its 64 bits are on while it is asked, and only then."""
    jax, jnp = sys.modules["jax"], sys.modules["jax.numpy"]

    def within() -> AbstractContextManager[Any]:
        if hasattr(jax, "enable_x64"):
            found: AbstractContextManager[Any] = jax.enable_x64(True)
        else:  # older releases
            found = import_module("jax.experimental").enable_x64()
        return found

    def numbers(value: Any) -> Any:
        return np.asarray(value) if isinstance(value, jax.Array) else value

    def gradient(part: Part, x: Any, y: Any) -> tuple[Any, Any]:
        dx, dy = jax.grad(lambda a, b: part(a, b).sum(), argnums=(0, 1))(x, y)
        return np.array(dx), np.array(dy)

    return Library("jax", jnp.asarray, numbers, jnp.stack, gradient, jax.vmap, within)


LIBRARIES = {"numpy": numpy_library, "torch": torch_library, "jax": jax_library}


def imported() -> Iterator[Library]:
    """Those that there are: numpy, then what else the user has imported."""
    yield numpy_library()
    for name, module in (("torch", "torch"), ("jax", "jax.numpy")):
        if module in sys.modules:
            yield LIBRARIES[name]()


def owner_of(value: Any) -> str:
    """The library whose array a value is; "numpy" for all that is neither torch's nor jax's."""
    root = type(value).__module__.partition(".")[0]
    return {"torch": "torch", "jax": "jax", "jaxlib": "jax"}.get(root, "numpy")
