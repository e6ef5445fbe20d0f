"""The Surface type: a loss over two parameters, its gradient, and what is known about it."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from autograd.core import make_vjp
from numpy.typing import NDArray

from surfaces.floor import Floor
from surfaces.keeping import Keeper
from surfaces.minibatches import Minibatches, Seed
from surfaces.notebook_views import Shown
from surfaces.parameter import Parameter
from surfaces.stages import Stages

Array = NDArray[np.float64]
Limits = tuple[float, float]
Minima = tuple[tuple[float, float], ...]

CLOSEST = 1e-12  # of limits, as a part of the larger one: a picture's points can be told apart
FARTHEST = 1e150  # of limits: squares of their distance are numbers still


@dataclass(frozen=True, repr=False)
class Surface(Shown):
    """A loss over two parameters, to be looked at and to be descended.

    Attributes:
        name: what people call it.
        loss: (x, y) -> loss, elementwise on arrays of any one shape. Written with
            `autograd.numpy`, so that one definition serves pictures, races and autograd.
        xlim: (low, high), the part of the x axis worth looking at; ylim the same for y.
        start: (x, y), a start that shows something.
        minima: the known isolated local minima inside the picture, as (x, y) pairs; empty where
            there is none (a saddle).
        floors: the valleys and plateaus inside the picture, the lowest first.
        unlisted: how many minima there are that `minima` does not list; infinite where they are
            too many to be told apart.
        source: author, year and title, or how the loss came about.
        gradient: (x, y) -> (dloss/dx, dloss/dy) in closed form, or None: then autograd is used.
        minibatches: for a loss that is a mean over samples: what a single step sees of them.
            None where every step sees the whole loss.
        stages: for a loss that changes while it is descended: what the steps of each stage see.
            Then `loss` is the mean over all stages.
        partial: whether the loss may lack a finite value even at points nearer than 1e30.
        accuracy: (w1, w2) -> share of the samples classified correctly, 0 to 1, or None.
        axes: the names of the two parameters.
        parameter: the one number about the loss that can be changed, or None.
        residuals: (x, y) -> the residuals r1, r2, ... of a loss that is the sum of their squares,
            for Gauss-Newton's method; None where it is no such sum, or they are not known.
        keeper: keeps results about a loss of private data, so that they are gone with it; None
            where the process may keep them.

    Raises:
        ValueError: limits, start or minima are no finite numbers, or loss or gradient no function.
            Whether these two belong together is checked by `surfaces.validate` when the surface is
            first raced or shown.
    """

    name: str
    loss: Callable[[Array, Array], Array]
    xlim: tuple[float, float]
    ylim: tuple[float, float]
    start: tuple[float, float]
    minima: Minima
    source: str
    gradient: Callable[[Array, Array], tuple[Array, Array]] | None = None
    minibatches: Minibatches | None = None
    stages: Stages | None = None
    partial: bool = False
    accuracy: Callable[[Array, Array], Array] | None = None
    axes: tuple[str, str] = ("x", "y")
    parameter: Parameter | None = None
    floors: tuple[Floor, ...] = ()
    unlisted: float = 0
    residuals: Callable[[Array, Array], tuple[Array, ...]] | None = None
    keeper: Keeper | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        check_function("loss", self.loss)
        if self.gradient is not None:
            check_function("gradient", self.gradient)
        if self.residuals is not None:
            check_function("residuals", self.residuals)
        numbers = {
            "xlim": checked_limits(self.xlim, "xlim"),
            "ylim": checked_limits(self.ylim, "ylim"),
            "start": checked_point(self.start, "start"),
            "minima": tuple(checked_point(each, "a minimum") for each in self.minima),
        }
        for name, value in numbers.items():  # as tuples, because caches look surfaces up
            object.__setattr__(self, name, value)

    def step_gradient(self, points: Array, step: int = 0, seed: Seed = 0) -> Array:
        """The gradient that a step gets at its points.

        Args:
            points: (..., 2), the last axis being (x, y).
            step: number of the step, from 0; with `seed` it picks the minibatch, and alone it
                picks the stage. Both are without effect on a surface without either.
            seed: which order of minibatches, a whole number from 0; or several, a tuple of one for
                each of points (..., seeds, 2), where the minibatches are `rowwise`.

        Returns:
            (..., 2): (dloss/dx, dloss/dy) at each point, laid out as `empty_points` does.
        """
        x, y = points[..., 0], points[..., 1]
        gradient = empty_points(x.shape)
        gradient[..., 0], gradient[..., 1] = self._slopes(step, seed)(x, y)
        return gradient

    def _slopes(self, step: int, seed: Seed) -> Callable[[Array, Array], tuple[Array, Array]]:
        """(x, y) -> both parts of the gradient that a step gets."""
        seen = self._seen(step)
        if seen is None:
            return self.gradient or self.autograd_gradient
        chosen = seen.at(step, seed)
        return lambda x, y: seen.gradient(x, y, chosen)

    def _seen(self, step: int) -> Minibatches | None:
        """What a step sees of the samples; None where it sees the whole loss."""
        return self.stages.at(step) if self.stages is not None else self.minibatches

    def step_loss(self, points: Array, step: int = 0, seed: Seed = 0) -> Array:
        """The loss whose gradient a step gets: (...) at points (..., 2).

        Raises:
            ValueError: a step sees a minibatch, and no loss of minibatches is given.
        """
        x, y = points[..., 0], points[..., 1]
        seen = self._seen(step)
        if seen is None:
            return np.asarray(self.loss(x, y))
        if seen.loss is None:
            raise ValueError(f"{self.name} has no loss of a minibatch, only its gradient")
        return np.asarray(seen.loss(x, y, seen.at(step, seed)))

    def step_hessian(
        self, points: Array, step: int = 0, seed: Seed = 0
    ) -> tuple[Array, Array, Array]:
        """The second derivatives of the loss that a step sees, at points (..., 2).

        They are autograd's of the gradient; at a kink those of one of its sides.

        Returns:
            xx, xy and yy, each (...).

        Raises:
            ValueError: autograd cannot differentiate the gradient, or a part of one that is not
                autograd's own seems constant to it.
        """
        x, y = points[..., 0], points[..., 1]
        slopes = self._slopes(step, seed)
        # Autograd warns of what to it is a constant: in a gradient of its own that is one, in
        # another it may be what it does not see through.
        own = self._seen(step) is None and getattr(self.gradient, "by_autograd", not self.gradient)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore" if own else "error", UserWarning)
                xx, xy = derivative_of(lambda x, y: slopes(x, y)[0])(x, y)[1]
                yy = derivative_of(lambda x, y: slopes(x, y)[1])(x, y)[1][1]
        except UserWarning:
            raise ValueError(
                f"{self.name} has no second derivatives that autograd sees: to it a part of the "
                "gradient is the same everywhere"
            ) from None
        except (TypeError, ValueError, AttributeError, NotImplementedError) as error:
            raise ValueError(f"{self.name} has no second derivatives: {error}") from error
        return xx, xy, yy

    def step_gauss_newton(self, points: Array, step: int = 0) -> tuple[Array, Array, Array]:
        """Gauss-Newton's part of the Hessian at points (..., 2): 2 J^T J.

        J has the derivatives of the residuals, by autograd; what is left out is 2 sum(r H_r).

        Returns:
            xx, xy and yy, each (...).

        Raises:
            ValueError: the loss is not known as a sum of squares.
        """
        if self.residuals is None or self._seen(step) is not None:
            raise ValueError(
                f"{self.name} is not known as a sum of squares, which Gauss-Newton's method needs: "
                "name its residuals, or choose Newton's"
            )
        x, y = points[..., 0], points[..., 1]
        residuals = self.residuals
        slopes = [
            derivative_of(lambda x, y, k=k: residuals(x, y)[k])(x, y)[1]  # type: ignore[misc]
            for k in range(len(residuals(x, y)))
        ]

        def product(a: int, b: int) -> Array:
            return np.asarray(2 * sum(each[a] * each[b] for each in slopes))

        return product(0, 0), product(0, 1), product(1, 1)

    def autograd_gradient(self, x: Array, y: Array) -> tuple[Array, Array]:
        """(dloss/dx, dloss/dy) of the full loss by automatic differentiation (HIPS autograd)."""
        return derivative_of(self.loss)(x, y)[1]


def derivative_of(
    loss: Callable[[Array, Array], Array],
) -> Callable[[Array, Array], tuple[Array, tuple[Array, Array]]]:
    """A loss, and with it its derivatives: (x, y) -> (loss, (dloss/dx, dloss/dy))."""

    def pair(xy: tuple[Array, Array]) -> Array:
        return loss(xy[0], xy[1])

    def both(x: Array, y: Array) -> tuple[Array, tuple[Array, Array]]:
        # x and y as two arguments, not stacked: autograd takes stacks apart slowly.
        backward, value = make_vjp(pair, (x, y))
        dx, dy = backward(np.ones(np.shape(value)))
        return value, (dx, dy)

    return both


def empty_points(shape: tuple[int, ...]) -> Array:
    """Room for points: an uninitialised array of shape (*shape, 2).

    Each coordinate is contiguous in memory. Elementwise arithmetic keeps that layout, which halves
    the time of large batches, and changes nothing else.
    """
    return np.empty((2, *shape)).transpose(*range(1, len(shape) + 1), 0)


def check_function(name: str, value: object) -> None:
    """Raise ValueError unless it can be called, and be looked up in caches."""
    if not callable(value):
        raise ValueError(f"{name} = {value!r} is no function: give one of x and y")
    try:
        hash(value)
    except TypeError:
        raise ValueError(
            f"{name} is a {type(value).__name__}, which has no hash: give a function, or write "
            "@dataclass(frozen=True) above the class"
        ) from None


def checked_limits(limits: Sequence[float], name: str) -> tuple[float, float]:
    """The limits as two floats; refused unless they are finite, the lower one first."""
    low, high = two_numbers(limits)
    if not (np.isfinite([low, high]).all() and low < high):
        raise ValueError(f"{name} = {limits!r}: give two finite numbers, the lower one first")
    if high - low <= CLOSEST * max(1e-200, abs(low), abs(high)):
        raise ValueError(f"{name} = {limits!r}: too few numbers lie between; lay them apart")
    if max(-low, high) > FARTHEST:
        raise ValueError(f"{name} = {limits!r}: too far out; the limits are \u00b1{FARTHEST:g}")
    return low, high


def checked_point(point: Sequence[float], name: str) -> tuple[float, float]:
    """The point as two floats; refused unless they are finite."""
    x, y = two_numbers(point)
    if not np.isfinite([x, y]).all():
        raise ValueError(f"{name} = {point!r}: give two finite numbers, x and y")
    return x, y


def two_numbers(values: Sequence[float]) -> tuple[float, float]:
    """Two floats; nan twice for anything else."""
    try:
        one, other = (float(each) for each in values)
    except (TypeError, ValueError, OverflowError):
        one = other = np.nan
    return one, other
