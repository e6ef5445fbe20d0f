"""The gradient of a user's function: by its library, or by central differences, which is said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from surfaces.differences import differences
from surfaces.own.forms import MANY, OwnLoss, place
from surfaces.surface import Array, Limits, Surface
from surfaces.validate import in_words

AUTOGRAD = {
    "numpy": "by autograd",
    "torch": "by torch.autograd",
    "jax": "by jax.grad",
}
# The step that balances the error of order h^2 with that of rounding, eps / h, for a loss and third
# derivatives of about 1: J. Nocedal and S. Wright, Numerical Optimization, 2nd ed., 2006, 8.1.
STEP = float(np.cbrt(np.finfo(float).eps))
CENTRAL = f"by central differences, h = {STEP:.3g} max(1, |x|)"


@dataclass(frozen=True)
class OwnGradient:
    """(x, y) -> (dloss/dx, dloss/dy) by the function's own library, point by point if need be."""

    loss: OwnLoss

    def __call__(self, x: Any, y: Any) -> tuple[Any, Any]:
        """The gradient on arrays of any one shape.

        Raises:
            ValueError: the function cannot be differentiated at a point.
        """
        if not isinstance(x, float | int | np.ndarray):  # a program's symbols differentiate it
            raise TypeError("it is differentiated by its library, in numbers")
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        with self.loss.own.within():
            if self.loss.form in MANY:
                dx, dy = self.at(*self.loss.laid_out(x, y))
                return dx.reshape(x.shape), dy.reshape(x.shape)
            parts = [self.at(*map(np.asarray, each)) for each in zip(x.flat, y.flat, strict=True)]
        dx, dy = np.array(parts, dtype=float).reshape(-1, 2).T
        return dx.reshape(x.shape), dy.reshape(x.shape)

    def at(self, x: Array, y: Array) -> tuple[Array, Array]:
        """The gradient at what the function takes at once."""
        own = self.loss.own
        try:
            dx, dy = own.gradient(self.loss.asked, own.array(x), own.array(y))
        except Exception as error:  # a user's function may raise anything
            said = in_words(error)
            raise ValueError(f"the gradient fails at {place(x, y)}: {said}") from None
        return np.asarray(dx, dtype=float), np.asarray(dy, dtype=float)


@dataclass(frozen=True)
class CentralGradient:
    """(x, y) -> (dloss/dx, dloss/dy) by central differences of the loss.

    dloss/dx = (loss(x + h, y) - loss(x - h, y)) / (2 h) with h = eps^(1/3) max(1, |x|), the same
    for y.
    """

    loss: OwnLoss

    def __call__(self, x: Any, y: Any) -> tuple[Any, Any]:
        """The gradient on arrays of any one shape."""
        h, k = (STEP * np.maximum(1.0, np.abs(each)) for each in (x, y))
        dx = (self.loss(x + h, y) - self.loss(x - h, y)) / ((x + h) - (x - h))
        dy = (self.loss(x, y + k) - self.loss(x, y - k)) / ((y + k) - (y - k))
        return dx, dy


def gradient_of(loss: OwnLoss, points: Array, xlim: Limits, ylim: Limits) -> Callable[..., Any]:
    """The library's gradient where it is the loss's at all these points, else differences.

    Args:
        loss: the user's.
        points: (n, 2) at which the two are compared.
        xlim: (low, high) of the picture; ylim the same.
        ylim: the same for y.
    """
    own = OwnGradient(loss)
    try:
        claimed = np.stack(own(*points.T), axis=-1)
    except ValueError:
        return CentralGradient(loss)
    measured = differences(loss, points, xlim, ylim)
    lost = np.isfinite(measured.error) & ~np.isfinite(claimed)
    wrong = measured.contradict(claimed) | lost
    return CentralGradient(loss) if wrong.any() else own


def gradient_words(surface: Surface) -> str:
    """How the gradient of a user's function is found; "" for all other losses."""
    if isinstance(surface.gradient, CentralGradient):
        return f"gradient {CENTRAL}"
    if isinstance(surface.loss, OwnLoss):
        closed = surface.gradient not in (None, OwnGradient(surface.loss))
        return "gradient in closed form" if closed else f"gradient {AUTOGRAD[surface.loss.library]}"
    return ""


def differences_note(surface: Surface) -> str:
    """The same for pictures and players, which speak of central differences alone."""
    return gradient_words(surface) if isinstance(surface.gradient, CentralGradient) else ""
